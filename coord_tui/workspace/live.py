"""The screen's readings: each a whole snapshot, and never an exception once the first was good.

Only what changed is read again. When a reading fails, the last good one stays, with the problem.
"""

import asyncio
from collections.abc import AsyncIterator

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

    def read(self, changed: Changed = EVERYTHING) -> Snapshot:
        """The snapshot now, given what changed since the last one (nothing: only time passed).

        Raises: CoordError if there is no earlier reading to fall back on.
        """
        try:
            self.last = self._read(changed)
        except CoordError as error:
            if self.last is None:
                raise
            return self.last._replace(problem=str(error), notices=self.workspace.told())
        return self.last

    def _read(self, changed: Changed) -> Snapshot:
        workspace, last = self.workspace, self.last
        if "plan" in changed:
            self._read_plan()
        files = last is None or not changed.isdisjoint({"tree", "git"})
        return Snapshot(
            board=workspace.board(),
            ownership=self.ownership,
            tracked=tracked_paths(workspace.git) if files or last is None else last.tracked,
            worktrees=self._worktrees() if files or last is None else last.worktrees,
            notices=workspace.told(),
        )

    def _read_plan(self) -> None:
        workspace = self.workspace
        plan = load_plan(plan_path(workspace.layout), cache_path(workspace.layout)).plan
        if plan != workspace.plan:
            workspace.plan = plan
            self.ownership = Ownership.from_plan(plan)

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
