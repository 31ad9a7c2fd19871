"""What stands at the ends of tasks' titles, behind brackets and dashes, below them and as signs."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from coord_tui.core.plan import Task

TEAM = "# Plan\n\n## Team\n- Sam\n- Ana\n\n## Tasks\n"


def read(text: str) -> Reading:
    return assemble(read_sources([Source("PLAN.md", TEAM + text)]))


def tasks(text: str) -> dict[str, Task]:
    return {task.id: task for group in read(text).plan.groups for task in group.tasks}


@pytest.mark.parametrize(
    ("line", "owner", "files", "after"),
    [
        ("Docs (Sam) — web/y.js", "sam", ("web/y.js",), ()),
        ("Docs -- Sam -- after A-1 & A-2 -- web/x.js", "sam", ("web/x.js",), ("A-1", "A-2")),
        ("Docs（Sam）依存: A-1", "sam", (), ("A-1",)),
        ("Docs (Sam) depends on: A-1", "sam", (), ("A-1",)),
        ("Docs (Sam) nach A-1", "sam", (), ("A-1",)),
        ("Docs (Sam) dépend de A-1", "sam", (), ("A-1",)),
        ("Docs (Sam) files: `web/z.js`", "sam", ("web/z.js",), ()),
    ],
)
def test_owner_files_and_waits_leave_the_title(
    line: str, owner: str, files: tuple[str, ...], after: tuple[str, ...]
) -> None:
    task = tasks(f"- [ ] A-1 One\n- [ ] A-2 Two\n- [ ] A-3 {line}\n")["A-3"]
    assert (task.title, task.owner, task.after) == ("Docs", owner, after)
    assert task.files == files


def test_brackets_in_the_middle_stay_in_the_title() -> None:
    found = tasks("- [ ] A-1 Sort (stable) rows\n- [ ] A-2 Write the docs - later parts\n")
    assert [task.title for task in found.values()] == [
        "Sort (stable) rows",
        "Write the docs - later parts",
    ]


@pytest.mark.parametrize(
    ("line", "done", "dropped"),
    [
        ("- [-] A-3 Bell", False, True),
        ("- [~] A-3 Bell", False, False),
        ("- [/] A-3 Bell", False, False),
        ("- ❌ A-3 Bell", False, True),
        ("- ✗ A-3 Bell", False, True),
        ("- [ ] ~~A-3 Bell tower~~ not doing it", False, True),
        ("- [ ] A-3 ~~Bell~~ Horn for the tower", False, False),
    ],
)
def test_signs_and_strokes_say_what_is_given_up(line: str, done: bool, dropped: bool) -> None:
    task = tasks(f"- [ ] A-1 One\n- [ ] A-2 Two\n{line}\n")["A-3"]
    assert (bool(task.done), bool(task.dropped)) == (done, dropped)


def test_a_cross_beside_ticks_alone_is_not_done_yet() -> None:
    found = tasks("- ✅ A-1 One\n- ❌ A-2 Two\n- ✅ A-3 Three\n")
    assert [bool(task.dropped) for task in found.values()] == [False, False, False]


def test_a_legend_says_what_a_cross_means() -> None:
    found = tasks("Legend: ✅ done · ❌ to do\n\n- ✅ A-1 One\n- ❌ A-2 Two\n- A-3 Three\n")
    assert not found["A-2"].dropped


@pytest.mark.parametrize("state", ["blocked (waits for legal)", "blocked by Rechtsabteilung"])
def test_a_state_that_names_no_task_is_kept_without_an_oddity(state: str) -> None:
    text = f"| ID | Task | Owner | Status |\n|--|--|--|--|\n| A-1 | One | Sam | {state} |\n"
    text += "| A-2 | Two | Ana | blocked by A-1 |\n"
    assert state in tasks(text)["A-1"].details
    assert tasks(text)["A-2"].after == ("A-1",)
    assert not read(text).warnings


def test_fields_in_the_next_lines_stay_out_of_the_title() -> None:
    found = tasks(
        "- [ ] A-1 Quay (Sam)\n  Reviewer: Ana\n  Due: Friday\n"
        "- [ ] A-2 Pier\n  Zuständig: Ana\n  Frist: Freitag\n"
    )
    assert [task.title for task in found.values()] == ["Quay", "Pier"]
    assert found["A-1"].details == "Reviewer: Ana\nDue: Friday"


def test_a_line_at_the_margin_with_a_verb_of_its_own_is_no_title() -> None:
    found = tasks(
        "- [x] A2 Keel (Sam)\nA1はA2に依存\n禁止: `prod/` を触らない\n- [ ] A1 Mast (Ana)\n"
    )
    assert [task.title for task in found.values()] == ["Keel", "Mast"]
    found = tasks("- [x] A2 Keel (Sam)\nA1 depends on A2\n- [ ] A1 Mast (Ana)\n")
    assert [(task.title, task.after) for task in found.values()] == [
        ("Keel", ()),
        ("Mast", ("A2",)),
    ]
