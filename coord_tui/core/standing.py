"""How a file stands for a session: yours, shared, theirs, unowned, or reserved by someone.

Also whether it is to be pulled first, because another session pushed it.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from coord_tui.core import keeping
from coord_tui.core.board import Board, Hold
from coord_tui.core.granting import is_granted
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import Pattern, parse
from coord_tui.core.state import Pushed
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
    pull: Pushed | None = None
    """Another's push of it, which the session has to pull before it edits the file."""
    unmerged: Pushed | None = None
    """Another's push of it to a branch that the session's upstream does not have: no pull helps."""

    @property
    def to_ask(self) -> str:
        """Whom to ask for it before it is edited: its owner, or who holds it; empty: nobody.

        What is held with a claim cannot be handed over: there is nobody to ask either.
        """
        if self.kind == "theirs":
            return "" if self.granted else self.owner
        held = self.held.reservation if self.held else None
        return held.session if held and not held.task else ""


def standings(
    paths: Iterable[str],
    board: Board,
    ownership: Ownership,
    lacks: frozenset[str] = frozenset(),
    astray: frozenset[str] = frozenset(),
) -> tuple[Standing, ...]:
    """The standing of each path for the board's session, in order.

    `lacks` are the commits told of as pushed that the session's worktree does not have, `astray`
    those of them that its upstream does not have either.
    """
    holds = [(hold, parse(hold.reservation.pattern)) for hold in board.holds]
    pushed = {push.path: push for push in board.pushed if lacking(push, board.me, lacks)}
    at = text_of(board.now)
    found = (_standing(path, board, ownership, holds, at) for path in paths)
    return tuple(
        _pushed(one, pushed[one.path], astray) if one.path in pushed else one for one in found
    )


def _pushed(found: Standing, push: Pushed, astray: frozenset[str]) -> Standing:
    """The standing of a file that another pushed."""
    if push.commit in astray:
        return found._replace(unmerged=push)
    return found._replace(pull=push)


def lacking(last: Pushed | None, session: str, lacks: frozenset[str]) -> Pushed | None:
    """The last push of a file, if another's, and its commit among those that a tree lacks."""
    return last if last and last.session != session and last.commit in lacks else None


def _standing(
    path: str,
    board: Board,
    ownership: Ownership,
    holds: list[tuple[Hold, Pattern]],
    at: str,
) -> Standing:
    owner, me = ownership.owner_of(path), board.me
    taking = [hold for hold, pattern in holds if pattern.match(path)]
    granted = is_granted(path, owner.owner, me, board.requests, at)
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
