"""The screen's readings: each a whole snapshot, and never an exception once the first was good.

Only what changed is read again. When a reading fails, the last good one stays, with the problem.
While the screen is open the channel is kept in sync, in threads that never hold up its end.
"""

import asyncio
import os
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from coord_tui.adapters.channel_file import Busy
from coord_tui.adapters.layout import Layout
from coord_tui.adapters.plan_file import load_plan
from coord_tui.adapters.settings import Settings
from coord_tui.adapters.tracked import watched_folders
from coord_tui.adapters.watch import EVERY, EVERYTHING, WatchRoots, watch
from coord_tui.core.board import Board
from coord_tui.core.contact import Contact
from coord_tui.core.snapshot import Snapshot
from coord_tui.errors import CoordError
from coord_tui.workspace.places import cache_path, plan_path
from coord_tui.workspace.running import Running
from coord_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from coord_tui.workspace.sync_loop import SyncLoop
    from coord_tui.workspace.syncing import Synced

Changed = frozenset[str]
LIMIT = "watch limit"
"""What the system's refusal holds when it watches as many folders as it may."""


class Live:
    """A workspace that is read again and again."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.last: Snapshot | None = None
        self._due: Changed = EVERYTHING
        """What changed and was not read yet, because reading it failed."""
        self._running = Running(workspace)
        self._loop: SyncLoop | None = None
        self._asked_at = 0.0
        """When the sync that was asked for, and still runs, began; 0: none does."""
        self._in_clones = 1
        """In how many clones the session was last told to act."""

    def start(self) -> None:
        """Be listed among the programs of the clone, and keep the channel in sync from now on."""
        from coord_tui.workspace.sync_loop import SyncLoop  # first the screen, then the others

        self._running.start()
        self._loop = SyncLoop(self.workspace)
        self._loop.start()

    def stop(self) -> None:
        """Begin nothing more; a sync that hangs is waited for by nobody."""
        self._running.stop()
        if self._loop is not None:
            self._loop.stop()

    def wake(self) -> None:
        """Send soon what was just written."""
        if self._loop is not None:
            self._loop.wake()

    def syncing_for(self) -> float:
        """For how many seconds a sync has been running; 0: none is."""
        began = (self._asked_at, self._loop.since if self._loop else 0.0)
        return max((time.monotonic() - at for at in began if at), default=0.0)

    def sync(self, then: "Callable[[Synced], object]") -> bool:
        """Sync now, and call `then` from another thread; False when one asked for still runs."""
        if self._asked_at:
            return False
        self._asked_at = time.monotonic()
        Thread(target=self._sync, args=(then,), name="sync now", daemon=True).start()
        return True

    def _sync(self, then: "Callable[[Synced], object]") -> None:
        from coord_tui.workspace.sync import sync
        from coord_tui.workspace.syncing import Synced

        workspace = self.workspace
        workspace.settings = Settings(workspace.git)  # a remote may have come
        try:
            done = sync(workspace)
        except Busy:
            done = Synced(away="another program of this clone is at it: the head says how it ends")
        except Exception as error:
            done = Synced(away=_words(error))
        self._asked_at = 0.0
        then(done)

    def read(self, changed: Changed = EVERYTHING) -> Snapshot:
        """The snapshot now, given what changed since the last one (nothing: only time passed).

        Raises: whatever went wrong, if there is no earlier reading to fall back on.
        """
        self._due |= changed
        try:
            self.last = self._read()
        except Exception as error:
            if self.last is None:
                raise
            problem = gone(self.workspace.layout) or _words(error)
            return self.last._replace(problem=problem, notices=self.workspace.told())
        self._due = frozenset({"plan"} if self.last.problem else ())
        return self.last

    def begin(self) -> None:
        """Read ahead, for `first`, which tells what goes wrong."""
        with suppress(Exception):
            self.read()

    def first(self) -> Snapshot:
        """What was read ahead, or else a first reading now. Raises: as `read`."""
        return self.last or self.read()

    def _read(self) -> Snapshot:
        problem = self._read_plan() if "plan" in self._due else ""
        files = not self._due.isdisjoint({"tree", "git"})
        twice = self._running.twice()
        found = self.workspace.snapshot(self.last, files=files)
        self._tell_of_clones(found.board)
        board = self._with_remote(found.board)
        notices = (*found.notices, *self.workspace.told())
        return found._replace(board=board, problem=problem, twice=twice, notices=notices)

    def _with_remote(self, board: Board) -> Board:
        """The board with the remote that there is, though it may never have been asked."""
        remote = self.workspace.remote
        known = board.contact.remote == remote
        return board if known else board._replace(contact=Contact(remote))

    def _tell_of_clones(self, board: Board) -> None:
        """Have the session told, once, that it acts in several clones."""
        mine = (one.clones for one in board.sessions if one.session.name == board.me != "")
        clones = max(1, len(next(mine, ())))
        if clones > self._in_clones:
            self.workspace.tell(
                f"{board.me} acts in {clones} clones: if that is somebody else, "
                "`coord-tui whoami NAME` gives one of them another name"
            )
        self._in_clones = clones

    def _read_plan(self) -> str:
        """Take the plan as it is now; a broken one is not taken, and this says why."""
        workspace = self.workspace
        try:
            loaded = load_plan(plan_path(workspace.layout), cache_path(workspace.layout))
        except CoordError as error:
            return str(error)
        if loaded.plan != workspace.plan:
            workspace.plan = loaded.plan
        workspace.source = loaded.source
        return ""

    async def changes(self, stop: asyncio.Event) -> AsyncGenerator[Changed, None]:
        """What changed on the disk, each time something did, until `stop` is set."""
        workspace, layout = self.workspace, self.workspace.layout
        roots = WatchRoots(
            tree=lambda: watched_folders(workspace.git, layout.top),
            git_dir=layout.git_dir,
            common_dir=layout.common_dir,
            plan=plan_path(layout),
            channel=workspace.channel.path,
        )
        told = ""
        async for changed, refused in watch(roots, stop):
            notice = unwatched(refused, layout) if refused else ""
            if notice != told:
                workspace.tell(notice)
            told = notice
            yield changed


def _words(error: Exception) -> str:
    """What went wrong, for the problem of a snapshot; what nobody foresaw by its type."""
    return str(error) if isinstance(error, CoordError) else f"{type(error).__name__}: {error}"


def gone(layout: Layout) -> str:
    """That the repository is not there any more; empty while it is."""
    there = os.path.isdir(layout.top) and os.path.isdir(layout.git_dir)
    return "" if there else f"the repository is not there any more: {layout.top}"


def unwatched(refused: str, layout: Layout) -> str:
    """Why a timer reads, given what the system said when it was asked to watch."""
    if away := gone(layout):
        return away
    limited = "the system cannot watch this many folders"
    why = limited if LIMIT in refused else f"the folders cannot be watched ({refused})"
    return f"{why}: reading every {EVERY:g} s instead"
