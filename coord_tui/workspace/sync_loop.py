"""Keeps the channel in sync for as long as a program runs.

What others say comes in, what is pending goes out. A remote through which something came or went is
asked more often for a while, and one that is away less often.
"""

from __future__ import annotations

import atexit
import threading
import time

from coord_tui.adapters.channel_file import Busy
from coord_tui.adapters.process import stop_all
from coord_tui.adapters.settings import Settings
from coord_tui.errors import CoordError
from coord_tui.workspace.sync import sync
from coord_tui.workspace.syncing import Synced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.workspace.workspace import Workspace

SELDOM = 3
"""A remote that is away is asked at most this many times more seldom."""
OFTEN, LIVELY = 4, 20
"""After news it is asked that many times more often, for so many times."""


class SyncLoop:
    """Syncs one workspace from a thread of its own, one sync at a time."""

    def __init__(self, workspace: Workspace, poll: float = 0) -> None:
        """`poll` is every how many seconds it syncs, if that is more often than the plan says."""
        self._workspace = workspace
        self._poll = poll
        self._woken = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._failed = 0
        """How many syncs in a row found the remote away."""
        self._lively = 0
        """How many syncs are still to come soon, because something came or went."""
        self._told = ""
        self.since = 0.0
        """When the sync that runs began, by the monotonic clock; 0 while none runs."""

    def start(self) -> None:
        """Sync now, and from then on."""
        atexit.register(stop_all)  # a program that ends waits for no remote
        self._thread.start()

    def wake(self) -> None:
        """Sync as soon as the one that runs has ended."""
        self._failed = 0
        self._woken.set()

    def stop(self) -> None:
        """Begin no other sync; one that runs goes on by itself, and ends with the program."""
        self._ended.set()
        self._woken.set()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._woken.clear()
            self.since = time.monotonic()
            self._tell(self._sync())
            self.since = 0.0
            self._woken.wait(self._pause())

    def _sync(self) -> Synced:
        workspace = self._workspace
        workspace.settings = Settings(workspace.git)  # a remote may have come
        if not workspace.remote:
            return Synced()
        try:
            return sync(workspace)
        except Busy:
            return Synced()  # another process of this clone is at it
        except CoordError as error:
            return Synced(away=str(error))
        except Exception as error:  # the loop goes on, and the user is told what nobody foresaw
            return Synced(away=f"unexpected in sync: {type(error).__name__}: {error}")

    def _pause(self) -> float:
        poll = float(self._workspace.plan.channel.poll)
        if self._failed:
            return poll * min(SELDOM, self._failed)
        if self._lively:
            self._lively -= 1
            poll /= OFTEN
        return min(poll, self._poll) if self._poll else poll

    def _tell(self, done: Synced) -> None:
        """Have the user told what is new: what lost, what was restored, that the remote is away."""
        self._failed = self._failed + 1 if done.away else 0
        if done.received or done.sent:
            self._lively = LIVELY
        workspace = self._workspace
        for one in done.withdrawn:
            if one.event.by == workspace.me:
                workspace.tell(f"withdrawn: your {one.event.kind}: {one.reason}")
        workspace.tell(done.explained)
        if done.away != self._told:
            workspace.tell(done.away)
        self._told = done.away
