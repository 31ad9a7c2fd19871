"""The screen's readings: each a whole snapshot, and never an exception once the first was good.

Only what changed is read again. When a reading fails, the last good one stays, with the problem.
"""

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import suppress

from coord_tui.adapters.layout import Layout
from coord_tui.adapters.plan_file import load_plan
from coord_tui.adapters.tracked import watched_folders
from coord_tui.adapters.watch import EVERY, EVERYTHING, WatchRoots, watch
from coord_tui.core.snapshot import Snapshot
from coord_tui.errors import CoordError
from coord_tui.workspace.places import cache_path, plan_path
from coord_tui.workspace.workspace import Workspace

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
        return self.workspace.snapshot(self.last, files=files)._replace(problem=problem)

    def _read_plan(self) -> str:
        """Take the plan as it is now; a broken one is not taken, and this says why."""
        workspace = self.workspace
        try:
            plan = load_plan(plan_path(workspace.layout), cache_path(workspace.layout)).plan
        except CoordError as error:
            return str(error)
        if plan != workspace.plan:
            workspace.plan = plan
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
