"""The diff of a file, opened from the list, over real repositories: live, and never in the way."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from coord_tui.presentation.diff import HUNK
from coord_tui.tui.screens.diff import SAME, DiffScreen
from coord_tui.tui.screens.reading import READING
from tests.builders import snapshot, worktree
from tests.repos import AWKWARD, Repo
from tests.tui.alive import live
from tests.tui.still import (
    dialog,
    foot,
    is_inert,
    main,
    pane,
    press,
    rows_of,
    seen,
    still,
    until,
)

FUNCTIONS = "".join(f"def f{n}():\n    return {n}\n\n\n" for n in range(60))


async def opened(pilot: Pilot[None], path: str) -> str:
    """Open the diff of a file of the list; what it says once it was read."""
    await press(pilot, "3")
    await until(pilot, lambda: any(key.endswith(path) for key in rows_of(pilot, "tree")))
    key = next(key for key in rows_of(pilot, "tree") if key.endswith(path))
    pane(pilot, "tree").active.move_to(key)
    await press(pilot, "enter")
    await until(pilot, lambda: READING not in dialog(pilot))
    return dialog(pilot)


def lines(pilot: Pilot[None]) -> list[str]:
    """The lines that are in view, without the head."""
    assert isinstance(pilot.app.screen, DiffScreen)
    view = pilot.app.screen.lines
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


async def test_enter_shows_what_changed_with_standing_and_next_step(place: Repo) -> None:
    place.write("atlas/config.py", "a = 1\n")
    place.commit("atlas/config.py")
    place.write("atlas/config.py", "a = 2\n")
    async with live(place) as pilot:
        await press(pilot, "3")
        assert "enter diff" in foot(pilot)
        said = await opened(pilot, "atlas/config.py")

    assert "announce first" in said
    assert "modified · +1 −1" in said
    assert "1 - a = 1" in said
    assert "1 + a = 2" in said


@pytest.mark.parametrize("path", AWKWARD)
async def test_every_path_has_its_diff_and_is_inert(place: Repo, path: str) -> None:
    place.write(path, "a \x1b[31mred\x1b[0m [bold]b[/] \u202e\n")
    async with live(place) as pilot:
        said = await opened(pilot, path)
        assert is_inert(seen(pilot))

    assert "+ a ‹001B›[31mred‹001B›[0m [bold]b[/] ‹202E›" in said


async def test_it_is_live_and_the_eye_keeps_its_place(place: Repo) -> None:
    place.write("atlas/config.py", FUNCTIONS)
    place.commit("atlas/config.py")
    changed = FUNCTIONS
    for number in range(10, 59, 4):
        changed = changed.replace(f"return {number}\n", f"return {number}0\n")
    place.write("atlas/config.py", changed)
    async with live(place) as pilot:
        await opened(pilot, "atlas/config.py")
        await press(pilot, "n", "n", "n")
        before = lines(pilot)
        assert before[0].startswith("@@ -87"), before
        place.write("atlas/config.py", changed.replace("return 1\n", "return 11\n    # more\n"))
        await until(pilot, lambda: "+15 −14" in dialog(pilot))
        assert [line[4:] for line in lines(pilot)[1:8]] == [line[4:] for line in before[1:8]]
        assert dialog(pilot).count("@@ -87") == 1
        place.git("checkout", "--", "atlas/config.py")
        await until(pilot, lambda: SAME in dialog(pilot))


async def test_keys_hop_from_change_to_change_and_move_long_lines(place: Repo) -> None:
    place.write("atlas/config.py", FUNCTIONS)
    place.commit("atlas/config.py")
    changed = FUNCTIONS.replace("return 5\n", f"return '{'x' * 300}END'\n")
    place.write("atlas/config.py", changed.replace("return 30", "return 3").replace("50", "5"))
    async with live(place) as pilot:
        said = await opened(pilot, "atlas/config.py")
        assert "n N change" in said
        assert isinstance(pilot.app.screen, DiffScreen)
        view = pilot.app.screen.lines
        assert view.heading_at() == f"{HUNK}-19,7"
        await press(pilot, "n", "right_square_bracket")
        assert view.heading_at() == f"{HUNK}-198,8", "also where all of them are in view"
        await press(pilot, "n", "N", "left_square_bracket")
        assert view.heading_at() == f"{HUNK}-19,7"
        assert "END" not in dialog(pilot)
        await press(pilot, *["l"] * 25)
        assert "END" in dialog(pilot)
        await press(pilot, *["h"] * 25, "end")
        assert "return 5" in "\n".join(lines(pilot))


async def test_details_open_over_it(place: Repo) -> None:
    place.write("atlas/config.py", "x\n")
    async with live(place) as pilot:
        await opened(pilot, "atlas/config.py")
        await press(pilot, "i")
        assert "coordinate first" in dialog(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DiffScreen)
        await press(pilot, "enter")
        assert pilot.app.screen_stack == [main(pilot)]


async def test_another_worktrees_file_is_read_there_and_only_looked_at(
    place: Repo, tmp_path: Path
) -> None:
    other = place.worktree(tmp_path / "side", "side")
    other.write("atlas/config.py", "from the other side\n")
    async with live(place) as pilot:
        said = await opened(pilot, "atlas/config.py")
        assert "+ from the other side" in said
        assert "side" in said.splitlines()[1]
        assert "e edit" not in said
        await press(pilot, "escape")
        assert "edit" not in foot(pilot)
        assert "finish" not in foot(pilot)
        await press(pilot, "e")
        assert "another working tree" in seen(pilot)


async def test_a_clean_file_has_details_as_ever(place: Repo) -> None:
    async with live(place) as pilot:
        await press(pilot, "1")
        pane(pilot, "ownership").active.move_to("coord.yaml")
        await press(pilot, "enter")
        assert "standing" in dialog(pilot)
        assert not isinstance(pilot.app.screen, DiffScreen)


async def test_it_says_why_there_is_no_diff() -> None:
    """The repository is gone, or git fails: the reason stands where the lines would."""
    shown = snapshot(None, worktree(("M", "a.py"), path="/nowhere/at/all"))
    async with still(shown) as pilot:
        await press(pilot, "3", "enter")
        await until(pilot, lambda: "/nowhere/at/all" in dialog(pilot))
        await press(pilot, "escape")
        assert pilot.app.screen_stack == [main(pilot)]
