"""What tasks wait for, said beside their titles: in brackets, below, behind a list, in a range."""

import pytest

from tests.core.importing.task_reading import all_tasks, rows


@pytest.mark.parametrize(
    "line",
    [
        "drains the bilge (blocked on T1); rows home (if it can)",
        "drains the bilge (hängt von T1 ab) und rudert heim",
        "le pont (après T1) et le mât, puis les rames",
        "甲板を直す（T1 の後）、それから帆",
    ],
)
def test_brackets_in_the_middle_of_a_line_say_what_a_task_waits_for(line: str) -> None:
    text = f"# Tasks\n\n1. **T1** — Tar the hull\n2. **T2** — {line}\n"
    assert all_tasks(text)["T2"].after == ("T1",)


@pytest.mark.parametrize(
    "first",
    [
        "After T1 (and its review): mend the sail, then row.",
        "Depends on T1. Then row.",
        "Nach T1: rudern.",
        "Once T1 is merged, row home.",
    ],
)
def test_the_first_words_below_a_task_say_what_it_waits_for(first: str) -> None:
    text = f"# Work\n\n### T1 — Tar the hull\n\nWith pitch.\n\n### T2 — Row home\n\n{first}\n"
    assert all_tasks(text)["T2"].after == ("T1",)


def test_first_words_that_name_no_task_say_nothing() -> None:
    text = "# Work\n\n### T1 — Tar the hull\n\nText.\n\n### T2 — Row\n\nAfter lunch: row.\n"
    assert all_tasks(text)["T2"].after == ()


def test_fields_behind_a_list_of_files_are_the_tasks_own() -> None:
    text = (
        "# Work\n\n### Task A: Tar the hull\n\n**Status**: done\n\n### Task B: Mend a sail\n\n"
        "**Files**:\n- `loft/sail.md`\n- `loft/rope.md`\n\n**Depends on**: Task A (dry)\n"
        "**Owner**: ana\n"
    )
    task = all_tasks(text, "ana")["B"]
    assert (task.after, task.owner) == (("A",), "ana")
    assert task.files == ("loft/sail.md", "loft/rope.md")


@pytest.mark.parametrize("after", ["5.5-C-1〜3", "5.5-C-1 – 3", "5.5-C-1..3", "5.5-C-1 bis 3"])
def test_a_range_of_ids_may_end_with_their_last_number_only(after: str) -> None:
    text = (
        "# Tasks\n\n| ID | Task | Owner | Depends on |\n|---|---|---|---|\n"
        "| 5.5-C-1 | Hull | ana | — |\n| 5.5-C-2 | Deck | ana | — |\n"
        f"| 5.5-C-3 | Mast | ana | — |\n| 5.5-D | Look at all | ana | {after} |\n"
    )
    found = {row.id: row.after for row in rows(text, "ana")}
    assert found["5.5-D"] == ("5.5-C-1", "5.5-C-2", "5.5-C-3")


@pytest.mark.parametrize("beside", ["na Gemini", "do bazy", "no banco", "vor Ort"])
def test_words_that_mean_after_in_some_languages_only_need_an_id(beside: str) -> None:
    text = (
        "# Tasks\n\n| # | Task | Owner |\n|---|---|---|\n| 1.1 | Gemini wrapper | ana |\n"
        f"| 1.2 | Bazy banco ort | ana |\n| 1.3 | Supervisor ({beside}) | ana |\n"
    )
    assert all_tasks(text, "ana")["1.3"].after == ()
