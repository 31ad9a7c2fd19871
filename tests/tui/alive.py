"""The screen over a real repository, watched, as `coord-tui` opens it; and others at work there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from textual.pilot import Pilot

from coord_tui.core.board import Board
from coord_tui.tui.app import CoordApp
from coord_tui.workspace.live import Live
from coord_tui.workspace.workspace import Workspace
from tests.repos import Repo
from tests.tui.still import WIDE, main


def session(place: Repo, name: str, *, ago: float = 0) -> Workspace:
    """The clone as a session sees it; what it does is done so many seconds ago."""
    found = Workspace.open(str(place.path), name)
    if ago:
        found.clock = partial(float, found.clock() - ago)
    return found


@asynccontextmanager
async def live(place: Repo, name: str = "senior") -> AsyncIterator[Pilot[None]]:
    """The program as a session has it open; without a name, as whom git's email says."""
    workspace = session(place, name)
    app = CoordApp(workspace, Live(workspace))
    app.animation_level = "none"
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


def board(place: Repo, name: str = "junior") -> Board:
    """What stands on the disk, read by somebody else."""
    return session(place, name).board()


def kinds(place: Repo) -> list[str]:
    """The kinds of all events on the disk."""
    return [entry.line.event.kind for entry in board(place).log if entry.line.event]


def claimed_by(pilot: Pilot[None], task: str) -> str:
    """Who has a task, as the screen knows it."""
    entry = main(pilot).snapshot.board.task(task)
    return entry.claimed_by if entry else ""
