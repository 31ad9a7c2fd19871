"""Brings the channel of this clone and the remote's together, so that there is one truth for all.

Of two sessions in two clones that want one task, the push that arrives first wins.
"""

from __future__ import annotations

import time
from contextlib import ExitStack, suppress

from coord_tui.adapters.channel_file import Busy
from coord_tui.workspace.syncing import Synced, syncing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.workspace.workspace import Workspace

PATIENCE = 20.0
"""Seconds for one sync of which nobody waits for the end."""


def sync(workspace: Workspace, patience: float = PATIENCE) -> Synced:
    """Fetch, merge, and push what is pending, for at most `patience` seconds.

    What goes wrong with the remote is in the result, and in the contact that boards show; nothing
    of it is lost, and a later sync goes on. Raises: EnvironmentFailed when this clone's own files
    fail; Busy when another process syncs for longer than that.
    """
    if not workspace.remote:
        return Synced(away=no_remote(workspace))
    with syncing(workspace, patience, time.monotonic() + patience) as one:
        one.pull()
        one.push()
        return one.done


def no_remote(workspace: Workspace) -> str:
    """That there is nobody to sync with, and what to do."""
    name = workspace.plan.channel.remote
    return (
        f"there is no remote {name}: `git remote add {name} URL`, "
        "or name another under channel.remote in coord.yaml"
    )


def sync_in_turn(workspace: Workspace) -> None:
    """Send what is pending, unless another process of this clone waits to do just that.

    Raises: EnvironmentFailed when this clone's own files fail.
    """
    deadline = time.monotonic() + 2 * PATIENCE
    with suppress(Busy), ExitStack() as next:
        next.enter_context(workspace.channel.lock("sync.next", 0))
        with syncing(workspace, PATIENCE, deadline) as one:
            next.close()  # what is appended from now on is for another to send
            one.pull()
            one.push()
