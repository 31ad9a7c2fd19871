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
        wanted = (ending, "") if ending else tuple(self.here)
        for each in wanted:
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
        """What begins no deeper than the region: only that can hold all of it."""
        ending = _ending(region)
        node: _Node[T] | None = self._root
        yield from self._root.fitting(ending)
        for name in region.head:
            node = node.children.get(name) if node else None
            if node is None:
                return
            yield from node.fitting(ending)

    def near(self, region: Region) -> Iterator[T]:
        """All that may share paths with the region."""
        yield from self.above(region)
        node = self._root
        for name in region.head:
            if name not in node.children:
                return
            node = node.children[name]
        ending = _ending(region)
        stack = list(node.children.values())
        while stack:
            node = stack.pop()
            yield from node.fitting(ending)
            stack += node.children.values()


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
