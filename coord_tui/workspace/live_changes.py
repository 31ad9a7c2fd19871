"""What changed, as one stream: what the watch saw on the disk, and what other threads tell of."""

import asyncio
import os
from collections.abc import AsyncGenerator

from coord_tui.adapters.layout import Layout
from coord_tui.adapters.plan_file import load_plan
from coord_tui.adapters.watch import EVERY, watch
from coord_tui.adapters.watched import WatchRoots
from coord_tui.adapters.worktree_list import Listing
from coord_tui.core.changed import Changed
from coord_tui.errors import CoordError
from coord_tui.workspace.places import cache_path, plan_path
from coord_tui.workspace.trees import listed
from coord_tui.workspace.workspace import Workspace

LIMIT = "watch limit"
"""What the system's refusal holds when it watches as many folders as it may."""


class LiveChanges:
    """The changes of a workspace, for one reader."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._reader: tuple[asyncio.AbstractEventLoop, asyncio.Queue[Changed | None]] | None = None

    def nudge(self, changed: Changed) -> None:
        """Have the reader told of this soon; from any thread. Without a reader it is forgotten."""
        if self._reader is None:
            return
        loop, queue = self._reader
        try:
            loop.call_soon_threadsafe(queue.put_nowait, changed)
        except RuntimeError:  # the screen was closed meanwhile, and its loop with it
            self._reader = None

    async def follow(self, stop: asyncio.Event) -> AsyncGenerator[Changed, None]:
        """What changed, each time something did, until `stop` is set."""
        queue: asyncio.Queue[Changed | None] = asyncio.Queue()
        self._reader = asyncio.get_running_loop(), queue
        watching = asyncio.create_task(self._watch(queue, stop))
        try:
            while (changed := await queue.get()) is not None:
                yield changed
            await watching
        finally:
            self._reader = None
            stop.set()  # a thread waits in the watch
            watching.cancel()

    async def _watch(self, queue: "asyncio.Queue[Changed | None]", stop: asyncio.Event) -> None:
        workspace, told = self._workspace, ""
        try:
            async for changed, refused in watch(roots(workspace), stop):
                notice = unwatched(refused, workspace.layout) if refused else ""
                if notice != told:
                    workspace.tell(notice)
                told = notice
                queue.put_nowait(changed)
        finally:
            queue.put_nowait(None)


def roots(workspace: Workspace) -> WatchRoots:
    """What the watch of a workspace looks at."""
    channel = workspace.plan.channel
    return WatchRoots(
        trees=lambda: _listed_by_plan_of_now(workspace),
        plan=plan_path(workspace.layout),
        channel=workspace.channel.path,
        quiet=frozenset(
            {f"refs/heads/{channel.branch}", f"refs/remotes/{channel.remote}/{channel.branch}"}
        ),
    )


def _listed_by_plan_of_now(workspace: Workspace) -> Listing:
    """The trees, by the plan on the disk; it may be newer than the one that was read last."""
    layout = workspace.layout
    try:
        plan = load_plan(plan_path(layout), cache_path(layout)).plan
    except CoordError:
        plan = workspace.plan
    return listed(workspace, plan)


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
