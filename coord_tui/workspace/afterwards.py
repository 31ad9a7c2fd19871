"""Does what can wait until a reading is painted: a moment later, in a thread, one at a time.

Of readings that come while one waits, the last takes its place. Nothing begins once it is stopped,
and the end of the program waits only for what runs: it may be in the middle of writing.
"""

from collections.abc import Callable
from threading import Lock, Timer
from typing import Generic, TypeVar

MOMENT = 0.1
"""Seconds in which a reading is painted."""

Reading = TypeVar("Reading")


class Afterwards(Generic[Reading]):
    """Hands on the last reading, some moment after it was given."""

    def __init__(self, act: Callable[[Reading], object]) -> None:
        """`act` is called from another thread, and must not raise."""
        self._act = act
        self._acting, self._changing = Lock(), Lock()
        self._next: Reading | None = None
        self._timer: Timer | None = None
        """What waits, if anything does."""
        self._stopped = False

    def give(self, reading: Reading) -> None:
        """Act on this one soon, in the place of what waits."""
        with self._changing:
            self._next = reading
            if self._timer is None and not self._stopped:
                self._timer = Timer(MOMENT, self._run)
                self._timer.start()

    def stop(self) -> None:
        """Begin nothing more."""
        with self._changing:
            self._stopped = True
            self._next = None
            if self._timer is not None:
                self._timer.cancel()

    def _run(self) -> None:
        with self._acting:
            with self._changing:
                reading, self._next, self._timer = self._next, None, None
            if reading is not None:
                self._act(reading)
