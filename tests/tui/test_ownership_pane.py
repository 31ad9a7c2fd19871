"""The ownership map: folders open and close, and the cursor keeps to its path."""

import pytest

from coord_tui.core.plan import Plan
from tests.builders import NASTY, board, event, plan, snapshot, worktree
from tests.repos import AWKWARD
from tests.tui.still import (
    NARROW,
    WIDE,
    cursor,
    dialog,
    foot,
    frame,
    is_inert,
    listed,
    main,
    pane,
    press,
    rows_of,
    said_in,
    seen,
    show,
    still,
)

TRACKED = (
    "atlas/agents/graph.py",
    "atlas/agents/tools/a.py",
    "atlas/config.py",
    "atlas/mcp/crm.py",
    "readme.md",
)
OPEN = ["atlas/", "atlas/agents/", "atlas/mcp/", "atlas/config.py", "readme.md"]
"""What shows at first: only the folder that belongs to several."""


async def test_folders_open_and_close_by_enter_h_and_l() -> None:
    async with still(snapshot(tracked=TRACKED)) as pilot:
        await press(pilot, "1")
        assert (rows_of(pilot, "ownership"), cursor(pilot)) == (OPEN, "atlas/")
        await press(pilot, "j", "l")
        inside = rows_of(pilot, "ownership")
        assert inside[2:4] == ["atlas/agents/tools/", "atlas/agents/graph.py"]
        assert cursor(pilot) == "atlas/agents/"
        await press(pilot, "right")
        assert cursor(pilot) == "atlas/agents/tools/", "an open folder is gone into"
        await press(pilot, "h")
        assert cursor(pilot) == "atlas/agents/", "from a closed one to the folder around it"
        await press(pilot, "left")
        assert rows_of(pilot, "ownership") == OPEN
        await press(pilot, "enter", "enter")
        assert rows_of(pilot, "ownership") == OPEN
        await press(pilot, "home", "enter")
        assert rows_of(pilot, "ownership") == ["atlas/", "readme.md"]
        await press(pilot, "h")
        assert cursor(pilot) == "atlas/", "at the top there is no folder around"


async def test_there_is_nothing_to_open_in_a_file() -> None:
    async with still(snapshot(tracked=TRACKED)) as pilot:
        await press(pilot, "1", "end", "k", "l")
        assert cursor(pilot) == "atlas/config.py"


async def test_cursor_and_open_folders_outlive_a_new_snapshot() -> None:
    async with still(snapshot(tracked=TRACKED)) as pilot:
        await press(pilot, "1", "j", "l", "j", "j")
        assert cursor(pilot) == "atlas/agents/graph.py"
        await show(pilot, snapshot(tracked=(*TRACKED, "atlas/a/b.py", "atlas/agents/first.py")))
        assert cursor(pilot) == "atlas/agents/graph.py"
        assert "atlas/agents/first.py" in rows_of(pilot, "ownership")
        gone = tuple(path for path in TRACKED if path != "atlas/agents/graph.py")
        await show(pilot, snapshot(tracked=gone))
        assert cursor(pilot) == "atlas/mcp/", "what came after it takes its place"


async def test_a_repository_without_files_says_so() -> None:
    async with still(snapshot(board(Plan()))) as pilot:
        await press(pilot, "1", "j", "l", "h", "enter", "a")
        assert listed(pilot, "ownership") == ["git tracks no file here yet"]
        assert frame(pilot, "ownership") == ("1 Ownership", "")


async def test_a_problem_stands_in_the_frame_and_the_rows_stay() -> None:
    async with still(snapshot(tracked=TRACKED)) as pilot:
        await show(pilot, snapshot(tracked=TRACKED, problem="coord.yaml:3:1: no [/] key"))
        assert frame(pilot, "ownership")[1].startswith("⚠ coord.yaml:3:1: no [/] key · senior 1")
        assert rows_of(pilot, "ownership") == OPEN
        await show(pilot, snapshot(tracked=TRACKED))
        assert frame(pilot, "ownership")[1] == "senior 1 · junior 1 · shared 1"


async def test_who_is_in_a_file_is_seen_also_when_its_folder_is_closed() -> None:
    shared = board(None, event("announce", ago=180, path="atlas/config.py", intent="add"))
    async with still(snapshot(shared, worktree(("M", "atlas/mcp/crm.py")), tracked=TRACKED)) as p:
        assert "⇄ config.py" in seen(p)
        assert "announced by junior 3m" in said_in(pane(p, "ownership").active)
        assert "mcp/ ●" in said_in(pane(p, "ownership").active)
        await press(p, "1", "enter")
        assert " ".join(listed(p, "ownership")[0].split()) == "▸ atlas/ ● junior is in it · 3m"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_names_are_shown_as_they_are(size: tuple[int, int]) -> None:
    odd = (*AWKWARD, f"n/{NASTY.replace('/', '|')}", "x\x1b[31mred.py", "\udcff.bin")
    async with still(snapshot(tracked=odd), size) as pilot:
        await press(pilot, "1")
        text = seen(pilot)
        assert is_inert(text)
        for name in ("app/[id]/", "▸ a[/", "with space.txt", "two⏎lines.txt", "xred.py", "�.bin"):
            assert name in text
        await press(pilot, "j", "l", "j", "enter")
        assert "app/[id]/page.tsx" in dialog(pilot)


async def test_enter_on_a_file_says_by_which_rule_it_is_whose() -> None:
    async with still(snapshot(board(plan()), worktree(), tracked=TRACKED)) as pilot:
        await press(pilot, "1", "end", "k", "enter")
        for words in ("atlas/config.py", "shared: announce first", "line 20", "new sections"):
            assert words in dialog(pilot)
        await press(pilot, "q")
        assert pilot.app.screen is main(pilot)
        assert main(pilot).focused is pane(pilot, "ownership").active


async def test_the_foot_names_the_file() -> None:
    async with still(snapshot(tracked=TRACKED)) as pilot:
        await press(pilot, "1", "end", "k")
        assert "a announce config.py" in foot(pilot)
        await press(pilot, "home")
        assert "announce" not in foot(pilot)
