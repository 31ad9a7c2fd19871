"""Which heading is the group of tasks, which tasks a list of names sorts, and what makes an id."""

import pytest

from tests.core.importing.task_reading import Row, all_tasks, reading, rows

GROUPS = [
    ("# P\n\n## Tâches\n- [ ] Ramer\n", [("Tâches", 3, ["Ramer"])]),
    ("# P\n\n## Upcoming Tasks\n- [ ] Row\n\n## Round 1 (done)\n- [x] Tar\n",
     [("Round 1", 6, ["Tar"]), ("Upcoming Tasks", 3, ["Row"])]),
    ("# Board\n\n## To do\n- Row\n\n## Done\n- Tar\n", [("Board", 1, ["Row", "Tar"])]),
    ("# P\n\n## Aufgaben\n\nDiese Woche:\n\n- T1 Teeren\n\nNächste Woche:\n\n- T2 Rudern\n",
     [("Diese Woche", 5, ["Teeren"]), ("Nächste Woche", 9, ["Rudern"])]),
    ("- T1: Row (done)\n- T2: Tar (done)\n", [("Tasks", 1, ["Row", "Tar"])]),
    ("# Todo\n\n- Row\n- Tar\n\n## Notes\n\n- no task\n", [("Todo", 1, ["Row", "Tar"])]),
    ("# P\n\n## Team\n\n### Ana\n\n- Files: `net/`\n- Tasks:\n  - Row\n  - Tar\n",
     [("Tasks", 8, ["Row", "Tar"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_tasks_stand_in_the_group_of_their_heading(
    text: str, expected: list[tuple[str, int, list[str]]]
) -> None:
    found = reading(text, "ana")
    lines = {item.key: item.at[0].line for item in found.items}
    assert [
        (group.title, lines[f"group:{group.id}"], [task.title for task in group.tasks])
        for group in found.plan.groups
    ] == expected


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("This week", "current"), ("Diese Woche", "current"), ("Cette semaine", "current"),
        ("Sprint actuel", "current"), ("本周", "current"), ("이번 주", "current"),
        ("Nächste Woche", "later"), ("Semaine prochaine", "later"), ("来週", "later"),
    ],
)  # fmt: skip
def test_a_round_may_be_named_by_its_time(heading: str, state: str) -> None:
    text = f"# P\n\n## This sprint\n- Row\n\n## {heading}\n- Tar\n"
    assert [group.state for group in reading(text).plan.groups][1] in (state, "later")
    assert reading(text).plan.groups[1].title == heading


def test_points_under_a_round_that_is_done_are_done_unless_a_box_is_open() -> None:
    text = "# P\n\n## Round 1 — Hull (done)\n- [x] Tar\n- Row\n- [ ] Sail\n\n## Round 2\n- Moor\n"
    assert [row.done for row in rows(text)] == [True, True, False, False]


def test_the_same_words_twice_in_one_list_are_two_tasks() -> None:
    text = "# P\n\n## Tasks\n- [ ] Tar\n- [ ] Tar\n\n## Tasks\n- [ ] Tar\n"
    found = reading(text)
    assert [task.title for task in found.plan.tasks] == ["Tar", "Tar"]
    places = [[at.line for at in item.at] for item in found.items if item.key.startswith("task:")]
    assert places == [[4, 8], [5]]


def test_a_task_stands_where_its_title_does() -> None:
    text = "# P\n\n## Ana\n\n- Tasks: T1, T2\n\n## Tasks\n\n- T1: Tar\n- T2: Row\n"
    found = reading(text, "ana")
    first = {item.key: item.at[0].line for item in found.items}
    assert (first["task:T1"], first["task:T2"]) == (9, 10)


def test_a_line_that_sorts_tasks_into_a_round_is_no_task() -> None:
    text = (
        "# P\n\n## Tasks\n\n| ID | Task | Status |\n|--|--|--|\n| T1 | Tar | todo |\n"
        "| T2 | Row | todo |\n\n### Waves\n\n- Wave 1: T1\n- Wave 2: T2\n"
    )
    groups = [(each.title, [task.id for task in each.tasks]) for each in reading(text).plan.groups]
    assert groups == [("Wave 1", ["T1"]), ("Wave 2", ["T2"])]


IDS = [
    pytest.param(
        "## Tasks\n\n- A: Tar\n- B: Row (after A)\n",
        [Row("A", "Tar"), Row("B", "Row", after=("A",))],
        id="letters in order",
    ),
    pytest.param(
        "## Work\n\n### A — Tar\n- **Dep:** —\n\n### B — Row\n- **Dep:** A\n",
        [Row("A", "Tar"), Row("B", "Row", after=("A",))],
        id="letters above fields",
    ),
    pytest.param(
        "| Owner | Task | Needs | Ref |\n|--|--|--|--|\n| Ana | Tar | - | #7 |\n"
        "| Ana | Row | #7 | #8 |\n",
        [Row("7", "Tar", "ana"), Row("8", "Row", "ana", after=("7",))],
        id="a column at the end that others cite",
    ),
    pytest.param(
        "| Tarefa | Responsável | Situação |\n|--|--|--|\n| T-1 Remar | Ana | feito |\n"
        "| T-2 Pintar | Ana | a fazer |\n",
        [Row("T-1", "Remar", "ana", True), Row("T-2", "Pintar", "ana")],
        id="before titles; a column of states under any name",
    ),
    pytest.param(
        "## Week 1\n- T1 Tar\n\n## Week 2\n- T2 Row\n",
        [Row("T1", "Tar"), Row("T2", "Row")],
        id="one in each of two lists",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IDS)
def test_what_makes_an_id(text: str, expected: list[Row]) -> None:
    assert rows(f"# P\n\n{text}", "ana") == expected


def test_fields_behind_the_list_of_a_lead_are_the_task_s() -> None:
    text = (
        "# P\n\n## Tasks\n\n### T1: Tar\n**Depends on:** —\n**Files:** `net/x.py`\n\n"
        "### T2: Row\n**Needs oars:**\n- two\n\n**Time:** 1 h\n**Dependencies:** T1\n"
    )
    tasks = all_tasks(text)
    assert tasks["T1"].files == ("net/x.py",)
    assert tasks["T2"].after == ("T1",)


def test_branches_of_a_drawing_begin_at_their_fork() -> None:
    text = (
        "# P\n\n## Tasks\n- T1: Tar\n- T2: Row\n- T3: Sail\n- T4: Moor\n\n"
        "```\nT1 ──┬──► T2 ──► T3\n     └──► T4\n```\n"
    )
    after = {task.id: task.after for task in all_tasks(text).values()}
    assert after == {"T1": (), "T2": ("T1",), "T3": ("T2",), "T4": ("T1",)}


def test_all_of_a_phase_is_the_phase() -> None:
    text = "# P\n\n## Phase 1\n- T1: Tar\n\n## Phase 2\n- T2: Row (after all of phase 1)\n"
    assert all_tasks(text)["T2"].after == ("phase-1",)


def test_a_table_in_which_each_row_waits_for_all_is_read_at_once() -> None:
    head = "# P\n\n| ID | Task | Depends on |\n|--|--|--|\n"
    found = reading(head + "".join(f"| T{n} | Knot {n} | all |\n" for n in range(2000)))
    assert len(found.plan.tasks) == 2000
    assert any("too many dependencies" in warned.text for warned in found.warnings)
