"""The ends of tasks' lines: what is read there leaves the title, what is not read stays in it."""

import pytest

from tests.core.importing.task_reading import Row, all_tasks, rows

ENDS = [
    ("Tar the net – Ana, after T0", Row("T1", "Tar the net", "ana", after=("T0",))),
    ("Tar the net (Ana), in progress", Row("T1", "Tar the net", "ana")),
    ("tar it. Owner: Bo. Depends on T0", Row("T1", "tar it", "bo", after=("T0",))),
    ("Tar it, owner: ana, files: `net/x.py`", Row("T1", "Tar it", "ana")),
    ("tar it @ana, depends on: T0", Row("T1", "tar it", "ana", after=("T0",))),
    ("Move `net/a.py` - owner: ana", Row("T1", "Move net/a.py", "ana")),
    ("Tar; depends on T0 and T9", Row("T1", "Tar", after=("T0",))),
    ("Tar, waits for T0", Row("T1", "Tar", after=("T0",))),
    ("Netz teeren, hängt von T0 ab", Row("T1", "Netz teeren", after=("T0",))),
    ("Netz teeren (Ana), erledigt", Row("T1", "Netz teeren", "ana", True)),
    ("Nettoyer, terminé", Row("T1", "Nettoyer", done=True)),
    ("Tar (Bo; blocked by T0)", Row("T1", "Tar", "bo", after=("T0",))),
    ("E2E: the net, the boat", Row("T1", "E2E: the net, the boat")),
    ("Invite Bo, Ana", Row("T1", "Invite Bo, Ana")),
    ("Tar, requires new ropes", Row("T1", "Tar, requires new ropes")),
    ("Tar (after the harbour is closed)", Row("T1", "Tar (after the harbour is closed)")),
    ("Tar, after 2 days", Row("T1", "Tar, after 2 days")),
]


@pytest.mark.parametrize(("line", "expected"), ENDS)
def test_the_end_of_a_line_says_whose_how_far_and_what_it_waits_for(
    line: str, expected: Row
) -> None:
    text = f"## Tasks\n\n- T0: Buy rope\n- T9: Row\n- T1: {line}\n"
    found = {row.id: row for row in rows(text, "ana", "bo")}["T1"]
    assert found._replace(after=found.after[:1]) == expected


def test_files_at_the_end_of_a_line_and_in_a_title_are_the_task_s() -> None:
    tasks = all_tasks(
        "## Tasks\n\n- T1: Tar it, files: `net/x.py`, `net/y.py`\n"
        "- T2: Mend knots in `net/z.py`\n- T3: Sail with `oar`\n"
    )
    assert [task.files for task in tasks.values()] == [
        ("net/x.py", "net/y.py"),
        ("net/z.py",),
        (),
    ]


def test_a_cell_keeps_the_words_before_its_colon_when_the_row_has_another_id() -> None:
    text = (
        "## Tasks\n\n| ID | Title | Status |\n|--|--|--|\n| B1 | E2E: tenant flow | open |\n"
        "| B2 | Spec2 | open |\n| B3 | Task 4: Moor | open |\n| B4 | B4: Row (done) | |\n"
    )
    assert [(row.id, row.title) for row in rows(text)] == [
        ("B1", "E2E: tenant flow"),
        ("B2", "Spec2"),
        ("B3", "Task 4: Moor"),
        ("B4", "Row"),
    ]


def test_a_product_before_a_colon_is_no_id_unless_another_is_beside_it() -> None:
    text = "## Tasks\n\n- E2E: login\n- T4: Row\n- S1: Tar\n- S2: Sail\n"
    assert [row.title for row in rows(text)] == ["E2E: login", "Row", "Tar", "Sail"]
    assert [row.id for row in rows(text)][1:] == ["T4", "S1", "S2"]


@pytest.mark.parametrize(
    "name", ["OR-3..OR-5", "OR-3 – OR-5", "OR-3 to OR-5", "OR-3–5", "OR-3…OR-5"]
)
def test_a_range_of_ids_with_hyphens_means_all_between(name: str) -> None:
    table = "## Tasks\n\n| ID | Title | Depends on |\n|--|--|--|\n"
    rows_before = "".join(f"| OR-{number} | Knot {number} | |\n" for number in (3, 4, 5))
    tasks = all_tasks(f"{table}{rows_before}| OR-6 | Net | {name} |\n")
    assert tasks["OR-6"].after == ("OR-3", "OR-4", "OR-5")
    numbers = table + rows_before.replace("OR-", "") + "| 6 | Net | #3–#5 |\n"
    assert all_tasks(numbers)["6"].after == ("3", "4", "5")
