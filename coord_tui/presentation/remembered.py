"""Remembers how each file was judged, for as long as nothing that it was judged by is another.

Of the thousands that may be changed, few change from one snapshot to the next; and most are judged
by things that no passing of time alters.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Generic, TypeVar

from coord_tui.core.board import Board
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing
from coord_tui.core.tree import Worktree
from coord_tui.presentation.answering import about

File = TypeVar("File", bound=Hashable)
Judged = TypeVar("Judged")


class Remembered(Generic[File, Judged]):
    """What was made of the files of one tree when it was last looked at."""

    def __init__(self) -> None:
        self._last: tuple[object, dict[File, Judged]] = None, {}

    def of(
        self,
        files: Collection[File],
        by: object,
        judge: Callable[[list[File]], Iterable[Judged]],
        lasts: Callable[[Judged], bool],
    ) -> list[Judged]:
        """What is made of each of these files, in order.

        Those that last are only judged again when what they are judged `by` is another.
        """
        before, known = self._last
        known = known if before == by else {}
        new = [file for file in files if file not in known]
        fresh = dict(zip(new, judge(new), strict=True))
        found = {file: known[file] if file in known else fresh[file] for file in files}
        passing = [file for file, one in fresh.items() if not lasts(one)]
        listed = list(found.values())
        for file in passing:
            del found[file]
        self._last = by, found
        return listed


def judged_by(tree: Worktree, snapshot: Snapshot) -> object:
    """All that decides how the files of a tree stand, but for themselves and the time."""
    board, held = snapshot.board, [hold.reservation for hold in snapshot.board.holds]
    about_files = tree.session, tree.operation, tree.conflicts, tree.lacks, tree.astray
    return snapshot.ownership, board.me, held, board.requests, board.pushed, about_files


def stands_still(found: Standing, board: Board) -> bool:
    """Whether only another event can alter how a file stands, and the words for it.

    Of what is shared, held, granted or pushed it is told how long ago that was, or for how long.
    """
    untouched = found == Standing(found.path, found.kind, found.owner) and found.kind != "shared"
    return untouched and not any(about(request, found.path) for request in board.requests)
