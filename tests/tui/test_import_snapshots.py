"""Pictures of the review of an import, each looked at by a person before it was kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coord_tui.tui.screens.import_writing import ImportWriting
from tests.tui.reviewing import PLAN, app_of, review
from tests.tui.still import MEDIUM, NARROW, press, until

Compare = Callable[..., bool]
WIDEST = (160, 45)
SIZES = pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDEST], ids=["46x40", "80x24", "160x45"])


async def begun(pilot: Pilot[Any]) -> None:
    """One guess taken, and a session left with all that is hers."""
    await pilot.pause()
    await press(pilot, "y")
    review(pilot).list.move_to("session:mira")
    await press(pilot, "space", "y")
    review(pilot).list.move_to("task:P4")
    await pilot.pause()


async def agreeing(pilot: Pilot[Any]) -> None:
    """At what will be written, one difference replaced and one new session refused."""
    await pilot.pause()
    await press(pilot, "a", "w")
    await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))
    await press(pilot, "y")
    screen = pilot.app.screen
    assert isinstance(screen, ImportWriting)
    screen.list.move_to("session:sol")
    await press(pilot, "space")


@SIZES
def test_review(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    """Guesses with their reason, what was left with what fell, and the lines, marked."""
    assert snap_compare(app_of(tmp_path), terminal_size=size, run_before=begun)


@pytest.mark.parametrize("theme", ["coord-light", "coord-16"])
def test_review_in_themes(snap_compare: Compare, tmp_path: Path, theme: str) -> None:
    """Taken, guessed, left and fallen differ by a sign on every ground."""
    app = app_of(tmp_path, theme=theme)
    assert snap_compare(app, terminal_size=MEDIUM, run_before=begun)


@SIZES
def test_differences(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    """What is there and what the import says, one above the other, and what becomes of it."""
    (tmp_path / "coord.yaml").write_text(PLAN)
    assert snap_compare(app_of(tmp_path), terminal_size=size, run_before=agreeing)


@pytest.mark.parametrize("size", [NARROW, WIDEST], ids=["46x40", "160x45"])
def test_new_plan(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    """The text that will be written, its comments in the background, no line cut."""

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await press(pilot, "a", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))

    assert snap_compare(app_of(tmp_path), terminal_size=size, run_before=before)
