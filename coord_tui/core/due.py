"""What the reader's own working tree asks of it: to pull before an edit, to go on with a file."""

from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.core.ownership import Ownership
from coord_tui.core.protocol import Progress, underway
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import lacking
from coord_tui.core.state import Pushed
from coord_tui.core.tree import Worktree


class Due(NamedTuple):
    """Files to pull, and shared files with a next step."""

    pull: tuple[Pushed, ...] = ()
    """What others pushed and HEAD does not have, the last push first."""
    underway: tuple[Progress, ...] = ()
    """The reader's shared files that are not free and not told; by path."""
    unmerged: tuple[Pushed, ...] = ()
    """What others pushed to branches that the upstream does not have, the last push first.

    Without the files that are another's to edit.
    """

    @property
    def empty(self) -> bool:
        """Whether nothing is due."""
        return not any(self)


NOTHING_DUE = Due()


def due(snapshot: Snapshot) -> Due:
    """What is due by a whole reading."""
    return due_in(snapshot.worktrees[:1], snapshot.board, snapshot.ownership)


def due_in(own: tuple[Worktree, ...], board: Board, ownership: Ownership) -> Due:
    """What is due in the reader's own working tree; in none, by the channel alone."""
    if not board.me:
        return Due()
    lacks = frozenset(commit for tree in own for commit in tree.lacks)
    astray = frozenset(commit for tree in own for commit in tree.astray)
    pushed = [one for one in reversed(board.pushed) if lacking(one, board.me, lacks)]
    pull = tuple(one for one in pushed if one.commit not in astray)
    unmerged = tuple(
        one
        for one in pushed
        if one.commit in astray and ownership.owner_of(one.path).owner in ("", board.me)
    )
    trees = tuple(tree._replace(session=board.me) for tree in own)
    mine = (one for one in underway(board, ownership, trees) if one.session == board.me)
    return Due(pull, tuple(one for one in mine if one.step != "told"), unmerged)
