"""What `import` says of the plan that it writes: whole keys, both sides, and what is next."""

from coord_tui.core.plan_merge import Change
from coord_tui.presentation.import_report import MOST
from coord_tui.presentation.import_target import change_lines, next_lines
from coord_tui.presentation.text import cell_width
from tests.builders import NASTY, harmless, plain


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
    for line in (*change_lines(changes, NASTY, 80), *next_lines(NASTY, new=True)):
        assert harmless(line)
        assert cell_width(plain(line).rstrip()) <= 80


def test_a_new_plan_was_written_and_an_old_one_changed() -> None:
    assert "coord.yaml  written" in plain(next_lines("coord.yaml", new=True)[1])
    assert "coord.yaml  changed where you agreed" in plain(next_lines("coord.yaml", new=False)[1])
