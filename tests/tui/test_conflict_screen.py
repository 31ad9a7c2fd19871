"""A conflict that is to come, on the screen: both sides, off the keys' way, as long as it holds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coord_tui.core.radar import Hunk, Radar
from coord_tui.core.snapshot import Snapshot
from coord_tui.tui.app import CoordApp
from coord_tui.tui.screens.conflict import NO_LINES, SETTLED
from coord_tui.workspace.radar import look
from coord_tui.workspace.trees import listed
from tests.repos import Repo
from tests.tui.alive import session
from tests.tui.still import NARROW, WIDE, Still, dialog, main, press, rows_of, show, toasts, until

MINE = "def read(timeout=5):\n    return timeout\n\n\nend = 1\n"
THEIRS = "def read(retries=2):\n    return retries\n\n\nend = 1\n"


def clashing(place: Repo, aside: Path) -> Snapshot:
    """Two worktrees that both changed the shared file, and what the radar says of it."""
    place.write("atlas/config.py", MINE)
    other = place.worktree(aside, "side")
    other.write("atlas/config.py", THEIRS)
    (other.path / "atlas/mcp/tool.py").unlink()
    place.write("atlas/mcp/tool.py", "kept\n")
    workspace = session(place, "senior")
    found = workspace.snapshot()
    radar = look(workspace, found.worktrees, listed(workspace).places, None)
    assert radar.conflicts, radar
    return found._replace(radar=radar)


@asynccontextmanager
async def opened(
    place: Repo, shown: Snapshot, size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[None]]:
    """The program over that reading and the repository it is of."""
    app = CoordApp(session(place, "senior"), Still(shown))
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


async def to_the_conflict(pilot: Pilot[None], path: str) -> None:
    await press(pilot, "3")
    key = next(key for key in rows_of(pilot, "tree") if "pair" in key and key.endswith(path))
    main(pilot).query_one("#tree").query_one("RowList").move_to(key)  # type: ignore[attr-defined]
    await press(pilot, "enter")


async def test_enter_shows_both_sides_abreast(place: Repo, tmp_path: Path) -> None:
    async with opened(place, clashing(place, tmp_path / "side")) as pilot:
        await to_the_conflict(pilot, "config.py")
        await until(pilot, lambda: "timeout=5" in dialog(pilot))
        said = dialog(pilot)
        (line,) = [line for line in said.splitlines() if "timeout=5" in line]
        assert "│" in line, said
        assert "retries=2" in line, said
        assert "atlas/config.py" in said
        assert "@@ line 1" in said
        await press(pilot, "escape")
        assert pilot.app.screen_stack == [main(pilot)]


async def test_where_it_is_narrow_one_side_stands_under_the_other(
    place: Repo, tmp_path: Path
) -> None:
    async with opened(place, clashing(place, tmp_path / "side"), NARROW) as pilot:
        await to_the_conflict(pilot, "config.py")
        await until(pilot, lambda: "timeout=5" in dialog(pilot))
        lines = dialog(pilot).splitlines()
        mine = next(n for n, line in enumerate(lines) if "timeout=5" in line)
        theirs = next(n for n, line in enumerate(lines) if "retries=2" in line)
        assert mine != theirs
        assert "side" in "\n".join(lines)


async def test_what_has_no_lines_to_compare_is_said(place: Repo, tmp_path: Path) -> None:
    async with opened(place, clashing(place, tmp_path / "side")) as pilot:
        await to_the_conflict(pilot, "tool.py")
        await until(pilot, lambda: NO_LINES in dialog(pilot))
        assert "deleted" in dialog(pilot)


async def test_it_says_when_it_is_settled(place: Repo, tmp_path: Path) -> None:
    shown = clashing(place, tmp_path / "side")
    async with opened(place, shown) as pilot:
        await to_the_conflict(pilot, "config.py")
        await until(pilot, lambda: "timeout=5" in dialog(pilot))
        await show(pilot, shown._replace(radar=Radar(at=1.0)))
        assert SETTLED in dialog(pilot)
        assert "timeout=5" not in dialog(pilot)


async def test_the_palette_lists_all_of_them(place: Repo, tmp_path: Path) -> None:
    async with opened(place, clashing(place, tmp_path / "side")) as pilot:
        await main(pilot).run_command("look.conflicts")
        await pilot.pause()
        assert "atlas/config.py" in dialog(pilot)
        assert "atlas/mcp/tool.py" in dialog(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "timeout=5" in dialog(pilot))
        assert not toasts(pilot)


async def test_without_conflicts_it_says_what_was_compared(place: Repo) -> None:
    shown = session(place, "senior").snapshot()
    async with opened(place, shown) as pilot:
        await main(pilot).run_command("look.conflicts")
        await pilot.pause()
        assert "nothing is compared yet" in dialog(pilot)
        await press(pilot, "escape")
        await show(pilot, shown._replace(radar=Radar(at=1.0)))
        await main(pilot).run_command("look.conflicts")
        await pilot.pause()
        assert "nothing would conflict" in dialog(pilot)


async def test_what_nobody_foresaw_is_said_and_asked_again(
    place: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> tuple[Hunk, ...]:
        raise ZeroDivisionError("by zero")

    async with opened(place, shown := clashing(place, tmp_path / "side")) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr("coord_tui.tui.screens.conflict.hunks_of", fails)
            await to_the_conflict(pilot, "config.py")
            await until(pilot, lambda: "unexpected ZeroDivisionError: by zero" in dialog(pilot))
        await show(pilot, shown)
        await until(pilot, lambda: "timeout=5" in dialog(pilot))
        assert "unexpected" not in dialog(pilot)
