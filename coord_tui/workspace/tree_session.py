"""Says who works in a working tree: what is stored there, what the plan says, who is at work there.

Others are told of what that session edits. So what somebody did there long ago names nobody.
"""

from typing import TYPE_CHECKING

from coord_tui.adapters.here import last_here, who_is_here
from coord_tui.adapters.layout import Layout
from coord_tui.adapters.running import programs
from coord_tui.core.board import Board
from coord_tui.workspace.identity import name_stored
from coord_tui.workspace.places import here_path, running_path

if TYPE_CHECKING:
    from coord_tui.adapters.worktree_list import TreePlace


def session_of_tree(place: "TreePlace", own: Layout, board: Board) -> str:
    """The session that works in a working tree, seen from `own`; empty when nothing says who.

    The reader's own tree is the reader's. Of any other the first that knows tells: the name that
    `whoami` stored there, the plan, who acted there last a short while ago, whose screen is open.
    """
    if place.top == own.top and board.me:
        return board.me
    known = {one.session.name for one in board.sessions}
    there = Layout(place.top, place.git_dir, place.common_dir)
    if (stored := name_stored(there)) in known:
        return stored
    planned = [one.session.name for one in board.sessions if one.session.worktree in place.named]
    if len(planned) == 1:
        return planned[0]
    at_work = (*last_here(here_path(there), _lately(board)), *_open_in(there))
    return next((name for name in at_work if name in known), "")


def at_work_in(there: Layout, board: Board) -> frozenset[str]:
    """The sessions at work in a working tree: by programs that run there, or by acts of late."""
    known = {one.session.name for one in board.sessions}
    acted = who_is_here(here_path(there), _lately(board))
    return frozenset({*acted, *_open_in(there)} & known)


def _lately(board: Board) -> float:
    """Since when who acted is still at work, in seconds since the epoch."""
    return board.now - board.plan.reservations.expire_after


def _open_in(there: Layout) -> list[str]:
    """The sessions whose programs run in the working tree."""
    return [one.session for one in programs(running_path(there)) if one.worktree == there.top]
