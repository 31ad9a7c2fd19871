"""Finds the regions that may have paths in common with one, without looking at all of them.

Regions that begin with other folders have none. The look-up walks a tree of the names with which
regions begin.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

from coord_tui.core.codeowners.regions import Region

T = TypeVar("T")


class _Node(Generic[T]):
    __slots__ = ("children", "here")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.here: list[T] = []


class Heads(Generic[T]):
    """Things by the literal names with which their regions begin."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, region: Region, thing: T) -> None:
        """Put a thing where its region begins."""
        node = self._root
        for name in region.head:
            node = node.children.setdefault(name, _Node())
        node.here.append(thing)

    def above(self, region: Region) -> Iterator[T]:
        """What begins no deeper than the region: only that can hold all of it."""
        node: _Node[T] | None = self._root
        yield from self._root.here
        for name in region.head:
            node = node.children.get(name) if node else None
            if node is None:
                return
            yield from node.here

    def near(self, region: Region) -> Iterator[T]:
        """All that may share paths with the region."""
        yield from self.above(region)
        node = self._root
        for name in region.head:
            if name not in node.children:
                return
            node = node.children[name]
        stack = list(node.children.values())
        while stack:
            node = stack.pop()
            yield from node.here
            stack += node.children.values()
