"""How far tasks are: by the heading above them, what is struck out, and what is put aside."""

import pytest

from coord_tui.core.importing.beads import read_beads
from coord_tui.core.importing.readers.tasks_headings import status_in
from coord_tui.core.importing.statements import SaidTask
from tests.core.importing.task_reading import Row, all_tasks, rows


@pytest.mark.parametrize(
    "heading",
    [
        "✅ Completed",
        "Tamamlananlar (sırayla)",
        "Erledigt",
        "Erledigte Aufgaben",
        "Fait",
        "Tâches terminées",
        "Tareas completadas",
        "Concluídas",
        "Выполненные задачи",
        "已完成",
    ],
)
def test_a_table_under_a_heading_that_says_done_is_done_unless_its_row_says_otherwise(
    heading: str,
) -> None:
    text = (
        f"# Plan\n\n## {heading}\n\n### Harbour\n\n| ID | Task | Owner | Commit |\n|--|--|--|--|\n"
        "| T1 | Dredge the basin | ana | `a1b2c3d` |\n| T2 | Paint the crane | bo | local tree |\n"
        "| T3 | Light the pier | ana | ToDo |\n"
        "| T4 | Bell buoy | (skipped, no need for any of it here) | — |\n"
    )
    tasks = all_tasks(text, "ana", "bo")
    assert [(task.done, task.dropped) for task in tasks.values()] == [
        ("a1b2c3d", False),
        (True, False),
        (False, False),
        (False, True),
    ]


@pytest.mark.parametrize("heading", ["Feature complete", "Task review", "Definition of done"])
def test_a_heading_that_only_has_such_words_says_nothing_of_the_tasks(heading: str) -> None:
    assert status_in(heading) == ""


def test_a_commit_beside_a_task_says_that_it_is_done_where_no_column_says_how_far_it_is() -> None:
    table = "## Tasks\n\n| ID | Task |{} Commit |\n|--|--|{}--|\n| T1 | Oar |{} `a1b2c3d` |\n"
    text = table.format("", "", "") + "| T2 | Sail | — |\n"
    assert rows(text) == [Row("T1", "Oar", done="a1b2c3d"), Row("T2", "Sail")]
    assert rows(table.format(" Status |", "--|", " todo |")) == [Row("T1", "Oar")]


def test_an_open_box_that_is_struck_out_is_dropped() -> None:
    text = (
        "## Tasks\n\n- [ ] ~~K1: Brass bell~~ dropped\n- [ ] ~~K2: Fog horn~~\n"
        "- [ ] ~~K3: Flag~~ — cancelled\n- [x] ~~K4: Rope~~\n- [ ] K5: Knots\n"
    )
    tasks = all_tasks(text)
    assert [(task.title, task.done, task.dropped) for task in tasks.values()] == [
        ("Brass bell", False, True),
        ("Fog horn", False, True),
        ("Flag", False, True),
        ("Rope", True, False),
        ("Knots", False, False),
    ]


@pytest.mark.parametrize("state", ["on hold", "Paused", "deferred", "blocked", "In review"])
@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ("| ID | Task | Status |\n|--|--|--|\n| T1 | Oar | {} |\n", "Status: {}"),
        ("- [ ] T1: Oar ({})\n- [ ] T2: Sail\n", "Status: {}"),
        ("### T1: Oar\n- Owner: ana\n- Status: {}\n", "- Status: {}"),
    ],
)
def test_a_task_that_is_put_aside_says_so_in_its_details(form: str, kept: str, state: str) -> None:
    task = all_tasks("## Tasks\n\n" + form.format(state), "ana")["T1"]
    assert (task.title, task.details) == ("Oar", kept.format(state))


@pytest.mark.parametrize("state", ["todo", "open", "done"])
def test_a_status_that_the_plan_keeps_is_not_said_again(state: str) -> None:
    text = f"## Tasks\n\n| ID | Task | Status |\n|--|--|--|\n| T1 | Oar | {state} |\n"
    assert all_tasks(text)["T1"].details == ""


@pytest.mark.parametrize(
    ("state", "details"),
    [
        ("deferred", "Status: deferred"),
        ("blocked", "Status: blocked"),
        ("in_progress", "Status: in progress"),
        ("open", ""),
        ("closed", ""),
    ],
)
def test_the_state_of_an_issue_that_no_plan_has_stands_in_its_details(
    state: str, details: str
) -> None:
    said = read_beads("b.jsonl", f'{{"id": "b-1", "title": "Oar", "status": "{state}"}}')[0]
    assert [each.details for each in said if isinstance(each, SaidTask)] == [details]


@pytest.mark.parametrize("sign", [":", "", " —"])
def test_p1_is_an_id_where_the_points_of_a_list_have_different_ones(sign: str) -> None:
    text = f"## Tasks\n\n- P1{sign} Lay the keel\n- P2{sign} Step the mast (after P1)\n"
    assert rows(text) == [
        Row("P1", "Lay the keel"),
        Row("P2", "Step the mast", after=("P1",)),
    ]


@pytest.mark.parametrize(
    "points",
    [
        "- P1: Lay the keel\n- P1: Step the mast\n- P2: Rig\n",
        "- P0: critical leaks\n- P1: high, soon\n- P2: nice to have\n",
        "- [P1] Lay the keel\n- [P2] Step the mast\n",
        "- P1: Lay the keel\n",
    ],
)
def test_priorities_are_no_ids(points: str) -> None:
    assert not {"P0", "P1", "P2"} & all_tasks("## Tasks\n\n" + points).keys()


def test_a_title_in_a_cell_keeps_the_words_before_its_colon_that_are_no_id() -> None:
    text = (
        "## Tasks\n\n| ID | Task | Status |\n|--|--|--|\n"
        "| T1 | E2E: tenant flow | todo |\n| T2 | T2: Moor the boat | todo |\n"
    )
    assert rows(text) == [Row("T1", "E2E: tenant flow"), Row("T2", "Moor the boat")]
    alone = "## Tasks\n\n| Task | Status |\n|--|--|\n| E2E: tenant flow | todo |\n"
    assert [each.title for each in rows(alone)] == ["E2E: tenant flow"]
