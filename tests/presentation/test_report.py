"""What the command line says of tasks: what may be taken, and why, at eighty columns."""

import pytest

from coord_tui.core.board import Board, ready_for
from coord_tui.presentation.report import (
    explained_lines,
    ready_lines,
    remark,
    some,
    task_lines,
    why,
)
from coord_tui.presentation.rows import Spans
from tests.builders import HOUR, board, event, group, harmless, plain, plan, task

NASTY = "a[/]b \x1b]0;x\x07 \u202e 宽字 \x1b[31m\nnext"

BOARD = board(
    plan(
        group("round-1", task("S1", "Data model", "senior", done="fb173801"), state="done"),
        group(
            "round-2",
            task("S4", "Plan the inbox " * 9, "senior", after=("S1",)),
            task("S5", NASTY, "senior", after=("S4", "J5", "J6", "J7")),
            task("J5", "Inbox to planner", "junior"),
            task("J6", "Drop it", dropped="no need"),
            task("J7", "Anything"),
            title="Agency [/] workflow",
        ),
    ),
    event("claim", "senior", ago=3 * HOUR, task="S4"),
)


def texts(lines: list[Spans]) -> list[str]:
    return [plain(line).rstrip() for line in lines]


def test_tasks_stand_under_their_groups_in_columns() -> None:
    assert texts(task_lines(BOARD, BOARD.tasks, 80)) == [
        "round-1  done",
        "  S1  done     senior  Data model                        fb17380",
        "round-2 · Agency [/] workflow  current",
        "  S4  claimed  senior  Plan the inbox Plan the inbox P…  for 3h, stale",
        "  S5  blocked  senior  a[/]b   宽字 ⏎next                waits for S4, J5, J6 +1",
        "  J5  ready    junior  Inbox to planner                  frees S5",
        "  J6  dropped          Drop it                           no need",
        "  J7  ready            Anything                          frees S5",
    ]


def test_ready_says_what_each_unblocks() -> None:
    assert texts(ready_lines(BOARD, ready_for(BOARD, "junior"), 80)) == [
        "J5  junior  Inbox to planner  frees S5",
        "J7  anyone  Anything          frees S5",
    ]
    assert "--explain" in texts(ready_lines(BOARD, (), 80))[0]


def test_explained_says_why_the_others_are_not_ready() -> None:
    assert texts(explained_lines(BOARD, ready_for(BOARD, "senior"), 80)) == [
        "ready, best first",
        "  J7  anyone's, in the current group, frees S5",
        "  J5  junior's, in the current group, frees S5",
        "not ready",
        "  S4  senior has it for 3h, stale: --takeover may take it",
        "  S5  waits for S4, J5, J6 +1",
    ]


@pytest.mark.parametrize(
    ("id", "words", "role"),
    [
        ("S1", "fb17380", "dim"),
        ("S4", "for 3h, stale", "warn"),
        ("S5", "waits for S4, J5, J6 +1", "blocked"),
        ("J5", "frees S5", "dim"),
        ("J6", "no need", "dim"),
    ],
)
def test_the_one_thing_worth_knowing(id: str, words: str, role: str) -> None:
    entry = BOARD.task(id)
    assert entry is not None
    assert remark(entry, BOARD) == (words, role)


@pytest.mark.parametrize(
    ("reader", "id", "reason"),
    [
        ("junior", "J5", "yours, in the current group, frees S5"),
        ("senior", "J7", "anyone's, in the current group, frees S5"),
        ("", "J5", "junior's, in the current group, frees S5"),
        ("junior", "S4", "senior has it for 3h, stale: --takeover may take it"),
        ("junior", "S5", "waits for S4, J5, J6 +1"),
    ],
)
def test_why_a_task_stands_where_it_stands(reader: str, id: str, reason: str) -> None:
    seen = BOARD._replace(me=reader)
    entry = seen.task(id)
    assert entry is not None
    assert why(entry, seen) == reason


def test_a_few_names_are_enough() -> None:
    assert some(["a", "b", "c"]) == "a, b, c"
    assert some(["a", "b", "c", "d", "e"]) == "a, b, c +2"
    assert some([]) == ""


@pytest.mark.parametrize(
    ("found", "words"),
    [(board(plan(group("g"))), "no tasks yet"), (BOARD, "no such task")],
    ids=["none", "chosen"],
)
def test_an_empty_list_says_so(found: Board, words: str) -> None:
    assert texts(task_lines(found, (), 80)) == [words]


def test_without_an_open_task_there_is_nothing_to_explain() -> None:
    assert texts(explained_lines(board(plan(group("g"))), (), 80)) == ["there is no open task"]


def test_what_others_wrote_is_harmless() -> None:
    wild = board(plan(group("g", task("x", NASTY, NASTY), task("y", NASTY, after=(NASTY,)))))
    entries = ready_for(wild, "senior")
    for lines in (task_lines, ready_lines, explained_lines):
        assert all(harmless(line) for line in lines(wild, entries, 80))
