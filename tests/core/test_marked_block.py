"""A block between marks: put at the end once, renewed in its place after that."""

import pytest

from coord_tui.core.marked_block import BEGIN, END, find_block, with_block

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
        (f"a\n  {OLD}", f"a\n{BLOCK}"),
        (f"a\n{OLD}b\n".replace("\n", "\r\n"), f"a\n{BLOCK}b\n".replace("\n", "\r\n")),
        (f"a `{BEGIN}` b\n", f"a `{BEGIN}` b\n\n{BLOCK}"),
        ("a\u2028b\x0cc\n", f"a\u2028b\x0cc\n\n{BLOCK}"),
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
    with pytest.raises(ValueError, match=f"line {line}: "):
        with_block(text, "x")


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
