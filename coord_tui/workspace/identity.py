"""Who am I: the session in whose name a command acts, from the first source that knows."""

from __future__ import annotations

import os

from coord_tui.errors import BadInput, EnvironmentFailed
from coord_tui.workspace.places import PLAN, name_path
from coord_tui.workspace.words import check, sessions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.layout import Layout
    from coord_tui.workspace.workspace import Workspace


def who_am_i(asked: str, workspace: Workspace, asked_by: str = "--as") -> tuple[str, str]:
    """The session's name, and where it comes from or why there is none.

    The one asked for (by what, says `asked_by`), else COORD_SESSION, else stored, else the git
    email's; empty for an observer: when nothing names one, or the email is that of several.
    Raises: BadInput when a name was given that nobody has.
    """
    sources = (
        (asked_by, asked),
        ("COORD_SESSION", os.environ.get("COORD_SESSION", "")),
        ("`coord-tui whoami`", stored_name(workspace)),
    )
    for source, name in sources:
        if name:
            return _known_session(name, workspace, source), source
    return _by_email(workspace)


def store_name(workspace: Workspace) -> None:
    """Remember that this session works in this worktree.

    Raises: EnvironmentFailed when that cannot be written.
    """
    path = name_path(workspace.layout)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(workspace.me + "\n")
    except OSError as error:
        raise EnvironmentFailed(f"cannot remember the name: {path}: {error.strerror}") from error


def stored_name(workspace: Workspace) -> str:
    """The name that `whoami NAME` stored for this worktree; empty if none."""
    return name_stored(workspace.layout)


def name_stored(layout: Layout) -> str:
    """The name that is stored for the worktree of that layout; empty if none."""
    try:
        with open(name_path(layout), encoding="utf-8") as file:
            return file.read().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _known_session(name: str, workspace: Workspace, source: str) -> str:
    if workspace.plan.session(name):
        return name
    known = sessions(workspace.board())
    if not known:
        raise BadInput(f"no session (from {source}) {name!r}: add it under sessions: in {PLAN}")
    check(f"session (from {source})", [name], known)
    return name


def _by_email(workspace: Workspace) -> tuple[str, str]:
    email = workspace.settings.email
    mine = [
        session.name
        for session in workspace.plan.sessions
        if email and email.lower() in (known.lower() for known in session.emails)
    ]
    if len(mine) == 1:
        return (mine[0], f"the git email {email}")
    if mine:
        return ("", f"the git email {email} is that of {', '.join(mine)}")
    return ("", f"no session has the git email {email}" if email else "git has no email")
