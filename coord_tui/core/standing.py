"""How a file stands for a session: yours, shared, theirs, unowned, or reserved by someone."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from coord_tui.core import keeping
from coord_tui.core.board import Board, Hold
from coord_tui.core.granting import is_granted
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import Pattern, parse
from coord_tui.core.times import text_of

StandingKind = Literal["yours", "shared", "theirs", "unowned", "reserved"]


class Standing(NamedTuple):
    """How one path stands for the board's session, and who else is in it."""

    path: str
    kind: StandingKind
    owner: str = ""
    held: Hold | None = None
    """Another session's live exclusive reservation that takes the path in."""
    own: Hold | None = None
    """The session's own live announcement or reservation of it."""
    granted: bool = False
    """The owner lets this session edit it."""


def standings(paths: Iterable[str], board: Board, ownership: Ownership) -> tuple[Standing, ...]:
    """The standing of each path for the board's session, in order."""
    holds = [(hold, parse(hold.reservation.pattern)) for hold in board.holds]
    return tuple(_standing(path, board, ownership, holds) for path in paths)


def _standing(
    path: str, board: Board, ownership: Ownership, holds: list[tuple[Hold, Pattern]]
) -> Standing:
    owner, me = ownership.owner_of(path), board.me
    taking = [hold for hold, pattern in holds if pattern.match(path)]
    granted = is_granted(path, owner.owner, me, board.requests, text_of(board.now))
    granted_by = owner.owner if granted else ""
    held = next((hold for hold in taking if keeps_out(hold, me, owner.kind, granted_by)), None)
    own = next((hold for hold in taking if _speaks_for(hold, me, owner.kind)), None)
    kind: StandingKind = "shared" if owner.kind == "shared" else "unowned"
    if owner.kind == "owned":
        kind = "yours" if owner.owner == me else "theirs"
    if held is not None and kind in ("yours", "unowned"):
        kind = "reserved"
    return Standing(path, kind, owner.owner, held, own, granted)


def keeps_out(hold: Hold, me: str, owned: str, granted_by: str = "") -> bool:
    """Whether another's reservation keeps `me` out; see `keeping.keeps_out`."""
    return keeping.keeps_out(hold.reservation, me, owned, granted_by)


def _speaks_for(hold: Hold, me: str, owned: str) -> bool:
    """Whether a reservation of `me` lets the others know; of a shared file only its own does."""
    return hold.reservation.session == me and keeping.speaks(hold.reservation, owned)
