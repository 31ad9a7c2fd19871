"""Trees of tasks, rounds that wait, ids of one letter a session, headers that stand twice."""

import pytest

from tests.core.importing.task_reading import Row, all_tasks, rows

LIST = (
    "# Ship\n\n## Tasks\n- [ ] {0}1: Keel\n- [ ] {0}2: Hull\n- [ ] {0}3: Sail\n- [ ] {0}4: Bell\n\n"
)


def waits(text: str) -> dict[str, tuple[str, ...]]:
    return {id: task.after for id, task in all_tasks(text).items() if task.after}


@pytest.mark.parametrize(
    ("prefix", "tree"),
    [
        ("T", "T1 keel\n├── T2 hull\n│   └── T4 bell\n└── T3 sail\n"),
        ("T", "T1 (keel) ─── blocks all ──┐\n   ├── T2: hull\n   │    └── T4: bell\n   └── T3\n"),
        ("Task ", "Task 1 keel\n|-- Task 2: hull\n|   `-- Task 4: bell\n`-- Task 3: sail\n"),
    ],
)
def test_what_hangs_on_a_branch_waits_for_what_it_hangs_on(prefix: str, tree: str) -> None:
    text = f"{LIST.format(prefix)}## Order\n\n```\n{tree}```\n"
    one, two, three, four = all_tasks(text)
    assert waits(text) == {two: (one,), three: (one,), four: (two,)}


@pytest.mark.parametrize(
    "tree",
    [
        "src/\n├── T2 hull\n└── T3 sail\n",
        "T1\n├── T1.1 plan\n└── T1b draw\n",
        "T1 keel\nT2 hull\n",
        "notes\n├── a.py\n└── b.py\n",
    ],
)
def test_files_and_parts_of_a_task_wait_for_nothing(tree: str) -> None:
    assert waits(f"{LIST.format('T')}## Layout\n\n```\n{tree}```\n") == {}


@pytest.mark.parametrize("heading", ["Wave 2 (needs T1 + T2)", "Phase 2 (depends on T1, T2)"])
def test_all_tasks_of_a_round_wait_for_what_its_heading_names(heading: str) -> None:
    text = (
        "# Ship\n\n## Wave 1\n- [ ] T1: Keel\n- [ ] T2: Hull\n\n"
        f"## {heading}\n- [ ] T3: Sail\n- [ ] T4: Bell\n"
    )
    assert waits(text) == {"T3": ("T1", "T2"), "T4": ("T1", "T2")}


@pytest.mark.parametrize("mark", ["- [ ] {} ", "1. **{}** ", "- [ ] **{}** "])
def test_ids_of_one_letter_a_session_are_ids(mark: str) -> None:
    points = [mark.format(id) + title for id, title in (("A1", "Keel"), ("B1", "Hull after A1"))]
    assert {
        id: task.title for id, task in all_tasks("## Phase 1\n" + "\n".join(points)).items()
    }.keys() == {
        "A1",
        "B1",
    }


def test_words_that_only_look_like_ids_beside_others_are_none() -> None:
    text = "## Tasks\n- [ ] V2 of the hull\n- [ ] Mend a sail\n"
    assert not {"V2"} & all_tasks(text).keys()


def test_a_table_that_counts_the_same_tasks_again_is_about_them() -> None:
    text = (
        "# Ship\n\n## Wave 1\n- [ ] Task 1: Tar the hull\n- [ ] Task 2: Mend sails\n"
        "- [ ] Task 3: CI pipeline\n\n## Log\n\n| Agent | Task | Status |\n|-|-|-|\n"
        "| Agent | Task | Status |\n|-|-|-|\n"
        "| ana | Task 1: Hull | merged |\n| ben | Task 2: Sails | merged |\n"
        "| ana | Task 3: CI | open |\n"
    )
    found = {row.id: (row.owner, bool(row.done)) for row in rows(text, "ana", "ben")}
    assert found == {"1": ("ana", True), "2": ("ben", True), "3": ("ana", False)}


def test_a_count_beside_titles_with_ids_that_rows_wait_for_is_no_id() -> None:
    text = (
        "| ID | Task | Owner | Blocked By |\n|-|-|-|-|\n| 1 | T2: Keel | ana | — |\n"
        "| 2 | F1: Sail | ana | — |\n| 3 | T4: Hull | ana | T2 |\n| 4 | C1: Bell | ana | T4, F1 |\n"
    )
    assert [(row.id, row.title, row.after) for row in rows(text, "ana")] == [
        ("T2", "Keel", ()), ("F1", "Sail", ()), ("T4", "Hull", ("T2",)),
        ("C1", "Bell", ("T4", "F1")),
    ]  # fmt: skip
    counted = text.replace("T2 |\n", "1 |\n").replace("T4, F1", "3, 2")
    assert [row.id for row in rows(counted, "ana")] == ["1", "2", "3", "4"]


def test_two_lists_that_count_other_things_stay_apart() -> None:
    text = (
        "# Ship\n\n## Tasks of the hull\n1. Tar planks\n2. Nail ribs\n\n"
        "## Tasks of the rig\n1. Sew cloth\n2. Splice ropes\n"
    )
    assert len(rows(text)) == 4
    assert all(isinstance(row, Row) for row in rows(text))
