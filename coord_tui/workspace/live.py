"""The screen's readings: each a whole snapshot, and never an exception once the first was good.

Only what changed is read again. When a reading fails, the last good one stays, with the problem.
While the screen is open the channel is kept in sync and the conflict radar looks, in threads that
never hold up its end; and who edits what was not agreed is told of.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from coord_tui.adapters.channel_file import Busy
from coord_tui.adapters.plan_file import load_plan
from coord_tui.adapters.settings import Settings
from coord_tui.core.board import Board
from coord_tui.core.changed import EVERYTHING, NOTHING, PLAN, TREES, Changed, tree
from coord_tui.core.contact import Contact
from coord_tui.core.snapshot import Snapshot
from coord_tui.errors import CoordError
from coord_tui.workspace.live_changes import LiveChanges, gone
from coord_tui.workspace.places import cache_path, plan_path
from coord_tui.workspace.running import Running
from coord_tui.workspace.trees import Trees
from coord_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from coord_tui.workspace.afterwards import Afterwards
    from coord_tui.workspace.noticing import Noticing
    from coord_tui.workspace.radar_loop import RadarLoop
    from coord_tui.workspace.sync_loop import SyncLoop
    from coord_tui.workspace.syncing import Synced


class Live:
    """A workspace that is read again and again."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.last: Snapshot | None = None
        self._due: Changed = EVERYTHING
        """What changed and was not read yet, because reading it failed."""
        self._trees = Trees(workspace)
        self._changes = LiveChanges(workspace)
        self._running = Running(workspace)
        self._loop: SyncLoop | None = None
        self._radar: RadarLoop | None = None
        self._noticing: Noticing | None = None
        self._noticed: Afterwards[Snapshot] | None = None
        self._asked_at = 0.0
        """When the sync that was asked for, and still runs, began; 0: none does."""
        self._in_clones = 1
        """In how many clones the session was last told to act."""

    def start(self) -> None:
        """Be listed among the programs of the clone; from now on sync, look ahead, and notice."""
        from coord_tui.workspace.afterwards import Afterwards  # first the screen, then the others
        from coord_tui.workspace.noticing import Noticing
        from coord_tui.workspace.radar_loop import RadarLoop
        from coord_tui.workspace.sync_loop import SyncLoop

        self._running.start()
        self._loop = SyncLoop(self.workspace)
        self._loop.start()
        self._radar = RadarLoop(self.workspace, then=self._look_again)
        self._radar.start()
        self._noticing = Noticing(self.workspace, then=self.wake, again=self._look_again)
        self._noticed = Afterwards(self._noticing.notice)
        self._look_again()

    def _look_again(self) -> None:
        self.nudge(NOTHING)

    def stop(self) -> None:
        """Begin nothing more; a sync that hangs is waited for by nobody."""
        for one in (self._running, self._loop, self._radar, self._noticed, self._noticing):
            if one is not None:
                one.stop()

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
        self._due = frozenset({PLAN}) if self.last.problem else NOTHING
        self._hand_on(self.last)
        return self.last

    def _hand_on(self, snapshot: Snapshot) -> None:
        """Let radar and notices have what was read, once it was painted."""
        if self._radar is not None:
            self._radar.want(snapshot.worktrees, self._trees.places)
        if self._noticed is not None:
            self._noticed.give(snapshot)

    def begin(self) -> None:
        """Read ahead, for `first`, which tells what goes wrong."""
        with suppress(Exception):
            self.read()

    def first(self) -> Snapshot:
        """What was read ahead, or else a first reading now. Raises: as `read`."""
        return self.last or self.read()

    def _read(self) -> Snapshot:
        problem = self._read_plan() if PLAN in self._due else ""
        twice = self._running.twice()
        found = self.workspace.snapshot(self.last, self._due_first(), self._trees)
        self._tell_of_clones(found.board)
        board = self._with_remote(found.board)
        notices = (*found.notices, *self.workspace.told())
        radar = self._radar.last if self._radar else found.radar
        return found._replace(
            board=board, problem=problem, twice=twice, notices=notices, radar=radar
        )

    def _due_first(self) -> Changed:
        """What is due; of a first reading only the reader's own tree: the others can wait."""
        own = frozenset({tree(self.workspace.layout.top)})
        return self._due if self.last else self._due - {TREES} | own

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

    def changes(self, stop: asyncio.Event) -> AsyncGenerator[Changed, None]:
        """What changed, each time something did, until `stop` is set."""
        return self._changes.follow(stop)

    def nudge(self, changed: Changed) -> None:
        """Have `changes` tell of this soon; from any thread."""
        self._changes.nudge(changed)


def _words(error: Exception) -> str:
    """What went wrong, for the problem of a snapshot; what nobody foresaw by its type."""
    return str(error) if isinstance(error, CoordError) else f"{type(error).__name__}: {error}"
