"""The screen's readings: each a whole snapshot, and never an exception once the first was good.

Only what changed is read again. When a reading fails, the last good one stays, with the problem.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.plan_file import load_plan
from coord_tui.adapters.tracked import tracked_paths, watched_folders
from coord_tui.adapters.watch import EVERYTHING, TIMED, WatchRoots, watch
from coord_tui.core.ownership import Ownership
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import Worktree
from coord_tui.errors import CoordError
from coord_tui.workspace.places import cache_path, plan_path
from coord_tui.workspace.workspace import Workspace

Changed = frozenset[str]
UNWATCHED = "the system cannot watch this many folders: reading every 2 s instead"


class Live:
    """A workspace that is read again and again."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.ownership = Ownership.from_plan(workspace.plan)
        self.last: Snapshot | None = None
        self._due: Changed = EVERYTHING
        """What changed and was not read yet, because reading it failed."""

    def read(self, changed: Changed = EVERYTHING) -> Snapshot:
        """The snapshot now, given what changed since the last one (nothing: only time passed).

        Raises: CoordError if there is no earlier reading to fall back on.
        """
        self._due |= changed
        try:
            self.last = self._read()
        except CoordError as error:
            if self.last is None:
                raise
            return self.last._replace(problem=str(error), notices=self.workspace.told())
        self._due = frozenset({"plan"} if self.last.problem else ())
        return self.last

    def begin(self) -> None:
        """Read ahead, for `first`, which tells what goes wrong."""
        with suppress(CoordError):
            self.read()

    def first(self) -> Snapshot:
        """What was read ahead, or else a first reading now. Raises: CoordError."""
        return self.last or self.read()

    def _read(self) -> Snapshot:
        workspace, last = self.workspace, self.last
        problem = self._read_plan() if "plan" in self._due else ""
        files = last is None or not self._due.isdisjoint({"tree", "git"})
        return Snapshot(
            board=workspace.board(),
            ownership=self.ownership,
            tracked=tracked_paths(workspace.git) if files or last is None else last.tracked,
            worktrees=self._worktrees() if files or last is None else last.worktrees,
            problem=problem,
            notices=workspace.told(),
        )

    def _read_plan(self) -> str:
        """Take the plan as it is now; a broken one is not taken, and this says why."""
        workspace = self.workspace
        try:
            plan = load_plan(plan_path(workspace.layout), cache_path(workspace.layout)).plan
        except CoordError as error:
            return str(error)
        if plan != workspace.plan:
            workspace.plan = plan
            self.ownership = Ownership.from_plan(plan)
        return ""

    def _worktrees(self) -> tuple[Worktree, ...]:
        workspace = self.workspace
        return (read_worktree(workspace.git, workspace.layout.top, workspace.layout.git_dir),)

    async def changes(self, stop: asyncio.Event) -> AsyncIterator[Changed]:
        """What changed on the disk, each time something did, until `stop` is set."""
        workspace, layout = self.workspace, self.workspace.layout
        roots = WatchRoots(
            tree=lambda: watched_folders(workspace.git, layout.top),
            git_dir=layout.git_dir,
            common_dir=layout.common_dir,
            plan=plan_path(layout),
            channel=workspace.channel.path,
        )
        told = False
        async for changed in watch(roots, stop):
            if TIMED in changed and not told:
                told = True
                workspace.notices.append(UNWATCHED)
            yield changed & EVERYTHING
