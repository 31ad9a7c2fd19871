"""The review of an import in a terminal, over a document that was read already."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.review import review_of
from coord_tui.tui.review_app import ReviewApp
from coord_tui.tui.screens.import_review import ImportReview
from coord_tui.tui.screens.import_writing import ImportWriting
from coord_tui.workspace.import_target import find_target
from coord_tui.workspace.importing import Prepared
from tests.stated import STATED, documents
from tests.tui.still import WIDE, seen, until

PLAN = """\
version: 1
project: pier
sessions:
  mira: {role: storage}  # our first
ownership:
  mira: [src/tides/]
"""


def app_of(folder: Path, stated: Stated = STATED, *, theme: str = "coord-dark") -> ReviewApp:
    """The program that reviews it, for a plan in the folder."""
    read = documents(str(folder), stated)
    app = ReviewApp(read, review_of(read.reading()), find_target("coord.yaml", str(folder)))
    app.theme = theme
    app.animation_level = "none"
    return app


@asynccontextmanager
async def reviewing(
    folder: Path, stated: Stated = STATED, size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[Any]]:
    """The program, settled."""
    async with app_of(folder, stated).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield pilot


def review(pilot: Pilot[Any]) -> ImportReview:
    """The review, also while something is over it."""
    return next(one for one in pilot.app.screen_stack if isinstance(one, ImportReview))


def writing(pilot: Pilot[Any]) -> ImportWriting:
    """What will be written."""
    screen = pilot.app.screen
    assert isinstance(screen, ImportWriting), seen(pilot)
    return screen


async def go_on(pilot: Pilot[Any]) -> ImportWriting:
    """Go on from the review to what will be written."""
    await pilot.press("w")
    await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))
    await pilot.pause()
    return writing(pilot)


async def write(pilot: Pilot[Any]) -> Prepared | None:
    """Write it; what the program ends with."""
    await pilot.press("w")
    await until(pilot, lambda: pilot.app._exit)
    found: Prepared | None = pilot.app.return_value
    return found
