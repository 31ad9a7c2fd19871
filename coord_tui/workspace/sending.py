"""Has what is pending sent by a process of its own, so that a command need not wait for the remote.

That process outlives the command, prompts for nothing, and ends within its time limit. Of many that
are started at once, one works and one waits for its turn; the others have nothing to do.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.workspace.workspace import Workspace


def send_later(workspace: Workspace) -> None:
    """Start a process that sends what is pending, if there is a remote to send it to."""
    if not workspace.remote:
        return
    top = workspace.layout.top
    command = [sys.executable, "-P", "-m", "coord_tui", "sync", "--quiet", "--repo", top]
    nowhere = [(os.POSIX_SPAWN_OPEN, end, os.devnull, os.O_RDWR, 0) for end in range(3)]
    try:
        os.posix_spawn(command[0], command, os.environ, file_actions=nowhere, setsid=True)
    except OSError as error:
        workspace.tell(f"pending, because no process can be started to send it: {error.strerror}")
