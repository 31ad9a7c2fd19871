"""The small readers of words about tasks: statuses, commits, ids, owners, and what headings say."""

import pytest

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.readers.tasks_headings import (
    asks_for_tasks,
    closes,
    owner_of,
    status_in,
)
from coord_tui.core.importing.readers.tasks_names import named
from coord_tui.core.importing.readers.tasks_owners import owner_in
from coord_tui.core.importing.statements import Place, SaidSession
from coord_tui.core.importing.status import commit_in, says_several, status_of, whole_status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("✅ Done", "done"),
        ("**Merged** (PR #5)", "done"),
        ("In Progress (60%)", "claimed"),
        ("review", "claimed"),
        ("Not Started", "open"),
        ("🔄 AVAILABLE", "open"),
        ("blocked: no rain", "open"),
        ("✅", "done"),
        ("80%", "claimed"),
        ("100 %", "done"),
        ("3/7", "claimed"),
        ("cancelled", "dropped"),
        ("no idea", ""),
        ("done when it floats", ""),
        ("已完成", "done"),
        ("進行中", "claimed"),
        ("완료", "done"),
        ("готово", "done"),
        ("erledigt: 33/35 grün", "done"),
        ("pendiente (aplazada)", "open"),
        ("❌ FAILED", ""),
        ("[x]", "done"),
        ("[ ]", "open"),
        ("[~]", "claimed"),
        ("[x] merged", "done"),
        ("**COMPLETE — the first one**", "done"),
        ("Fixed, pending review", "claimed"),
        ("已修复，待验收", "claimed"),
        ("hoàn thành", "done"),
        ("đang làm", "claimed"),
        ("", ""),
    ],
)
def test_a_cell_says_how_far_a_task_is(text: str, status: str) -> None:
    assert status_of(text) == status


@pytest.mark.parametrize(
    ("text", "commit"),
    [
        ("✓ (fb17380)", "fb17380"),
        ("109 tests", ""),
        ("deadbeef", ""),
        ("2025-06-25", ""),
        ("1234567", ""),
        ("see `98100c5`", "98100c5"),
        ("feat/abc1234", ""),
        ("#1234567", ""),
    ],
)
def test_a_commit_has_letters_and_numbers(text: str, commit: str) -> None:
    assert commit_in(text) == commit


def test_digits_alone_are_a_commit_where_only_commits_stand() -> None:
    assert commit_in("`1234567`", alone=True) == "1234567"


def test_a_legend_lists_statuses() -> None:
    assert says_several("pending → running → done/failed")
    assert not says_several("Draw the arrow → and the curve")
    assert whole_status("done (a1b2c3d) 2026-01-02") == "done"


@pytest.mark.parametrize(
    "heading",
    ["📋 Task Breakdown", "Próximas tareas", "Baja prioridad", "待办事项", "Aufgaben", "작업 목록"],
)
def test_headings_ask_for_tasks(heading: str) -> None:
    assert asks_for_tasks(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Definition of done (per part)",
        "Claiming a task",
        "Success criteria",
        "Types of tasks",
        "Task dependencies",
        "Pre-merge checklist",
        "验收标准",
        "Kriterien",
        "Protocol for shared files",
    ],
)
def test_headings_close_the_door_to_tasks(heading: str) -> None:
    assert closes(heading)
    assert not asks_for_tasks(heading)


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("In Progress", "claimed"),
        ("Done ✅", "done"),
        ("Pending tasks", "open"),
        ("已完成工作", "done"),
        ("Hull", ""),
    ],
)
def test_a_heading_says_how_far_all_below_it_is(heading: str, status: str) -> None:
    assert status_in(heading) == status


NAMES = Names([SaidSession(Place("a", 1, 1), name) for name in ("ana", "Backend Lead")])


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("ana", "ana"),
        ("Backend Lead — work", "Backend Lead"),
        ("Work of ana", "ana"),
        ("Ana's tasks", "Ana"),
        ("AJ (ana) - hull", "ana"),
        ("Hull", ""),
    ],
)
def test_a_heading_names_a_session(heading: str, owner: str) -> None:
    assert owner_of(heading, NAMES) == owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("ana", "ana"),
        ("**Backend Lead** (parallel)", "Backend Lead"),
        ("zoe + ana", "ana"),
        ("zoe", "zoe"),
        ("TBD", ""),
        ("Both", ""),
        ("—", ""),
        ("whoever has the time to do it next week", ""),
        ("@zoe", "zoe"),
        ("", ""),
    ],
)
def test_an_owner_is_somebody(text: str, owner: str) -> None:
    assert owner_in(text, NAMES) == owner


@pytest.mark.parametrize(
    ("text", "id", "rest"),
    [
        ("S4. Chart", "S4", "Chart"),
        ("Task A: Chart", "A", "Chart"),
        ("[T-12] Chart", "T-12", "Chart"),
        ("C.1 — Chart", "C.1", "Chart"),
        ("W5+: Chart", "W5+", "Chart"),
        ("T1.C — Chart", "T1.C", "Chart"),
        ("Workstream 2: Chart", "Workstream-2", "Chart"),
        ("Task Breakdown", "", "Task Breakdown"),
        ("Phase 1: Chart", "", "Phase 1: Chart"),
        ("v0.3.0: Chart", "", "v0.3.0: Chart"),
        ("2026-01-02: Chart", "", "2026-01-02: Chart"),
        ("Agent 1: Chart", "", "Agent 1: Chart"),
        ("Session-1 (me)", "", "Session-1 (me)"),
        ("P0: Chart", "", "P0: Chart"),
    ],
)
def test_an_id_begins_a_task(text: str, id: str, rest: str) -> None:
    found = named(text)
    assert (found.id, found.rest) == (id, rest)
