"""Gives names that nobody has: the wanted one, or the first free of `word-2`, `word-3` …."""

from collections.abc import Iterable


class FreeNames:
    """Gives no name twice, nor one that is `taken`; in time linear in the names that are given."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._next = dict.fromkeys(taken, 2)
        """By a name that is taken, the number that is tried next."""

    def of(self, wanted: str) -> str:
        """The wanted name, or one like it that nobody has; it is taken then."""
        name = wanted
        while name in self._next:
            name = f"{wanted}-{self._next[wanted]}"
            self._next[wanted] += 1
        self._next[name] = 2
        return name
