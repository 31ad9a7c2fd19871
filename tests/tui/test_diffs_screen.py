"""A file that several trees change: the diff of each under the other, live, and easy to walk."""

from pathlib import Path

from textual.pilot import Pilot

from coord_tui.presentation.diffs import TREE
from coord_tui.tui.screens.diff import SAME
from coord_tui.tui.screens.diffs import DiffsScreen
from coord_tui.tui.screens.reading import READING
from tests.repos import AWKWARD, Repo
from tests.tui.alive import live
from tests.tui.still import dialog, foot, is_inert, main, pane, press, rows_of, seen, until

CONFIG = "atlas/config.py"


async def opened(pilot: Pilot[None], path: str = CONFIG) -> str:
    """Open the diffs of a collision; what they say once they were read."""
    await press(pilot, "3")
    await until(
        pilot, lambda: any("both" in key and key.endswith(path) for key in rows_of(pilot, "tree"))
    )
    key = next(key for key in rows_of(pilot, "tree") if "both" in key and key.endswith(path))
    pane(pilot, "tree").active.move_to(key)
    await press(pilot, "enter")
    await until(pilot, lambda: READING not in dialog(pilot))
    assert isinstance(pilot.app.screen, DiffsScreen)
    return dialog(pilot)


def heading(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, DiffsScreen)
    return pilot.app.screen.lines.heading_at()


async def test_the_diffs_stand_one_under_the_other(place: Repo, tmp_path: Path) -> None:
    place.write(CONFIG, "mine\n")
    for name in ("one", "two"):
        place.worktree(tmp_path / name, name).write(CONFIG, f"of {name}\n")
    async with live(place) as pilot:
        said = await opened(pilot)
        places = [said.index(words) for words in ("+ mine", "+ of one", "+ of two")]
        assert places == sorted(places)
        assert "one and two" in said.splitlines()[0], said
        lines = said.splitlines()
        assert sum("· one" in line or "· two" in line for line in lines) == 2, said
        assert "e edit" in said
        await press(pilot, "right_square_bracket")
        assert heading(pilot) == f"{TREE}{tmp_path / 'one'}"
        await press(pilot, "right_square_bracket", "left_square_bracket", "left_square_bracket")
        assert heading(pilot) == f"{TREE}{place.path}"
        await press(pilot, "n")
        assert not heading(pilot).startswith(TREE), "a change is a heading too"
        await press(pilot, "i")
        assert "coordinate first" in dialog(pilot)
        await press(pilot, "escape", "escape")
        assert pilot.app.screen_stack == [main(pilot)]


async def test_it_is_live(place: Repo, tmp_path: Path) -> None:
    place.write(CONFIG, "first\n\n\n\n\nlast\n")
    place.commit(CONFIG)
    other = place.worktree(tmp_path / "one", "one")
    place.write(CONFIG, "mine\n\n\n\n\nlast\n")
    other.write(CONFIG, "first\n\n\n\n\ntheirs\n")
    async with live(place) as pilot:
        await opened(pilot)
        other.write(CONFIG, "first\n\n\n\n\nchanged once more\n")
        await until(pilot, lambda: "changed once more" in dialog(pilot))
        place.git("checkout", "--", CONFIG)
        await until(pilot, lambda: "+ mine" not in dialog(pilot))
        assert "changed once more" in dialog(pilot)
        other.git("checkout", "--", CONFIG)
        await until(pilot, lambda: SAME in dialog(pilot))


async def test_a_reading_that_comes_while_the_dialog_is_taken_down_is_no_trouble(
    place: Repo, tmp_path: Path
) -> None:
    place.write(CONFIG, "first\n\n\n\n\nlast\n")
    place.commit(CONFIG)
    place.worktree(tmp_path / "one", "one").write(CONFIG, "first\n\n\n\n\ntheirs\n")
    place.write(CONFIG, "mine\n\n\n\n\nlast\n")
    async with live(place) as pilot:
        await opened(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DiffsScreen)
        stood = screen.shows
        await screen.query("*").remove()
        assert (stood, screen.shows) == (True, False)
        main(pilot).show(main(pilot).snapshot)
        screen.show_all()


async def test_what_collides_among_others_is_only_looked_at(place: Repo, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        place.worktree(tmp_path / name, name).write(AWKWARD[0], f"\x1b[31m{name} [b]\n")
    async with live(place) as pilot:
        said = await opened(pilot, AWKWARD[0])
        assert "‹001B›[31mone [b]" in said
        assert "‹001B›[31mtwo [b]" in said
        assert "e edit" not in said
        assert is_inert(seen(pilot))
        await press(pilot, "escape")
        assert "enter diffs" in foot(pilot)
