"""The working trees and their changed files as JSON, for `status`; as in `documents`."""

from collections.abc import KeysView
from typing import Any

from coord_tui.core.board import Board
from coord_tui.core.protocol import SHARED, Protocol
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing, standings
from coord_tui.core.tree import FileChange, Worktree, collisions

Document = dict[str, Any]


def worktrees(snapshot: Snapshot) -> list[Document]:
    """Every working tree, the reader's own first, with the facts of its branch."""
    return [_worktree(tree, snapshot.board) for tree in snapshot.worktrees]


def files(snapshot: Snapshot) -> list[Document]:
    """The changed files of all trees; each stands as it does for the reader."""
    several = collisions(snapshot.worktrees)
    return [file for tree in snapshot.worktrees for file in _files(tree, snapshot, several.keys())]


def _worktree(tree: Worktree, board: Board) -> Document:
    branch = tree.branch
    return {
        "path": tree.path,
        "session": tree.session or None,
        "elsewhere": tree.elsewhere,
        "branch": branch.name or None,
        "upstream": branch.upstream or None,
        "ahead": branch.ahead,
        "behind": branch.behind,
        "fetched": _ago(branch.fetched, board),
        "unpushed": [{"commit": one.commit, "subject": one.subject} for one in tree.unpushed],
        "oldest": _ago(tree.oldest, board),
        "operation": tree.operation or None,
        "conflicts": [
            {"path": one.path, "commit": one.commit or None, "session": one.session or None}
            for one in tree.conflicts
        ],
        "problem": tree.problem or None,
    }


def _ago(since: float, board: Board) -> int | None:
    """Seconds since a moment; null for one that is not known."""
    return max(0, int(board.now - since)) if since else None


def _files(tree: Worktree, snapshot: Snapshot, several: KeysView[str]) -> list[Document]:
    board, own = snapshot.board, snapshot.worktrees[0]
    found = standings(
        (c.path for c in tree.changes), board, snapshot.ownership, own.lacks, own.astray
    )
    protocol, session = Protocol(board), board.me if tree is own else tree.session
    return [
        _file(change, standing, tree)
        | _steps(standing, session, tree, protocol)
        | {"collision": change.path in several}
        for change, standing in zip(tree.changes, found, strict=True)
    ]


def _file(change: FileChange, standing: Standing, tree: Worktree) -> Document:
    pull = standing.pull
    return {
        "path": change.path,
        "state": change.state,
        "owner": standing.owner or None,
        "standing": standing.kind,
        "worktree": tree.path,
        "session": tree.session or None,
        "staged": change.staged,
        "unstaged": change.unstaged,
        "announced": standing.own is not None and not standing.own.reservation.task,
        "reserved_by": standing.held.reservation.session if standing.held else None,
        "pull": {"by": pull.session, "commit": pull.commit} if pull else None,
    }


def _steps(standing: Standing, session: str, tree: Worktree, protocol: Protocol) -> Document:
    """Where the tree's session is with a shared file; null for other files, and for nobody."""
    if standing.kind != SHARED or not session:
        return {"step": None, "next": None, "skipped": []}
    found = protocol.of(standing.path, session, tree)
    return {"step": found.step, "next": found.next or None, "skipped": list(found.skipped)}
