"""What an open screen finds out about others: conflicts before they happen, edits not agreed on."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from itertools import count
from pathlib import Path

from coord_tui.core.changed import NOTHING
from coord_tui.core.snapshot import Snapshot
from coord_tui.workspace.identity import store_name
from coord_tui.workspace.live import Live
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.repos import Repo

GUARD = 30.0
"""Seconds after which a reading that never comes fails the test."""


Until = Callable[[Callable[[Snapshot], object]], Awaitable[Snapshot]]


@asynccontextmanager
async def readings(live: Live) -> AsyncIterator[Until]:
    """The program's lap without its screen: gives the first reading of which something holds."""
    live.first()
    async with aclosing(live.changes(asyncio.Event())) as changes:
        live.read(await anext(changes))
        live.start()

        async def until(holds: Callable[[Snapshot], object]) -> Snapshot:
            async with asyncio.timeout(GUARD):
                while not holds(snapshot := live.read(await anext(changes))):
                    continue
                return snapshot

        try:
            yield until
        finally:
            live.stop()


def of_junior(place: Repo, folder: Path) -> Repo:
    """A worktree of the clone in which junior works."""
    place.git("worktree", "add", "-b", "inbox", str(folder))
    store_name(Workspace.open(str(folder), "junior"))
    return Repo(folder)


async def test_the_radar_speaks_before_anybody_merges(place: Repo, tmp_path: Path) -> None:
    tree = of_junior(place, tmp_path / "inbox")
    live = Live(Workspace.open(str(place.path), "senior"))
    async with readings(live) as until:
        place.write("atlas/config.py", "timeout = 1\n")
        tree.write("atlas/config.py", "timeout = 2\n")
        found = await until(lambda snapshot: snapshot.radar.conflicts)
        (pair,) = found.radar.conflicts
        assert (pair.one.session, pair.other.session, pair.paths) == (
            "senior", "junior", ("atlas/config.py",),
        )  # fmt: skip
        tree.write("atlas/config.py", "timeout = 1\n")
        await until(lambda snapshot: snapshot.radar.at and not snapshot.radar.conflicts)


async def test_the_owner_is_told_once_of_an_edit_without_leave(place: Repo, tmp_path: Path) -> None:
    tree = of_junior(place, tmp_path / "inbox")
    plan = PLAN.replace("junior: {", "lead: reviews\n  junior: {")
    place.write("coord.yaml", plan.replace("senior: [atlas/agents/", "lead: [atlas/agents/"))
    workspace = Workspace.open(str(place.path), "senior")
    moment = workspace.clock()
    workspace.clock = lambda: moment
    live = Live(workspace)
    async with readings(live) as until:
        tree.write("atlas/agents/planner.py", "print()\n")
        await until(lambda snapshot: any(tree.changes for tree in snapshot.worktrees[1:]))
        assert notices(live) == []
        times = count(moment)
        workspace.clock = lambda: next(times)  # from now on time passes while readings come
        live.nudge(NOTHING)
        async with asyncio.timeout(GUARD):
            while not notices(await until(lambda snapshot: True)):
                live.nudge(NOTHING)
        for _ in range(3):
            live.nudge(NOTHING)
            await until(lambda snapshot: True)
    assert notices(live) == [("senior", "junior", "atlas/agents/planner.py", ("lead",))]


def notices(seen: Live | Snapshot) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Who told of whose edit of what, and whom."""
    board = seen.board if isinstance(seen, Snapshot) else seen.workspace.board()
    events = (entry.line.event for entry in board.log if entry.line.event)
    return [
        (one.by, one.text("editor"), one.text("about"), one.texts("to"))
        for one in events
        if one.text("noticed") == "edit"
    ]
