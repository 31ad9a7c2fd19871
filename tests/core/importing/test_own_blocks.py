"""Where an export stands in a file: the same place for who writes it and for who reads it."""

import pytest

from coord_tui.core.exporting.markdown import BEGIN, END, markdown
from coord_tui.core.importing.own.form import is_own, outside, read_own
from coord_tui.core.marked_block import with_block
from tests.core.importing.test_own_form import PLAN, document

OTHER = PLAN._replace(project="other")
EXAMPLE = f"```\n{BEGIN}\n- **x**\n{END}\n```\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_example_in_a_fence_is_no_block(newline: str) -> None:
    example = EXAMPLE.replace("\n", newline)
    assert not is_own(example)
    text = with_block(example, markdown(PLAN, 2), BEGIN, END)
    own = read_own("A.md", text)
    assert own.plan == PLAN
    assert own.at.line == 7
    assert (own.unread, own.warnings) == ((), ())
    assert "- **x**" in outside(text)


def test_a_form_feed_ends_no_mark() -> None:
    assert not is_own(f"{BEGIN}\x0cnext\n{END}\n")
    with_block(f"a\n{END}\x0cnext\n", "b", BEGIN, END)


def test_a_block_in_an_item_of_a_list_is_read_as_it_was_written() -> None:
    text = with_block(f"- ours:\n\n  {BEGIN}\n  {END}\n", markdown(PLAN, 2), BEGIN, END)
    own = read_own("A.md", text)
    assert (own.plan, own.unread, own.warnings) == (PLAN, (), ())


def test_of_two_plans_the_first_is_read_and_the_other_is_named() -> None:
    text = document() + "\nbetween\n\n" + document(OTHER)
    own = read_own("A.md", text)
    assert own.plan == PLAN
    line = text.split("\n").index(BEGIN, 1) + 1
    assert [(one.at.line, one.text) for one in own.warnings] == [
        (line, "a second plan in one file: only that of line 1 was read")
    ]
    assert [(one.at.line, one.at.end) for one in own.unread] == [(line, text.count("\n"))]
    assert outside(text).strip() == "between"


def test_a_block_without_its_end_is_told() -> None:
    text = document().replace(f"{END}\n", "") + "\n# More\n"
    own = read_own("A.md", text)
    last = text.count("\n")
    assert [(one.at.line, one.text) for one in own.warnings] == [
        (1, f"its {END} is missing: all up to line {last} was read as the plan")
    ]
    assert own.plan == PLAN
    assert [one.text for one in own.unread] == ["# More"]


def test_a_block_without_its_end_stops_where_the_next_begins() -> None:
    own = read_own("A.md", document().replace(f"{END}\n", "") + document(OTHER))
    assert own.plan == PLAN
    assert len(own.warnings) == 2
