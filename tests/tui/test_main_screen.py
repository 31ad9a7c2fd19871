"""The screen as a whole: going about, zooming, sizes, mouse, and what it says of itself."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from coord_tui.core.changed import EVERYTHING, TREES, Changed
from coord_tui.core.plan import Plan
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import COMMANDS
from coord_tui.tui.bindings import PANES
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.widgets.key_bar import KeyBar
from coord_tui.tui.widgets.tab_strip import TabStrip
from tests.builders import MINUTE, NASTY, board, event, group, plan, snapshot, task, worktree
from tests.tui.still import (
    MEDIUM,
    NARROW,
    WIDE,
    Still,
    StillApp,
    cursor,
    dialog,
    foot,
    frame,
    head,
    is_inert,
    main,
    pane,
    press,
    seen,
    show,
    still,
    toasts,
    until,
)

SIZES = [NARROW, MEDIUM, WIDE]


def reading(problem: str = "", notices: tuple[str, ...] = ()) -> Snapshot:
    """Something in every pane."""
    said = (
        event("say", ago=9 * MINUTE, text="hello", id="hello"),
        event("claim", "senior", ago=5 * MINUTE, task="S1"),
        event("announce", path="atlas/config.py", intent="add"),
    )
    tracked = ("atlas/agents/a.py", "atlas/config.py", "atlas/mcp/b.py")
    tree = worktree(("M", "atlas/config.py"), ("?", "notes.md"))
    shown = snapshot(board(None, *said), tree, tracked=tracked, problem=problem)
    return shown._replace(notices=notices)


def visible(pilot: Pilot[None]) -> list[str]:
    """The panes that can be seen."""
    frames = {name: f"╭─ {number} " for number, name in enumerate(PANES, 1)}
    text = seen(pilot)
    return [name for name, words in frames.items() if words in text]


def focused(pilot: Pilot[None]) -> str | None:
    """The pane whose list has the keys, if it can be seen."""
    widget = main(pilot).focused
    found = [one.id for one in widget.ancestors if isinstance(one, SnapshotPane)] if widget else []
    return found[0] if found and found[0] in visible(pilot) else None


@pytest.mark.parametrize("size", SIZES)
async def test_it_starts_on_the_tasks(size: tuple[int, int]) -> None:
    async with still(reading(), size) as pilot:
        assert (focused(pilot), cursor(pilot)) == ("tasks", "S1")


@pytest.mark.parametrize("size", SIZES)
async def test_numbers_and_tab_go_to_the_panes(size: tuple[int, int]) -> None:
    async with still(reading(), size) as pilot:
        for number, name in enumerate(PANES, 1):
            await press(pilot, str(number))
            assert focused(pilot) == name
            assert visible(pilot) == (list(PANES) if size == WIDE else [name])
        gone = []
        for key in ("tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
            await press(pilot, key)
            gone.append(focused(pilot))
        assert gone == ["ownership", "tasks", "ownership", "channel", "tree"]


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_cut_off_or_overlaps(size: tuple[int, int]) -> None:
    async with still(reading(), size) as pilot:
        lines = seen(pilot).splitlines()
        assert len(lines) == size[1]
        assert max(map(len, lines)) <= size[0]
        regions = [one.region for one in main(pilot).query(SnapshotPane) if one.region]
        assert len(regions) == (4 if size == WIDE else 1)
        assert all(not a.overlaps(b) for a in regions for b in regions if a is not b)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
async def test_zoom_gives_a_pane_the_screen_and_takes_it_back(
    size: tuple[int, int], number: int
) -> None:
    async with still(reading(), size) as pilot:
        await press(pilot, str(number))
        before = seen(pilot)
        await press(pilot, "z")
        assert visible(pilot) == [PANES[number - 1]]
        assert focused(pilot) == PANES[number - 1]
        assert pane(pilot).region == Region(0, 1, size[0], size[1] - 2), "all but head and foot"
        lines, others = seen(pilot).splitlines(), before.splitlines()
        assert (lines[0], lines[-1]) == (others[0], others[-1])
        await press(pilot, "z")
        assert seen(pilot) == before


async def test_from_a_zoomed_pane_one_goes_straight_to_another() -> None:
    async with still(reading()) as pilot:
        await press(pilot, "z", "3")
        assert (focused(pilot), visible(pilot)) == ("tree", list(PANES))
        await press(pilot, "z", "tab")
        assert (focused(pilot), visible(pilot)) == ("channel", list(PANES))
        await press(pilot, "z", "escape")
        assert visible(pilot) == list(PANES)


async def test_a_zoomed_pane_lives_on() -> None:
    async with still(reading()) as pilot:
        await press(pilot, "2", "z")
        await show(pilot, board(plan(group("r", task("S1"), task("N1", "New")))))
        assert "N1 New" in seen(pilot)
        await press(pilot, "j", "enter")
        assert "N1  New" in dialog(pilot)
        await press(pilot, "escape")
        assert visible(pilot) == ["tasks"]


@pytest.mark.parametrize("name", PANES)
async def test_resizing_keeps_the_keys_where_they_are(name: str) -> None:
    async with still(reading(), WIDE) as pilot:
        await press(pilot, str(PANES.index(name) + 1), "j")
        row = cursor(pilot)
        for size in (MEDIUM, NARROW, MEDIUM, WIDE, NARROW, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert (focused(pilot), cursor(pilot)) == (name, row)
            assert visible(pilot) == (list(PANES) if size == WIDE else [name])


async def test_the_foot_says_what_the_keys_do_to_the_row() -> None:
    async with still(reading()) as pilot:
        assert foot(pilot).startswith("r release S1  d done S1")
        await press(pilot, "3")
        assert foot(pilot).startswith("a ask junior  m message  enter diff │ z zoom")
        await press(pilot, "1")
        assert "announce" not in foot(pilot)
        await press(pilot, "4", "home")
        assert foot(pilot).startswith("m message  space mark 1 read  s sync  enter details")
        assert foot(pilot).endswith("z zoom  ? help  ^p commands  q quit")


async def test_an_observer_is_offered_nothing_that_writes() -> None:
    said = event("claim", task="J1")
    watched = snapshot(board(None, said, me=""), worktree(("M", "atlas/config.py")))
    async with still(watched) as pilot:
        for key in "1234":
            await press(pilot, key)
            offered = [one.words for one in main(pilot).key_bar.entries if not one.constant]
            assert offered in ([], ["details"], ["diff"])
        assert "observer: read only" in head(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_help_explains_and_closes(size: tuple[int, int]) -> None:
    async with still(reading(), size) as pilot:
        await press(pilot, "question_mark")
        assert dialog(pilot).startswith("Help\nKeys\nc ")
        await press(pilot, "end")
        last = [one.name for one in COMMANDS if one.name and not one.key][-1]
        assert last in dialog(pilot)
        await press(pilot, "escape")
        assert focused(pilot) == "tasks"


async def test_the_mouse_goes_where_it_clicks() -> None:
    async with still(reading()) as pilot:
        tree = pane(pilot, "tree").active
        await pilot.click(tree, offset=(5, 3))
        await pilot.pause()
        assert (focused(pilot), cursor(pilot)) == ("tree", "notes.md")
        assert "finish notes.md" in foot(pilot)
        await pilot.double_click(tree, offset=(5, 1))
        await pilot.pause()
        assert "atlas/config.py" in dialog(pilot)


async def test_a_click_on_a_tab_shows_its_pane() -> None:
    async with still(reading(), NARROW) as pilot:
        at = seen(pilot).splitlines()[1].index("4 Chan")
        await pilot.click(TabStrip, offset=(at, 0))
        await pilot.pause()
        assert (focused(pilot), visible(pilot)) == ("channel", ["channel"])


@pytest.mark.parametrize(
    ("words", "then"),
    [("enter details", "S1  Planner"), ("? help", "Keys"), ("d done S1", "Done: S1")],
)
async def test_a_click_on_a_key_presses_it(words: str, then: str) -> None:
    async with still(reading()) as pilot:
        at = foot(pilot).index(words)
        await pilot.click(KeyBar, offset=(at + 1, 0))
        await until(pilot, lambda: pilot.app.screen is not main(pilot))
        await pilot.pause()
        assert then in dialog(pilot)


async def test_a_click_on_zoom_zooms() -> None:
    async with still(reading()) as pilot:
        await pilot.click(KeyBar, offset=(foot(pilot).index("z zoom") + 1, 0))
        await pilot.pause()
        assert visible(pilot) == ["tasks"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_problem_stands_in_head_and_frames_until_it_is_solved(
    size: tuple[int, int],
) -> None:
    async with still(reading(), size) as pilot:
        good = seen(pilot)
        await show(pilot, reading("coord.yaml:7:3: no key [/] 'taks'\nsecond line"))
        assert "! coord.yaml:7:3: no key" in head(pilot)
        assert {frame(pilot, name)[1][:18] for name in PANES} == {"⚠ coord.yaml:7:3: "}
        assert "second line" not in head(pilot)
        await show(pilot, reading())
        assert seen(pilot) == good


async def test_notices_are_told_once() -> None:
    async with still(reading(notices=("repaired [/] a torn line",))) as pilot:
        assert toasts(pilot) == ["repaired [/] a torn line"]
        await show(pilot, reading())
        assert toasts(pilot) == ["repaired [/] a torn line"]


async def test_what_is_told_is_inert() -> None:
    async with still(reading(notices=(NASTY,))) as pilot:
        main(pilot).refuse(NASTY)
        await until(pilot, lambda: len(toasts(pilot)) == 2)
        await pilot.pause()
        assert "app/[id]/page.tsx" in seen(pilot)
        assert is_inert(seen(pilot))


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_plan_is_no_trouble(size: tuple[int, int]) -> None:
    async with still(snapshot(board(Plan(), me="")), size) as pilot:
        for key in ("1", "2", "3", "4"):
            await press(pilot, key, "j", "k", "enter", "z", "z")
            assert pilot.app.screen is main(pilot)
            assert visible(pilot) == (list(PANES) if size == WIDE else [PANES[int(key) - 1]])


async def test_names_of_others_are_inert_in_head_and_foot() -> None:
    odd = plan(group("r", task("a[/]b")), project="[/] x\x1b[2Jy")
    async with still(snapshot(board(odd), worktree(("M", "x\x1b[31m[b].py")))) as pilot:
        assert head(pilot).startswith("[/] xy")
        assert foot(pilot).startswith("c claim a[/]b")
        await press(pilot, "3")
        assert foot(pilot).startswith("f finish x[b].py")


class Broken(Still):
    """A source with a fault that nobody foresaw."""

    def read(self, changed: Changed = EVERYTHING) -> Snapshot:
        raise ZeroDivisionError("[/] by zero")

    async def changes(self, stop: asyncio.Event) -> AsyncIterator[Changed]:
        yield frozenset({TREES})


async def test_when_readings_end_by_a_fault_it_says_that_it_is_not_live() -> None:
    app = StillApp(reading())
    app.source = Broken(reading())
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "not live any more" in head(pilot))
        assert frame(pilot, "tasks")[1].startswith("⚠ not live any more")
        assert toasts(pilot)[0] == "unexpected: ZeroDivisionError: [/] by zero"
        await press(pilot, "3", "j")
        assert cursor(pilot) == "notes.md"


async def test_q_leaves() -> None:
    async with still(reading()) as pilot:
        await press(pilot, "q")
        await until(pilot, lambda: not pilot.app.is_running)
        assert pilot.app.return_code == 0
