"""What is known of the row under the cursor beside what it says itself: for keys, foot and acts."""

from coord_tui.core.protocol import SHARED, progress
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing, standings
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.presentation.commands import Subject


def known(snapshot: Snapshot, subject: Subject) -> Subject:
    """The subject with who must be asked, how its file is changed, and the next step for it."""
    own = next(iter(snapshot.worktrees), None)
    found = subject._replace(
        behind=bool(own and own.branch.behind), stopped=own.operation if own else ""
    )
    if not subject.path or subject.path.endswith("/"):
        return found
    change = change_of(tree_of(snapshot, subject.worktree), subject.path)
    found = found._replace(state=change.state if change else "")
    if subject.worktree:
        return found
    standing = standing_of(snapshot, subject.path)
    step = "" if standing.to_ask else _next(snapshot, own, standing, change)
    held = standing.own.reservation if standing.own else None
    return found._replace(
        owner=standing.to_ask,
        next=step,
        committed=_is_committed(own, subject.path),
        announced=held.shown if held and not held.task else "",
    )


def standing_of(snapshot: Snapshot, path: str) -> Standing:
    """How the file stands for the reader, who may have to pull it first."""
    own = snapshot.worktrees[0] if snapshot.worktrees else Worktree("")
    (found,) = standings([path], snapshot.board, snapshot.ownership, own.lacks, own.astray)
    return found


def tree_of(snapshot: Snapshot, worktree: str) -> Worktree | None:
    """The working tree at that path; the reader's own for an empty one."""
    trees = snapshot.worktrees if worktree else snapshot.worktrees[:1]
    return next((tree for tree in trees if worktree in ("", tree.path)), None)


def change_of(tree: Worktree | None, path: str) -> FileChange | None:
    """How the file is changed there."""
    return next((one for one in tree.changes if one.path == path), None) if tree else None


def _is_committed(tree: Worktree | None, path: str) -> bool:
    """Whether a commit of that tree changes the file and has not come to the others."""
    if tree is None:
        return False
    unpushed = any(path in commit.paths for commit in tree.unpushed)
    return unpushed or any(path == one.path for one in tree.landed)


def _next(
    snapshot: Snapshot, own: Worktree | None, standing: Standing, change: FileChange | None
) -> str:
    """The next step; what is not shared needs no word before, only to be finished."""
    board = snapshot.board
    if not board.me:
        return ""
    if standing.kind == SHARED:
        return progress(standing.path, board.me, own, board).next
    if change is None:
        return "pull" if standing.pull else ""
    stopped = change.state == "U" or (own and own.operation)
    return "finish" if not stopped and standing.held is None else ""
