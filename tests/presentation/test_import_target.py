"""What `import` says of the plan that it writes: whole keys, both sides, and what is next."""

import pytest

from coord_tui.core.importing.statements import Sure
from coord_tui.core.plan import Group, Plan, Session, Task
from coord_tui.core.plan_merge import Change
from coord_tui.presentation.import_report import MOST
from coord_tui.presentation.import_target import (
    NOBODY_WORKS,
    Written,
    by_hand_lines,
    change_lines,
    next_lines,
)
from coord_tui.presentation.text import cell_width
from tests.builders import NASTY, harmless, plain

PLAN = Plan(sessions=(Session("ana"),), groups=(Group("r", tasks=(Task("x", "A"),)),))
COMMIT = "`coord-tui doctor` checks it; commit it, so that everybody has it"
READY = "`coord-tui ready` says what can be taken; `coord-tui` opens the screen"


def test_changes_that_add_come_before_those_that_differ() -> None:
    changes = [
        Change("task:A", "added", "", "title: x"),
        Change("task:B", "different", "title: old", "title: new"),
        Change("task:C", "filled", "", "owner: ana"),
    ]
    assert [plain(line).rstrip() for line in change_lines(changes, "coord.yaml", 80)] == [
        "",
        "new for coord.yaml",
        "  +  task:A  title: x",
        "  +  task:C  owner: ana",
        "",
        "different in coord.yaml",
        "  ≠ task:B",
        "      it says  title: old",
        "      import   title: new",
    ]
    assert list(change_lines([], "coord.yaml", 80)) == []


def test_what_adds_is_cut_after_some_and_what_differs_never() -> None:
    adds = [Change(f"task:A{n}", "added", "", "title: x") for n in range(40)]
    others = [Change(f"task:B{n}", "different", "title: x", "title: y") for n in range(40)]
    lines = [plain(line).rstrip() for line in change_lines([*adds, *others], "coord.yaml", 80)]
    assert sum("task:A" in line for line in lines) == MOST
    assert f"  … {40 - MOST} more: --all shows them" in lines
    assert sum("task:B" in line for line in lines) == 40
    every = [plain(line) for line in change_lines(adds, "coord.yaml", 80, all=True)]
    assert sum("task:A" in line for line in every) == 40


def test_text_of_others_is_harmless_and_fits() -> None:
    changes = [Change(NASTY * 4, kind, NASTY * 4, NASTY * 4) for kind in ("added", "different")]
    for line in (*change_lines(changes, NASTY, 80), *next_lines(Written(NASTY, PLAN))):
        assert harmless(line)
        assert cell_width(plain(line).rstrip()) <= 80


def steps(written: Written) -> list[str]:
    return [plain(line) for line in next_lines(written)[2:]]


def test_a_new_plan_was_written_and_an_old_one_changed() -> None:
    new, old = Written("coord.yaml", PLAN), Written("coord.yaml", PLAN, new=False)
    assert plain(next_lines(new)[1]) == "✓ coord.yaml  written"
    assert plain(next_lines(old)[1]) == "✓ coord.yaml  changed where you agreed"
    assert steps(new) == ["1. read it through", f"2. {COMMIT}", f"3. {READY}"]
    assert steps(old) == [f"1. {COMMIT}", f"2. {READY}"]


@pytest.mark.parametrize(
    ("sure", "words"),
    [
        (("certain",), "read it through"),
        (("certain", "doubtful"), "read it through: before a line's number, ? is a guess"),
        (
            ("likely", "doubtful"),
            "read it through: before a line's number, ? is a guess and ~ is likely",
        ),
    ],
)
def test_only_marks_that_are_there_are_explained(sure: tuple[Sure, ...], words: str) -> None:
    assert steps(Written("coord.yaml", PLAN, sure=sure))[0] == f"1. {words}"


def test_advice_is_given_only_where_it_can_be_followed() -> None:
    assert steps(Written("a.yaml", PLAN, home="nowhere")) == [
        "1. read it through",
        "2. this is no git repository: it is read at the top of one, as coord.yaml",
    ]
    assert steps(Written("a.yaml", PLAN, home="repository")) == [
        "1. read it through",
        "2. put it at the top of the repository as coord.yaml: it is read there only",
    ]
    assert steps(Written("coord.yaml", PLAN._replace(groups=())))[2] == (
        "3. `coord-tui` opens the screen"
    )
    assert steps(Written("coord.yaml", Plan())) == [f"! {NOBODY_WORKS}"]


def test_what_has_to_be_put_in_by_hand_can_be_pasted() -> None:
    text = "# why\nsessions:\n  ana: x  # in place of line 3\n"
    assert [plain(line) for line in by_hand_lines(1, "coord.yaml", text)] == [
        "", "to be put into coord.yaml by hand  1 change", *text.splitlines(),
    ]  # fmt: skip
    assert list(by_hand_lines(0, "coord.yaml", "")) == []
