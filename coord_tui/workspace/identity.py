"""Who am I: the session in whose name a command acts, from the first source that knows."""

from __future__ import annotations

import os

from coord_tui.adapters.commits import user_email
from coord_tui.errors import BadInput, EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.workspace.workspace import Workspace


def who_am_i(asked: str, workspace: Workspace) -> str:
    """The session's name: asked for, else COORD_SESSION, else stored, else the git email's.

    Empty for an observer: nothing named a session, or the email is that of several.
    Raises: BadInput when a name was given that nobody has.
    """
    sources = (
        ("--as", asked),
        ("COORD_SESSION", os.environ.get("COORD_SESSION", "")),
        ("`coord-tui whoami`", stored_name(workspace)),
    )
    for source, name in sources:
        if name:
            return known_session(name, workspace, source)
    return _by_email(workspace)


def known_session(name: str, workspace: Workspace, source: str) -> str:
    """The name, if the plan or the channel has such a session.

    Raises: BadInput, naming the source, the nearest name and all names.
    """
    if workspace.plan.session(name):
        return name
    names = [presence.session.name for presence in workspace.board().sessions]
    if name in names:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, names, 1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise BadInput(f"{source}: no session {name}: {hint}the plan has {', '.join(names) or 'none'}")


def store_name(workspace: Workspace, name: str) -> None:
    """Remember who works in this worktree."""
    known = known_session(name, workspace, "whoami")
    path = _name_path(workspace)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(known + "\n")
    except OSError as error:
        raise EnvironmentFailed(f"cannot remember the name: {path}: {error.strerror}") from error


def stored_name(workspace: Workspace) -> str:
    """The name that `whoami NAME` stored for this worktree; empty if none."""
    try:
        with open(_name_path(workspace), encoding="utf-8") as file:
            return file.read().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _name_path(workspace: Workspace) -> str:
    return os.path.join(workspace.layout.git_dir, "coord", "whoami")


def _by_email(workspace: Workspace) -> str:
    email = user_email(workspace.git).lower()
    mine = [
        session.name
        for session in workspace.plan.sessions
        if email and email in (known.lower() for known in session.emails)
    ]
    return mine[0] if len(mine) == 1 else ""
