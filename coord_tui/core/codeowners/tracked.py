"""Says which of the files that there are each pattern takes, looking at few of them each time."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from itertools import takewhile

from coord_tui.core.globs import Glob
from coord_tui.core.patterns import DEEP, NO, Pattern, PatternError, parse

_MOST = 4_000_000
"""So many names and paths are looked at; with more, nobody can tell in time."""
_LAST = "\U0010ffff"
Places = Mapping[str, set[int]]


class TooLarge(Exception):
    """There are too many files and patterns to look at."""


class Tracked:
    """Files, each by its place among `paths`, and those that a pattern takes."""

    def __init__(self, tree: Collection[str]) -> None:
        self.paths = sorted({*tree})
        self._folders: dict[str, set[int]] = {}
        self._names: dict[str, set[int]] = {}
        self._known: dict[str, frozenset[int]] = {}
        self._left = _MOST
        for place, path in enumerate(self.paths):
            *folders, name = path.split("/")
            self._names.setdefault(name, set()).add(place)
            for folder in folders:
                self._folders.setdefault(folder, set()).add(place)
        self._ended = {id(each): _by_ending(each) for each in (self._folders, self._names)}

    def files(self, text: str) -> frozenset[int]:
        """The files that a pattern takes; none for what is no pattern. Raises: TooLarge."""
        if text not in self._known:
            try:
                self._known[text] = self._found(parse(text))
            except PatternError:
                self._known[text] = frozenset()
        return self._known[text]

    def meet(self, one: str, other: str) -> bool:
        """Whether two patterns have a file in common. Raises: TooLarge."""
        return not self.files(one).isdisjoint(self.files(other))

    def _found(self, pattern: Pattern) -> frozenset[int]:
        first, *rest = pattern.segments or (DEEP,)
        if first is DEEP and len(rest) == 1 and rest[0] is not DEEP:
            return self._called(rest[0], pattern)
        near = self._near(pattern)
        self._look_at(len(near))
        return frozenset(place for place in near if pattern.reach(self.paths[place]) != NO)

    def _near(self, pattern: Pattern) -> Collection[int]:
        """The files among which those of a pattern are: by its first folders, or by any name."""
        head = "/".join(
            part
            for part in takewhile(lambda part: isinstance(part, str), pattern.segments)
            if isinstance(part, str)
        )
        near: Collection[int] = range(
            bisect_left(self.paths, head), bisect_left(self.paths, head + _LAST)
        )
        for name in (part for part in pattern.segments if isinstance(part, str)):
            holding = len(self._folders.get(name, ())) + len(self._names.get(name, ()))
            if holding < len(near):
                near = self._folders.get(name, set()) | self._names.get(name, set())
        return near

    def _called(self, part: str | Glob, pattern: Pattern) -> frozenset[int]:
        """The files of that name, and those in folders of it, anywhere."""
        found: set[int] = set()
        for places, counts in ((self._folders, not pattern.flat), (self._names, True)):
            if not counts or (places is self._names and pattern.folder):
                continue
            if isinstance(part, str):
                found |= places.get(part, set())
                continue
            for name in self._like(part, places):
                if part.test(name):
                    found |= places[name]
        return frozenset(found)

    def _like(self, part: Glob, places: Places) -> Collection[str]:
        """The names among which those of a glob are: all, or those with its ending."""
        names = self._ended[id(places)].get(part.ending, ()) if part.ending else places
        self._look_at(len(names))
        return names

    def _look_at(self, many: int) -> None:
        self._left -= many
        if self._left < 0:
            raise TooLarge


def _by_ending(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        _, dot, ending = name.rpartition(".")
        found.setdefault(dot + ending if dot else "", []).append(name)
    return found
