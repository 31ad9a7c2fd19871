"""Lines and columns around a place in a YAML text, whatever its line ends are."""

import pytest

from coord_tui.adapters.plan_marks import read_marks
from coord_tui.core.yaml_marks import Marked
from coord_tui.core.yaml_places import CannotEdit, Places

TEXT = "# one\na: b  # two\nlist:\n  - x\n  # - old\n\n  - y\n  # - older\n# three\nz: 1\n"


def value(text: str, name: str) -> Marked:
    found = read_marks(text).value(name)
    assert found is not None
    return found


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_place_knows_its_line_whatever_ends_it(ends: str) -> None:
    text = f"ab{ends}cd{ends}"
    places, at = Places(text), text.index("d")
    assert (places.line(at), places.column(at)) == (2, 1)
    assert text[places.line_start(at) : places.line_end(at)] == "cd"
    assert places.past(places.line_end(0)) == text.index("c")
    assert places.past(places.line_end(at)) == len(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a: b", "a"),
        ("# x\n\na: b", "a"),
        ("\ufeff# x\r\n%YAML 1.1\n---\n a: b", "a"),
        ("", ""),
    ],
)
def test_the_first_line_is_neither_comment_nor_empty(text: str, first: str) -> None:
    assert text[Places(text).first :][:1] == first


def test_only_the_root_has_nothing_but_comments_before_it() -> None:
    root = read_marks(TEXT)
    assert Places(TEXT).is_root(root)
    assert not Places(TEXT).is_root(value(TEXT, "list"))


@pytest.mark.parametrize(
    ("word", "column", "last"),
    [
        ("x", 2, "# - old"),
        ("y", 2, "# - older"),
        ("y", 0, "# - older"),
        ("y", 3, "y"),
        ("a", 0, "# two"),
    ],
)
def test_comments_below_belong_to_a_list_by_their_column(word: str, column: int, last: str) -> None:
    places = Places(TEXT)
    at = TEXT.index(f"- {word}") + 3 if word in "xy" else places.line_end(TEXT.index(word))
    assert TEXT[: places.comments_end(at, column)].endswith(last)


@pytest.mark.parametrize(
    ("text", "column"),
    [("a: b", 0), ("  a: b", 2), ("- b", 0), ("- - b", 2), ("- a: b", 2)],
)
def test_the_indent_of_a_value_is_that_of_its_key_or_dash(text: str, column: int) -> None:
    assert Places(text).indent(text.index("b")) == column


def test_a_value_on_a_line_of_its_own_cannot_be_edited() -> None:
    with pytest.raises(CannotEdit, match="line 2 begins with a value"):
        Places("a:\n  b").indent(5)


@pytest.mark.parametrize(
    ("text", "apart", "commented"),
    [
        ("a:\n- x\n- y\n", False, False),
        ("a:\n- x\n\n- y\n", True, False),
        ("a:\n- x\n# of y\n-\n  y\n", False, True),
    ],
)
def test_what_stands_above_the_last_item_is_seen_from_its_dash(
    text: str, apart: bool, commented: bool
) -> None:
    places, node = Places(text), value(text, "a")
    dash = places.dash(node, node.items[-1])
    assert text[dash] == "-"
    assert places.are_apart(node) is apart
    assert places.has_comment_above(dash) is commented


def test_the_key_of_a_value_ends_before_its_colon() -> None:
    root = read_marks(TEXT)
    ends = [TEXT[: Places.key_end(root, one)] for _, one in root.pairs]
    assert [end[-4:].split()[-1] for end in ends] == ["a", "list", "z"]
