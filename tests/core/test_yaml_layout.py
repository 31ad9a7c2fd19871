"""Trees of texts as YAML lines: short ones in brackets, a comment on its item's first line."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.yaml_layout import (
    WIDTH,
    Leaf,
    Listed,
    Mapped,
    Tree,
    fits,
    in_brackets,
    item_lines,
    lines,
    pair_lines,
)
from tests.plans import TEXTS, in_yaml

LONG = "long " * 30
ITEM = Mapped((("id", Leaf("S1")), ("title", Leaf("x"))))


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (Leaf("b"), ["a: b"]),
        (Leaf("true"), ['a: "true"']),
        (Leaf("true", raw=True), ["a: true"]),
        (Leaf("b", "C:1"), ["a: b  # C:1"]),
        (Leaf("b\nc", "C:1"), ["a: |-  # C:1", "  b", "  c"]),
        (Listed(()), ["a: []"]),
        (Mapped(()), ["a:"]),
        (Listed((Leaf("b"), Leaf("c, d"))), ['a: [b, "c, d"]']),
        (Listed((Leaf("b"), Leaf("c")), tall=True), ["a:", "  - b", "  - c"]),
        (Listed((Leaf("b"), Leaf("c", "C:2"))), ["a:", "  - b", "  - c  # C:2"]),
        (Listed((Leaf("b"), Leaf("c\nd"))), ["a:", "  - b", "  - |-", "    c", "    d"]),
        (Listed((ITEM,)), ["a:", "  - {id: S1, title: x}"]),
        (ITEM._replace(note="C:3"), ["a: {id: S1, title: x}  # C:3"]),
        (Mapped((("b", Leaf(LONG)),)), ["a:", f'  b: "{LONG}"']),
    ],
)
def test_a_key_and_its_value_stand_as(value: Tree, made: list[str]) -> None:
    assert pair_lines("a", value, 0) == made
    assert pair_lines("a", value, 4) == [f"    {line}" for line in made]


def test_what_is_open_has_no_brackets_and_comments_join() -> None:
    value = Listed((Leaf("b"),), "C:2")
    assert pair_lines("a", value, 0, lead="C:1") == ["a: [b]  # C:1; C:2"]
    assert pair_lines("a", value, 0, open=True) == ["a:  # C:2", "  - b"]


@pytest.mark.parametrize(
    ("short", "made"),
    [
        (None, ["- {id: S1, title: x}"]),
        (True, ["- {id: S1, title: x}"]),
        (False, ["- id: S1", "  title: x"]),
    ],
)
def test_an_item_is_in_brackets_if_it_fits_or_as_its_neighbours_are(
    short: bool | None, made: list[str]
) -> None:
    assert item_lines(ITEM, 0, short=short) == made


def test_even_mappings_are_all_in_brackets_or_none() -> None:
    long = Mapped((("title", Leaf(LONG)),))
    assert lines(Listed((ITEM, long)), 0)[0] == "- {id: S1, title: x}"
    assert lines(Listed((ITEM, long), even=True), 0)[:2] == ["- id: S1", "  title: x"]


@pytest.mark.parametrize("indent", [0, 4])
def test_what_is_one_character_too_long_is_a_block(indent: int) -> None:
    room = WIDTH - indent - len("- {a: }")
    for more, fit in ((0, True), (1, False)):
        item = Mapped((("a", Leaf("x" * (room + more))),))
        assert fits(item, indent) is fit
        assert len(item_lines(item, indent)[0]) == (WIDTH if fit else WIDTH - 1)


KEYS = st.sampled_from(["a", "null", "b c", "1", "x: y", "-", "#"])
TREES = st.recursive(
    TEXTS.map(Leaf),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda items: Listed(tuple(items)))
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3).map(
            lambda pairs: Mapped(tuple(pairs.items()))
        )
    ),
    max_leaves=6,
)


def said(tree: Tree) -> object:
    """What any program is to read."""
    if isinstance(tree, Leaf):
        return in_yaml(tree.text)
    if isinstance(tree, Listed):
        return [said(item) for item in tree.items]
    return {key: said(value) for key, value in tree.pairs}


@given(TREES)
def test_any_tree_is_read_as_what_it_says(tree: Tree) -> None:
    text = "\n".join([*pair_lines("top", Listed((tree, tree)), 0), ""])
    assert yaml.safe_load(text) == {"top": [said(tree)] * 2}
    assert yaml.safe_load(in_brackets(tree)) == said(tree)
