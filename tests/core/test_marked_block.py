"""A block between marks: put at the end once, renewed in its place after that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.marked_block import (
    BEGIN,
    END,
    MarksBroken,
    find_block,
    has_changed,
    is_mark,
    with_block,
)

BLOCK = f"{BEGIN}\none\ntwo\n{END}\n"
OLD = f"{BEGIN}\nold\n{END}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", BLOCK),
        ("# Title\n", f"# Title\n\n{BLOCK}"),
        ("# Title", f"# Title\n\n{BLOCK}"),
        ("# Title\n\n", f"# Title\n\n{BLOCK}"),
        ("\ufeff# Title\n", f"\ufeff# Title\n\n{BLOCK}"),
        ("a\r\nb\r\n", ("a\nb\n\n" + BLOCK).replace("\n", "\r\n")),
        (f"a\n{OLD}b", f"a\n{BLOCK}b"),
        (f"a\n\n{OLD}", f"a\n\n{BLOCK}"),
        (OLD.rstrip("\n"), BLOCK.rstrip("\n")),
        (f"- a\n  {OLD}", f"- a\n  {BEGIN}\n  one\n  two\n  {END}\n"),
        (f"a\n{OLD}b\n".replace("\n", "\r\n"), f"a\n{BLOCK}b\n".replace("\n", "\r\n")),
        (f"a `{BEGIN}` b\n", f"a `{BEGIN}` b\n\n{BLOCK}"),
        ("a\u2028b\x0cc\n", f"a\u2028b\x0cc\n\n{BLOCK}"),
        (f"{END}\x0cc\n", f"{END}\x0cc\n\n{BLOCK}"),
        (f"a\r{OLD}", f"a\r{BLOCK}"),
        (f"```\n{OLD}```\n", f"```\n{OLD}```\n\n{BLOCK}"),
        (f"```\n{OLD}```\n{OLD}b", f"```\n{OLD}```\n{BLOCK}b"),
        (
            f"- ~~~~ md\n  ~~~\n  {BEGIN}\n  ~~~~\n{OLD}",
            f"- ~~~~ md\n  ~~~\n  {BEGIN}\n  ~~~~\n{BLOCK}",
        ),
        (f"``` md\n{BEGIN}\n```\n", f"``` md\n{BEGIN}\n```\n\n{BLOCK}"),
        (f"- ```\n  x\n  ```\n{OLD}```\ny\n```\n", f"- ```\n  x\n  ```\n{BLOCK}```\ny\n```\n"),
        (f"```\nno end\n{OLD}", f"```\nno end\n{BLOCK}"),
        (f"```\nno end\n\n{BEGIN}\n```text\n```\n{END}\n", f"```\nno end\n\n{BLOCK}"),
    ],
)
def test_the_rest_stays_as_it_is(before: str, after: str) -> None:
    assert with_block(before, "one\ntwo\n") == after
    assert with_block(after, "one\ntwo\n") == after


@pytest.mark.parametrize(
    ("text", "line"),
    [(f"a\n{BEGIN}\nx\n", 2), (f"{END}\n", 1), (f"{END}\n{BEGIN}\n", 1), (OLD * 2, 1)],
)
def test_marks_that_do_not_pair_are_refused(text: str, line: int) -> None:
    with pytest.raises(MarksBroken, match=r"one .* and after it one .* are expected") as broken:
        with_block(text, "x")
    assert broken.value.line == line


def test_a_block_that_is_indented_is_found_as_it_was_written() -> None:
    text = with_block(f"- a\n  {BEGIN}\n  {END}\n", "# one\n\n- two\n  - three")
    assert text.split("\n")[2:-2] == ["  # one", "", "  - two", "    - three"]
    assert find_block(text) == (2, ["# one", "", "- two", "  - three"])


@given(st.lists(st.sampled_from([BEGIN, END, "```", "~~~ x", "````", "- ```", "x", "  ```"])))
def test_a_block_is_put_somewhere_once_whatever_stands_around(lines: list[str]) -> None:
    try:
        once = with_block("\n".join(lines), "new\n```\n```")
    except MarksBroken:
        return
    assert with_block(once, "new\n```\n```") == once
    found = find_block(once)
    assert found is not None
    assert found[1] == ["new", "```", "```"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_blocks_of_other_marks_are_left_alone(newline: str) -> None:
    begin, end = "# begin", "# end"
    text = f"a\n\n{BLOCK}\nb\n".replace("\n", newline)
    both = with_block(text, "x\ny", begin, end)
    assert both == text + f"\n{begin}\nx\ny\n{end}\n".replace("\n", newline)
    assert find_block(both, begin, end) == (10, ["x", "y"])
    assert find_block(both) == (3, ["one", "two"])
    assert with_block(both, "one\ntwo") == both


def test_a_byte_order_mark_before_the_block_hides_no_mark() -> None:
    assert with_block(f"\ufeff{OLD}", "one\ntwo") == f"\ufeff{BLOCK}"


def test_a_text_without_marks_has_no_block() -> None:
    assert find_block(f"see `{BEGIN}`\n") is None


@pytest.mark.parametrize(("begin", "end"), [(BEGIN, END), ("# owners", "# end of owners")])
def test_a_mark_with_a_digest_is_the_mark_and_tells_what_was_edited(begin: str, end: str) -> None:
    text = with_block("a\n", "one\ntwo\n", begin, end, digest=True)
    found = find_block(text, begin, end)
    assert found == (3, ["one", "two"])
    mark = text.splitlines()[2]
    assert (is_mark(mark, begin), is_mark(mark, end), mark != begin) == (True, False, True)
    assert has_changed(mark, ["one", "two"]) is False
    assert has_changed(f"{mark}\r\n", ["", "one  ", "two\r\n", ""]) is False
    assert has_changed(mark, ["one"]) is True
    assert has_changed(begin, ["one"]) is None
    again = with_block(text, "three", begin, end)
    assert find_block(again, begin, end) == (3, ["three"])
    assert again.splitlines()[2] == begin
