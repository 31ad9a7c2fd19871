"""The working tree: what is changed, whose it is, and the cursor that stays on its file."""

import pytest

from coord_tui.core.tree import FileChange
from tests.builders import NASTY, board, event, snapshot, worktree
from tests.repos import AWKWARD
from tests.tui.still import (
    NARROW,
    WIDE,
    cursor,
    dialog,
    foot,
    frame,
    head,
    is_inert,
    listed,
    main,
    press,
    rows_of,
    seen,
    show,
    still,
    toasts,
)

CONFIG, CRM, PLANNER = "atlas/config.py", "atlas/mcp/crm.py", "atlas/agents/planner.py"
CHANGED = worktree(("M", CONFIG), ("M", CRM), ("M", PLANNER), ("?", "notes.md"))


async def test_what_needs_a_word_stands_first_and_says_with_whom() -> None:
    async with still(snapshot(board(), CHANGED)) as pilot:
        assert [" ".join(line.split()) for line in listed(pilot, "tree")[1:]] == [
            f"M {CRM} junior's: ask first",
            f"M {CONFIG} shared: announce first",
            "edited without announcing",
            f"M {PLANNER} yours",
            "? notes.md unowned",
        ]
        assert frame(pilot, "tree")[1] == "4 changed · 2 need a word"


async def test_the_cursor_keeps_to_its_file_though_the_order_changes() -> None:
    async with still(snapshot(board(), CHANGED)) as pilot:
        await press(pilot, "3", "j")
        assert cursor(pilot) == CONFIG
        announced = board(None, event("announce", "senior", path=CONFIG, intent="add"))
        more = worktree(("M", CONFIG), ("M", CRM), ("U", "a.py"), ("M", PLANNER))
        await show(pilot, snapshot(announced, more))
        assert rows_of(pilot, "tree") == ["a.py", CRM, PLANNER, CONFIG]
        assert cursor(pilot) == CONFIG
        beside = worktree(("M", CONFIG), path=f"{CHANGED.path}-other")
        await show(pilot, snapshot(announced, more, beside))
        found = rows_of(pilot, "tree")[1:]
        assert found == ["a.py", CRM, PLANNER, CONFIG, f"{beside.path}\0{CONFIG}"]
        assert cursor(pilot) == CONFIG
        await show(pilot, snapshot(announced, worktree(("M", CRM), ("M", PLANNER))))
        assert cursor(pilot) == CONFIG  # announced, and so under way
        await show(pilot, snapshot(board(), worktree(("M", CRM), ("M", PLANNER))))
        assert cursor(pilot) == PLANNER


async def test_a_clean_tree_says_so_and_opens_nothing() -> None:
    async with still(snapshot(board(), worktree())) as pilot:
        await press(pilot, "3", "j", "enter")
        assert pilot.app.screen is main(pilot)
        assert listed(pilot, "tree")[1] == "nothing changed since the last commit"
        assert frame(pilot, "tree")[1] == "clean"
        await press(pilot, "a")
        assert toasts(pilot) == ["this row is no file: choose one with 1 or 3"]
        await show(pilot, snapshot(board(), CHANGED))
        await press(pilot, "j")
        assert cursor(pilot) == CONFIG


async def test_a_bare_repository_has_no_tree() -> None:
    async with still(snapshot()) as pilot:
        assert listed(pilot, "tree") == ["no working tree here: the repository is bare"]


async def test_a_problem_stands_in_frame_and_head_and_the_files_stay() -> None:
    async with still(snapshot(board(), CHANGED)) as pilot:
        await show(pilot, snapshot(board(), CHANGED, problem="git failed: [/] no index\nmore"))
        assert frame(pilot, "tree")[1].startswith("⚠ git failed: [/] no index")
        assert "! git failed: [/] no index" in head(pilot)
        assert len(rows_of(pilot, "tree")) == 4


async def test_a_merge_that_stopped_is_told() -> None:
    async with still(snapshot(board(), worktree(("U", CONFIG), operation="merge"))) as pilot:
        assert "in conflict" in seen(pilot)
        assert "mid-merge" in head(pilot)
        assert "mid-merge" in listed(pilot, "tree")[0]


async def test_other_worktrees_follow_with_their_own_rows() -> None:
    beside = worktree(("M", CRM), path=f"{CHANGED.path}-other")
    async with still(snapshot(board(), worktree(("M", CRM)), beside)) as pilot:
        await press(pilot, "3")
        assert listed(pilot, "tree")[0].startswith(f"⇆  {CRM} ")
        places = []
        for _ in range(3):
            places.append((main(pilot).subject.path, main(pilot).subject.worktree))
            await press(pilot, "j")
        assert places == [(CRM, ""), (CRM, ""), (CRM, beside.path)]
        assert frame(pilot, "tree")[1] == "2 changed · 1 needs a word · 1 in two places"
        assert f"another worktree · ../{CHANGED.path.rpartition('/')[2]}-other · main" in listed(
            pilot, "tree"
        )


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_names_are_shown_as_they_are(size: tuple[int, int]) -> None:
    odd = worktree(*(("?", path) for path in (*AWKWARD, NASTY, "x\x1b[31mred.py", "\udcff.bin")))
    async with still(snapshot(board(), odd), size) as pilot:
        await press(pilot, "3")
        text = seen(pilot)
        assert is_inert(text)
        for name in ("app/[id]/page.tsx", "a[/]b.md", "two⏎lines.txt", "xred.py", "�.bin"):
            assert f"?  {name}" in text
        for _ in rows_of(pilot, "tree"):
            await press(pilot, "j")
            assert is_inert(foot(pilot))
            assert "finish" in foot(pilot)


async def test_enter_shows_how_a_file_stands() -> None:
    renamed = FileChange("b.py", "R", staged=True, unstaged=True, origin="a[/].py")
    held = board(None, event("reserve", path="b.py", intent="split it"))
    async with still(snapshot(held, worktree(changes=(renamed,)))) as pilot:
        await press(pilot, "3", "enter", "i")
        for words in ("b.py", "renamed · from a[/].py", "partly staged", "“split it”"):
            assert words in dialog(pilot)
        await press(pilot, "escape")
        assert cursor(pilot) == "b.py"
