"""Says in a few words whose commit changed a file, for the messages of those whom it stops."""

from __future__ import annotations

from coord_tui.adapters.commit_log import log
from coord_tui.core.commits import Commit, session_of
from coord_tui.core.short_ids import SHORT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coord_tui.workspace.workspace import Workspace

LISTED = 5
"""Files that a message names."""


def who_changed(workspace: Workspace, base: str, tip: str, paths: Sequence[str]) -> str:
    """By whom one of the paths was changed on the way to `tip`, in brackets; empty: not known."""
    for path in paths[:LISTED]:
        if commit := last_change(workspace, base, tip, path):
            return f" ({whose(workspace, commit)} {commit.id[:SHORT]})"
    return ""


def last_change(workspace: Workspace, base: str, tip: str, path: str) -> Commit | None:
    """The last commit on the way from `base` to `tip` that changed the path."""
    return next(iter(log(workspace.git, tip, f"^{base}", paths=[path], most=1)), None)


def whose(workspace: Workspace, commit: Commit) -> str:
    """The session that made the commit, in the genitive; else its author's email."""
    sessions = [one.session for one in workspace.board().sessions]
    name = session_of(commit, sessions)
    return f"{name or commit.emails[0]}'s"


def listed(paths: Sequence[str]) -> str:
    """Some files, and how many more there are."""
    more = len(paths) - LISTED
    return ", ".join(paths[:LISTED]) + (f" and {more} more" if more > 0 else "")


def counted(number: int, what: str) -> str:
    """A number of things: `1 commit`, `2 commits`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
