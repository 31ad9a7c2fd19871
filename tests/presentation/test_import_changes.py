"""What an import will write: what only adds is agreed to, what replaces something is not."""

import pytest

from coord_tui.core.plan import Owned, Plan, Session
from coord_tui.core.plan_merge import Change, changes, merged
from coord_tui.core.plan_soundness import TakenOut
from coord_tui.presentation.import_changes import (
    ChangeRows,
    Choices,
    choice_keys,
    choices_of,
    choices_words,
    out_rows,
    text_rows,
    written_words,
)
from tests.builders import NASTY, group, harmless, plain, role_of, said, spans_of, task
from tests.stated import reading

OLD = Plan(
    project="pier",
    sessions=(Session("mira", role="storage"),),
    ownership=(Owned("src/tides/", "mira"),),
    groups=(group("round-1", task("P1", "Read the gauges", "mira"), title="Round 1"),),
)


def fresh() -> Choices:
    plan = reading().plan
    return choices_of(changes(OLD, plan), plan)


def shown(choices: Choices, width: int = 60) -> list[str]:
    return said(ChangeRows(choices.changes, reading(), width).rows(choices))


def test_each_difference_says_both_sides_and_what_becomes_of_it() -> None:
    assert shown(fresh())[:10] == [
        "Sessions  2",
        "? ≠ mira | stays as it is",
        "    now    role: storage",
        "    import role: tide tables",
        "✓ + sol",
        "    role: charts, kind: agent",
        "",
        "Ownership  2",
        "✓ + mira owns src/[[]id].py",
        "    note: pages",
    ]


def test_what_is_new_of_a_task_says_no_word_twice() -> None:
    lines = shown(fresh())
    at = lines.index("✓ + P2 Draw the low water line")
    assert lines[at : at + 3] == [
        "✓ + P2 Draw the low water line",
        "    owner: sol",
        "✓ + P3 Paint the buoys",
    ]
    assert "✓ + P2 after P1" in lines


def test_nothing_that_a_person_wrote_is_replaced_unless_somebody_says_so() -> None:
    assert "session:mira" not in fresh().agreed
    assert fresh().open == ("session:mira",)
    assert "✓ ≠ mira | replaced" in shown(fresh().agree("session:mira"))
    refused = fresh().refuse("session:mira")
    assert refused.open == ()
    assert "✗ ≠ mira | stays as it is" in shown(refused)


def test_what_belongs_to_something_that_is_not_agreed_to_falls_with_it() -> None:
    choices = fresh().refuse("session:sol", "task:P3")
    lines = shown(choices)
    assert "✗ + sol | left" in lines
    assert "· + sol owns charts/ | falls with sol" in lines
    assert "· + P4 after P3 | falls with P3" in lines
    assert plain(choices_words(choices)) == "8 of 13 added · 1 stay"
    assert choices.agree("session:sol", "task:P3").fallen == {}


@pytest.mark.parametrize(
    "refused", [("session:sol",), ("task:P3",), ("task:P2", "task:P4"), ("session:mira",), ()]
)
def test_what_is_said_to_fall_is_just_what_a_merge_leaves_out(refused: tuple[str, ...]) -> None:
    choices, plan = fresh().refuse(*refused), reading().plan
    after = changes(merged(OLD, plan, choices.agreed), plan)
    left = {one.key for one in after if one.kind == "added"}
    assert left & choices.agreed == choices.fallen.keys()


def test_what_the_plan_has_already_is_no_lack() -> None:
    assert fresh().refuse("session:mira").fallen == {}


def test_what_was_decided_is_kept_for_differences_that_are_there_again() -> None:
    before = fresh().agree("session:mira").refuse("session:sol", "gone")
    after = fresh().like(before)
    assert (after.agreed, after.open) == (before.agreed, ())
    assert Choices().like(before) == Choices()


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (fresh(), "13 of 13 added · 1 stay"),
        (fresh().agree("session:mira"), "13 of 13 added · 1 replaced"),
        (Choices(), ""),
    ],
)
def test_how_much_will_be_written(choices: Choices, words: str) -> None:
    assert plain(choices_words(choices)) == words


@pytest.mark.parametrize(
    ("choices", "key", "offered"),
    [
        (fresh(), "session:mira", "y replace, n keep, w write, a replace all, esc back"),
        (fresh(), "session:sol", "space leave, w write, a replace all, esc back"),
        (fresh().refuse("session:sol"), "session:sol",
         "space take, w write, a replace all, esc back"),
        (fresh().agree("session:mira"), "session:mira", "space keep, w write, esc back"),
        (fresh().refuse("session:mira"), "session:mira", "space replace, w write, esc back"),
        (fresh(), None, "w write, a replace all, esc back"),
        (Choices(), None, "w write, esc back"),
    ],
)  # fmt: skip
def test_keys(choices: Choices, key: str | None, offered: str) -> None:
    assert ", ".join(f"{one.key} {one.words}" for one in choice_keys(choices, key)) == offered


def test_long_sides_are_broken_to_the_width() -> None:
    change = Change("setting:claims.note", "different", "one two three four", "five six")
    rows = ChangeRows((change,), reading(), 26).rows(Choices((change,)))
    assert said(rows) == [
        "Settings  1",
        "? ≠ setting:claims.note | stays as it is",
        "    now    one two three",
        "           four",
        "    import five six",
    ]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("version: 1\n", 40, ["version: 1"]),
        ("a: b  # COORD.md:3\n", 40, ["a: b  # COORD.md:3"]),
        ("  - one two three  # COORD.md:3\n", 16, ["  - one two", "  three #", "  COORD.md:3"]),
        ("a:\n\nb:\n", 40, ["a:", "", "b:"]),
    ],
)
def test_the_text_of_a_plan_is_shown_whole(text: str, width: int, lines: list[str]) -> None:
    assert said(text_rows(text, width)) == lines


def test_comments_stand_back() -> None:
    rows = text_rows("# top\na: b  # COORD.md:3\n", 40)
    assert role_of(rows, "# top") == role_of(rows, "COORD.md") == "dim"
    assert role_of(rows, "a: b") == ""


def test_what_cannot_be_in_the_plan_says_why() -> None:
    assert said(out_rows((TakenOut("owned:sol:a/", "mira owns it, too"),), 20)) == [
        "Cannot be in the plan  1", "⚠ owned:sol:a/: mira", "  owns it, too",
    ]  # fmt: skip
    assert out_rows((), 20) == ()


@pytest.mark.parametrize(
    ("files", "kept", "words"),
    [
        (["A.md"], False, "wrote coord.yaml from A.md"),
        (["A.md", "B.md"], False, "wrote coord.yaml from A.md, B.md"),
        (["A.md", "B.md", "C.md", "D.md"], False, "wrote coord.yaml from A.md, B.md and 2 more"),
        (["A.md"], True, "coord.yaml stays as it is: there was nothing to change"),
    ],
)
def test_what_became_of_it(files: list[str], kept: bool, words: str) -> None:
    assert written_words("coord.yaml", files, kept=kept) == words


def test_words_of_others_are_inert() -> None:
    change = Change(f"setting:{NASTY}", "different", NASTY, NASTY)
    rows = ChangeRows((change,), reading(), 60).rows(Choices((change,)))
    assert harmless(spans_of(rows))
    assert harmless(spans_of(out_rows((TakenOut(NASTY, NASTY),), 60)))
