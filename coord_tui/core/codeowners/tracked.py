"""Says which of the files that there are each pattern takes, looking at few of them each time."""

from collections.abc import Collection

from coord_tui.core.globs import Glob
from coord_tui.core.patterns import DEEP, NO, Pattern, PatternError, parse

_MOST = 2_000_000
"""So many names and paths are looked at; with more, nobody can tell in time."""


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
        literals = [part for part in pattern.segments if isinstance(part, str)]
        near: Collection[int] = range(len(self.paths))
        for name in literals:
            holding = self._folders.get(name, set()) | self._names.get(name, set())
            near = holding if len(holding) < len(near) else near
        self._look_at(len(near))
        return frozenset(place for place in near if pattern.reach(self.paths[place]) != NO)

    def _called(self, part: str | Glob, pattern: Pattern) -> frozenset[int]:
        """The files of that name, and those in folders of it, anywhere."""
        found: set[int] = set()
        for places, counts in ((self._folders, not pattern.flat), (self._names, True)):
            if not counts or (places is self._names and pattern.folder):
                continue
            if isinstance(part, str):
                found |= places.get(part, set())
                continue
            self._look_at(len(places))
            for name, inside in places.items():
                if part.test(name):
                    found |= inside
        return frozenset(found)

    def _look_at(self, many: int) -> None:
        self._left -= many
        if self._left < 0:
            raise TooLarge
