"""A question of an import shows what a person needs to decide, and fits."""

import pytest

from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan import Group, Owned, Plan, Session, Task
from coord_tui.core.plan_merge import Change
from coord_tui.presentation.import_items import Listing, listing_of
from coord_tui.presentation.import_questions import (
    asking_lines,
    difference,
    doubt,
    explaining_lines,
    follows,
)
from coord_tui.presentation.text import cell_width
from tests.builders import NASTY, harmless, plain

PLACE = Place("C.md", 7, 8)
PLAN = Plan(
    sessions=(Session("ana"),),
    ownership=(Owned("web/", "ana", "pages"),),
    groups=(
        Group("r", tasks=(Task("Paint", "A", "ana", done="fb17380", after=("B",)), Task("x", "B"))),
    ),
)


def listed(*items: Item) -> Listing:
    return listing_of(Reading(PLAN, items))


NOTHING = listed()


def test_a_guess_is_rather_left() -> None:
    question = doubt(Item("task:A", "A Paint", (PLACE,), "doubtful", "a box"), [(7, "- [ ] Paint")])
    assert question.suggestion == "n"
    assert question.prompt == "take it? [y n a r q ?, Enter: n]"
    assert [plain(line) for line in asking_lines(question, 1, 2, 80)] == [
        "", "1 of 2  A Paint", "  a box", "  C.md:7–8", "      7 │ - [ ] Paint",
    ]  # fmt: skip


def test_what_adds_is_rather_taken_and_what_differs_rather_not() -> None:
    assert difference(Change("x", "added"), NOTHING, ()).suggestion == "y"
    assert difference(Change("x", "filled"), NOTHING, ()).suggestion == "y"
    question = difference(Change("x", "different", "old", "new"), NOTHING, ())
    assert question.suggestion == "n"
    assert [plain(line) for line in asking_lines(question, 1, 1, 80)] == [
        "", "1 of 1  x", "  it says   old", "  import    new",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "text", "then"),
    [
        ("owned:ana:web/", "ana owns web/", "note: pages"),
        ("task:A", "A Paint", "owner: ana"),
        ("done:A", "A is done in fb17380", ""),
        ("after:A:B", "A after B", ""),
    ],
)
def test_a_question_is_in_the_words_of_the_review(key: str, text: str, then: str) -> None:
    change = Change(key, "added", then="done: true")
    question = difference(change, listed(Item(key, text, (PLACE,))), ())
    assert (question.key, question.title, question.then) == (key, text, then)


def test_only_the_beginning_of_a_long_passage_is_shown() -> None:
    lines = [(n, f"line {n}") for n in range(1, 21)]
    question = doubt(Item("task:A", "A", (PLACE,), "doubtful"), lines)
    shown = [plain(line) for line in asking_lines(question, 1, 1, 80)]
    assert shown[-1] == "        … 12 more lines"


def test_text_of_others_is_harmless_and_fits() -> None:
    item = Item(NASTY, NASTY * 4, (Place(NASTY, 1, 1),) * 2, "doubtful", NASTY * 4)
    change = Change(NASTY, "different", NASTY * 9, NASTY * 9)
    lines = [(1, NASTY * 4)]
    for question in (doubt(item, lines), difference(change, listed(item), lines)):
        for line in (*asking_lines(question, 1, 2, 60), *explaining_lines(question, 60)):
            assert harmless(line)
            assert cell_width(plain(line)) <= 60


def test_every_key_is_explained_and_where_else_it_stands() -> None:
    item = Item("task:A", "A", (PLACE, Place("D.md", 3, 3)), "doubtful")
    text = "\n".join(plain(line) for line in explaining_lines(doubt(item, ()), 80))
    assert all(f"  {key}  " in text for key in "ynarq")
    assert "also in D.md:3" in text
    assert "its key is task:A" in text


def test_what_is_said_of_a_task_that_is_asked_about_needs_no_question() -> None:
    keys = ["task:A", "done:A", "after:A:B", "enhances:C:A", "owned:ana:x"]
    assert follows(keys) == {"done:A": "task:A", "after:A:B": "task:A"}
