"""Has commands that look ask the remote first, for a moment only, so that they tell what is so.

A remote that is away, or another process that is at it, is told in one line; what this clone knows
is shown all the same. Without a remote nothing is loaded.
"""

from __future__ import annotations

from coord_tui.core.times import span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.workspace.workspace import Workspace

SHORT = 3.0
"""Seconds for which a command that only looks asks the remote, at most."""
RECENT = 2.0
"""Seconds for which what the remote last said is news enough for a look."""
OLD = "what is shown may be old"


def learn_quickly(workspace: Workspace) -> None:
    """Take in what the remote has, unless it was heard of a moment ago; for commands that look.

    What goes wrong is told in one line.
    """
    if not workspace.remote or _is_recent(workspace):
        return
    why = learn(workspace, min(SHORT, workspace.plan.channel.wait))
    contact = workspace.contact()
    if why and contact.away == why:
        away = f"been away for {span(workspace.clock() - contact.since)}"
        told = away if contact.at else "never answered here"
        why = f"{workspace.remote} has {told}: {OLD} (`coord-tui sync` says why)"
    elif why:
        why = f"{why}: {OLD}"
    workspace.tell(why)


def _is_recent(workspace: Workspace) -> bool:
    contact = workspace.contact()
    return not contact.away and 0 <= workspace.clock() - contact.at < RECENT


def learn(workspace: Workspace, patience: float) -> str:
    """Take in what the remote has, for so many seconds at most; none: it is not asked.

    Never fails: why it could not be learnt is the result; empty when it was, or nobody was asked.
    """
    if patience <= 0 or not workspace.remote:
        return ""
    from coord_tui.adapters.channel_file import Busy
    from coord_tui.errors import CoordError
    from coord_tui.workspace.sync import sync

    try:
        done = sync(workspace, patience)
    except Busy:
        return f"another process of this clone syncs with {workspace.remote}"
    except CoordError as error:
        return f"not synced: {error}"
    workspace.tell(done.explained)
    return done.away
