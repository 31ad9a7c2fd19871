"""The board: cards in columns or in one list, and a cursor that no snapshot takes away."""

import pytest
from textual.pilot import Pilot

from coord_tui.core.plan import Plan
from coord_tui.tui.widgets.row_list import RowList
from tests.builders import NASTY, board, event, group, plan, task
from tests.tui.still import (
    MEDIUM,
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
    seen,
    show,
    still,
)

FOUR = plan(
    group("r1", task("A"), task("B"), task("C"), task("D", after=("A",)), title="First round"),
    group("r2", task("E"), task("F", owner="junior"), state="later", title="Second round"),
)


def column(pilot: Pilot[None], status: str) -> RowList:
    return pane(pilot, "tasks").query_one(f"#{status}", RowList)


def shown_in(pilot: Pilot[None], status: str) -> list[str]:
    return [row.key for row in column(pilot, status).rows if row.selectable]


async def test_the_cursor_stays_on_its_task_when_others_come_and_go() -> None:
    async with still(board(FOUR)) as pilot:
        await press(pilot, "j")
        assert cursor(pilot) == "B"
        more = plan(group("r1", task("Z"), *FOUR.groups[0].tasks))
        await show(pilot, board(more, event("claim", task="A")))
        assert (shown_in(pilot, "ready"), cursor(pilot)) == (["Z", "B", "C"], "B")


async def test_the_cursor_and_the_keys_go_with_a_task_into_its_new_column() -> None:
    async with still(board(FOUR)) as pilot:
        await press(pilot, "j")
        await show(pilot, board(FOUR, event("claim", task="B")))
        assert (shown_in(pilot, "claimed"), cursor(pilot)) == (["B"], "B")
        await press(pilot, "h")
        assert cursor(pilot) in ("A", "C")


async def test_when_a_column_empties_cursor_and_keys_go_on_together() -> None:
    one = plan(group("r1", task("A"), task("D", after=("A",)), task("E", after=("A",))))
    async with still(board(one)) as pilot:
        assert cursor(pilot) == "A"
        await show(pilot, board(one, event("claim", "senior", task="A")))
        assert cursor(pilot) == "A", "it went to the next column with its task"
        await press(pilot, "l", "j")
        assert cursor(pilot) == "E"


async def test_the_keys_leave_an_empty_column_even_behind_a_dialog() -> None:
    waiting = (task("D", after=("gone",)), task("E", after=("gone",)))
    async with still(board(plan(group("r1", task("A"), *waiting)))) as pilot:
        await press(pilot, "question_mark")
        await show(pilot, board(plan(group("r1", *waiting))))
        await press(pilot, "escape")
        assert cursor(pilot) == "D"
        await press(pilot, "j")
        assert cursor(pilot) == "E", "the keys are where the cursor is"


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE])
async def test_a_plan_without_tasks_says_what_to_do(size: tuple[int, int]) -> None:
    async with still(board(Plan(project="atlas")), size) as pilot:
        assert "no tasks yet" in seen(pilot)
        assert cursor(pilot) is None
        await press(pilot, "j", "l", "enter", "c", "right_square_bracket")
        assert pilot.app.is_running
        await show(pilot, board(FOUR))
        assert "no tasks" not in seen(pilot)
        await press(pilot, "j")
        assert cursor(pilot) == "B"


async def test_an_empty_group_says_so() -> None:
    empty = plan(group("r1", task("A")), group("r2", state="later"))
    async with still(board(empty)) as pilot:
        await press(pilot, "left_square_bracket")
        assert "no tasks in this group" in seen(pilot)
        await press(pilot, "right_square_bracket")
        assert (cursor(pilot), main(pilot).focused) == ("A", pane(pilot).active)


async def test_left_and_right_pass_over_empty_columns() -> None:
    some = plan(group("r1", task("A"), task("D", after=("A",)), task("X", done="fb17380")))
    async with still(board(some)) as pilot:
        steps = []
        for key in ("l", "right", "l", "h", "left", "h"):
            await press(pilot, key)
            steps.append(cursor(pilot))
        assert steps == ["D", "X", "X", "D", "A", "A"]


