"""A fact that is kept with what it depends on, so that git is asked only when that changed."""

from collections.abc import Callable
from typing import Generic, TypeVar

from coord_tui.errors import CoordError

T = TypeVar("T")


class Kept(Generic[T]):
    """One fact; what cannot be found stays as it was, and why is told once."""

    __slots__ = ("_complaint", "_key", "_tell", "value")

    def __init__(self, value: T, tell: Callable[[str], object]) -> None:
        self.value = value
        self._tell = tell
        self._key: object = self
        self._complaint = ""
        """Why it could not be found the last time; empty when it was."""

    def get(self, key: object, find: Callable[[], T]) -> T:
        """The fact for this key, which is found if the last one found was for another."""
        if key != self._key:
            try:
                self.value = find()
            except CoordError as error:
                self._complain(str(error))
            else:
                self._key, self._complaint = key, ""
        return self.value

    def _complain(self, why: str) -> None:
        if why != self._complaint:
            self._tell(why)
        self._complaint = why
