"""Finds the rules that take a file which another takes, too, by the files that there are."""

from typing import Generic, TypeVar

from coord_tui.core.codeowners.tracked import Tracked

T = TypeVar("T")


class Sharing(Generic[T]):
    """Things by the files that their patterns take."""

    def __init__(self, tree: Tracked) -> None:
        self._tree = tree
        self._taking: dict[int, list[T]] = {}

    def add(self, text: str, thing: T) -> None:
        """Put a thing to each file that the pattern takes. Raises: TooLarge."""
        for place in self._tree.files(text):
            self._taking.setdefault(place, []).append(thing)

    def near(self, text: str) -> list[T]:
        """All that share a file with the pattern, each once. Raises: TooLarge."""
        found: dict[T, None] = {}
        for place in sorted(self._tree.files(text)):
            found.update(dict.fromkeys(self._taking.get(place, ())))
        return list(found)
