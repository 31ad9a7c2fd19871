"""Finds the regions that may have paths in common with one, without looking at all of them.

Regions that begin with other folders have none, nor have files with other endings. The look-up
walks a tree of the names with which regions begin.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

from coord_tui.core.codeowners.regions import Region

T = TypeVar("T")


class _Node(Generic[T]):
    __slots__ = ("children", "here")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.here: dict[str, list[T]] = {}

    def fitting(self, ending: str) -> Iterator[T]:
        """What is here with that ending or an open one; everything when the ending is open."""
        for each in (ending, "") if ending else tuple(self.here):
            yield from self.here.get(each, ())

    def holding(self, ending: str) -> Iterator[T]:
        """What is here with that ending or an open one."""
        for each in dict.fromkeys((ending, "")):
            yield from self.here.get(each, ())


class Heads(Generic[T]):
    """Things by the literal names with which their regions begin."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, region: Region, thing: T) -> None:
        """Put a thing where its region begins."""
        node = self._root
        for name in region.head:
            node = node.children.setdefault(name, _Node())
        node.here.setdefault(_ending(region), []).append(thing)

    def above(self, region: Region) -> Iterator[T]:
        """All that may hold all of the region: it begins no deeper, and leaves as much open."""
        ending = _ending(region)
        for node in self._way(region):
            yield from node.holding(ending)

    def near(self, region: Region) -> Iterator[T]:
        """All that may share paths with the region."""
        ending = _ending(region)
        way = [*self._way(region)]
        for node in way:
            yield from node.fitting(ending)
        stack = list(way[-1].children.values()) if len(way) > len(region.head) else []
        while stack:
            node = stack.pop()
            yield from node.fitting(ending)
            stack += node.children.values()

    def _way(self, region: Region) -> Iterator[_Node[T]]:
        """The nodes of the names with which the region begins, as far as there are any."""
        node: _Node[T] | None = self._root
        for name in (*region.head, None):
            if node is None:
                return
            yield node
            node = node.children.get(name) if name is not None else None


def _ending(region: Region) -> str:
    """What all its files have behind the last dot; empty when that is open."""
    name = region.row[-1] if region.row and region.kind == "leaf" else None
    if name is None:
        return ""
    letters: list[str] = []
    for token in reversed(name):
        if not isinstance(token, str):
            return ""
        if token == ".":
            return "." + "".join(reversed(letters))
        letters.append(token)
    return ""
