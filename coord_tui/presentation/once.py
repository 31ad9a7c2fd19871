"""Finds once for each snapshot what several parts of the screen ask of it."""

from collections.abc import Callable
from typing import TypeVar

from coord_tui.core.snapshot import Snapshot

Found = TypeVar("Found")


def once(find: Callable[[Snapshot], Found]) -> Callable[[Snapshot], Found]:
    """The same function, which remembers what it found in the last snapshot: nobody may alter it.

    A snapshot is frozen, so the very same one has the same in it.
    """
    last: tuple[Snapshot, Found] | None = None

    def found(snapshot: Snapshot) -> Found:
        nonlocal last
        known = last
        if known is None or known[0] is not snapshot:
            known = last = (snapshot, find(snapshot))
        return known[1]

    return found
