"""Whether what another session holds keeps one out of a file: one rule for guard, wait and fold.

The guard's hot path loads it, so it loads nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Holding(Protocol):
        """A reservation, as the channel or the guard's facts have it."""

        @property
        def session(self) -> str:
            """Who holds."""

        @property
        def kind(self) -> str:
            """`announce`, `reserve` or `claim`."""

        @property
        def exclusive(self) -> bool:
            """Whether nobody else may hold the same."""


def keeps_out(held: Holding, me: str, owned: str, granted_by: str = "") -> bool:
    """Whether a live reservation that takes a file in keeps `me` out of it.

    `owned` is the kind of the file: owned, shared or unowned. `granted_by` is its owner, when that
    one lets `me` edit it: then what the owner holds itself keeps nobody out.
    """
    return held.session not in (me, granted_by) and held.exclusive and speaks(held, owned)


def speaks(held: Holding, owned: str) -> bool:
    """Whether a reservation says something of such a file; of a shared one, no claim does."""
    return not (held.kind == "claim" and owned == "shared")