async def test_the_foot_follows_from_column_to_column() -> None:
    async with still(board(FOUR)) as pilot:
        offered = []
        for key in ("l", "h"):
            offered.append("claim A" in foot(pilot))
            await press(pilot, key)
        assert [*offered, "claim A" in foot(pilot)] == [True, False, True]


async def test_only_one_column_has_the_cursor_and_below_it_stands_its_task() -> None:
    async with still(board(FOUR)) as pilot:
        await press(pilot, "l")
        shown = [column(pilot, status) for status in ("ready", "blocked")]
        assert [one.state_of(one.row) for one in shown if one.row] == ["", "cursor"]
        assert "A Task A ───▸ D" in seen(pilot)


async def test_the_task_stays_when_columns_become_a_list_and_back() -> None:
    async with still(board(FOUR)) as pilot:
        await press(pilot, "l")
        seen_at = []
        for size in (NARROW, MEDIUM, NARROW, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            seen_at.append((cursor(pilot), main(pilot).focused is pane(pilot).active))
        assert seen_at == [("D", True)] * 4


async def test_brackets_go_round_the_groups() -> None:
    async with still(board(FOUR)) as pilot:
        found = []
        for _ in range(4):
            found.append((frame(pilot, "tasks")[0], shown_in(pilot, "ready")))
            await press(pilot, "right_square_bracket")
        assert found == [
            ("2 Tasks · First round", ["A", "B", "C"]),
            ("2 Tasks · First round · current", ["A", "B", "C"]),
            ("2 Tasks · Second round · later", ["E", "F"]),
            ("2 Tasks · First round", ["A", "B", "C"]),
        ]
        await press(pilot, "left_square_bracket", "left_square_bracket")
        assert frame(pilot, "tasks")[0] == "2 Tasks · Second round · later"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_going_to_a_task_of_another_group_shows_that_group(size: tuple[int, int]) -> None:
    async with still(board(FOUR), size) as pilot:
        await press(pilot, "4")
        main(pilot).go_to_task("F")
        await pilot.pause()
        assert (cursor(pilot, "tasks"), frame(pilot, "tasks")[0]) == (
            "F",
            "2 Tasks · Second round · later",
        )
        assert main(pilot).focused is pane(pilot, "tasks").active


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_words_of_others_are_shown_as_they_are(size: tuple[int, int]) -> None:
    odd = task("a[/]b", "app/[id]/page.tsx", files=("app/[id]/page.tsx",), details="[/] [b]x[/b]")
    nasty = task("N", NASTY, details=NASTY)
    async with still(board(plan(group("r1", odd, nasty, title="[/] [red]"))), size) as pilot:
        assert "▌a[/]b app/[id]/" in seen(pilot)
        assert frame(pilot, "tasks")[0] == "2 Tasks · [/] [red]"
        await press(pilot, "enter")
        assert "• x" not in dialog(pilot)
        assert "[/] [b]x[/b]" in dialog(pilot)
        await press(pilot, "escape", "j", "enter")
        assert is_inert(seen(pilot))


async def test_enter_shows_everything_and_escape_goes_back() -> None:
    full = task("A", "Plan it", "senior", files=("atlas/agents/",), details="Look at `x`\n- one")
    async with still(board(plan(group("r1", full, task("B", after=("A",)))))) as pilot:
        await press(pilot, "enter")
        text = dialog(pilot)
        for words in ("A  Plan it", "senior · ready", "atlas/agents/", "• one", "───▸ B"):
            assert words in text
        await press(pilot, "escape")
        assert pilot.app.screen is main(pilot)
        assert main(pilot).focused is pane(pilot, "tasks").active


async def test_the_edge_counts_what_is_done() -> None:
    async with still(board(FOUR, event("claim", task="A"), event("done", task="A"))) as pilot:
        assert frame(pilot, "tasks")[1].startswith("1 of 4 done")
        assert listed(pilot, "tasks")[0] == "READY 3"
