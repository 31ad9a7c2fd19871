"""Columns that a table's rows have and its header lacks."""

import pytest

from tests.core.importing.task_reading import rows


@pytest.mark.parametrize("done", ["✅ done", "✅ bitti (iki kez)", "✅ готово — `a1b2c3d`"])
def test_a_column_without_a_heading_says_how_far_the_tasks_are(done: str) -> None:
    text = (
        "# Tasks\n\n| # | Task | Who |\n|---|---|---|\n"
        f"| 1.1 | Tar the hull | `ana` | {done} |\n| 1.2 | Mend a sail | `ben` | {done} |\n"
    )
    found = [(row.id, row.owner, bool(row.done)) for row in rows(text, "ana", "ben")]
    assert found == [("1.1", "ana", True), ("1.2", "ben", True)]


def test_a_bar_in_one_row_parts_nothing() -> None:
    text = (
        "# Tasks\n\n| # | Task | Who |\n|---|---|---|\n| 1 | Tar | ana |\n"
        "| 2 | Mend | ana | ben |\n| 3 | Row | ben |\n"
    )
    assert [(row.id, row.owner) for row in rows(text, "ana", "ben")] == [
        ("1", "ana"), ("2", "ana"), ("3", "ben"),
    ]  # fmt: skip
