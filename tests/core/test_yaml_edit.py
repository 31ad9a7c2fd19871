"""A YAML text edited in place: new things stand as their neighbours do, all other lines stay."""

from collections.abc import Callable

import pytest

from coord_tui.adapters.plan_marks import read_marks
from coord_tui.core.yaml_edit import TextEdits
from coord_tui.core.yaml_layout import Leaf, Listed, Mapped, Tree
from coord_tui.core.yaml_marks import Marked
from coord_tui.core.yaml_places import CannotEdit

ITEM = Mapped((("id", Leaf("S1")), ("title", Leaf("x"))))
LONG = Leaf("one\ntwo\n")
Edit = Callable[[TextEdits, Marked], None]


def edited(text: str, edit: Edit, name: str = "a") -> str:
    """The text after that edit of the value of a key."""
    edits, root = TextEdits(text), read_marks(text)
    node = root.value(name)
    assert node is not None
    edit(edits, node)
    return edits.applied(root)


@pytest.mark.parametrize(
    ("before", "tree", "after"),
    [
        ("a: b  # why\nz: 1\n", Leaf("c"), "a: c  # why\nz: 1\n"),
        ("a: 'b'\n", Leaf("true"), 'a: "true"\n'),
        ("a: b", Leaf("c: d"), 'a: "c: d"'),
        ("a: b  # why\nz: 1\n", LONG, "a: |  # why\n  one\n  two\nz: 1\n"),
        ("a: b\r\nz: 1\r\n", LONG, "a: |\r\n  one\r\n  two\r\nz: 1\r\n"),
        ("a: |  # why\n  b\nz: 1\n", LONG, "a: |  # why\n  one\n  two\nz: 1\n"),
        ("a: |  # why\n  b\nz: 1\n", Leaf("c"), "a: c  # why\nz: 1\n"),
    ],
)
def test_a_text_is_replaced_and_its_comment_stays(before: str, tree: Tree, after: str) -> None:
    assert edited(before, lambda edits, node: edits.scalar(node, tree, flow=False)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - {id: S0}\nz: 1\n", "a:\n  - {id: S0}\n  - {id: S1, title: x}\nz: 1\n"),
        ("a:\n- id: S0\n  title: y\nz: 1\n",
            "a:\n- id: S0\n  title: y\n- id: S1\n  title: x\nz: 1\n"),
        ("a:\n  - y\n\n  - z\n", "a:\n  - y\n\n  - z\n\n  - {id: S1, title: x}\n"),
        ("a:\n  - y  # why\n  # - old\n# then\nz: 1\n",
            "a:\n  - y  # why\n  # - old\n  - {id: S1, title: x}\n# then\nz: 1\n"),
        ("a:\r\n  - y", "a:\r\n  - y\r\n  - {id: S1, title: x}\r\n"),
    ],
)  # fmt: skip
def test_an_item_comes_behind_its_neighbours_and_looks_like_them(before: str, after: str) -> None:
    def add(edits: TextEdits, node: Marked) -> None:
        edits.insert(node, len(node.items), [ITEM], flow=False, tall=False)

    assert edited(before, add) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - y\n  # of z\n  - z\n", "a:\n  - y\n  - {id: S1, title: x}\n  # of z\n  - z\n"),
        (
            "a:\n- id: S0\n  # no more\n\n- id: S2\n",
            "a:\n- id: S0\n  # no more\n\n- id: S1\n  title: x\n\n- id: S2\n",
        ),
        ("a: [y, z]\n", "a: [y, {id: S1, title: x}, z]\n"),
    ],
)
def test_an_item_comes_between_two_others(before: str, after: str) -> None:
    def add(edits: TextEdits, node: Marked) -> None:
        edits.insert(node, 1, [ITEM], flow=node.in_brackets, tall=False)

    assert edited(before, add) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - y\n", "a:\n  - {id: S1, title: x}\n  - y\n"),
        ("a:\n- y\n\n- z\n", "a:\n- {id: S1, title: x}\n\n- y\n\n- z\n"),
        ("a: [y]\n", "a: [{id: S1, title: x}, y]\n"),
    ],
)
def test_an_item_comes_before_the_first(before: str, after: str) -> None:
    def add(edits: TextEdits, node: Marked) -> None:
        edits.insert(node, 0, [ITEM], flow=node.in_brackets, tall=False)

    assert edited(before, add) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("a: []  # why\n", "a: [b, c]  # why\n"), ("a: [x, 'y']\n", "a: [x, 'y', b, c]\n")],
)
def test_inside_brackets_items_come_into_them(before: str, after: str) -> None:
    two = (Leaf("b"), Leaf("c"))
    assert (
        edited(before, lambda e, node: e.insert(node, len(node.items), two, flow=True, tall=False))
        == after
    )


@pytest.mark.parametrize(
    ("before", "flow", "after"),
    [
        ("a: {b: c}\n", True, "a: {b: c, new: [x]}\n"),
        ("a: {b: c, new: }\n", True, "a: {b: c, new: [x]}\n"),
        ("a:\n  b: c  # why\nz: 1\n", False, "a:\n  b: c  # why\n  new: [x]\nz: 1\n"),
        ("a:\n  new:  # why\n  b: c\n", False, "a:\n  new: [x]  # why\n  b: c\n"),
    ],
)
def test_a_key_comes_into_a_mapping_or_gets_its_value(before: str, flow: bool, after: str) -> None:
    new = Listed((Leaf("x"),))
    assert edited(before, lambda e, node: e.pair(node, "new", new, None, flow=flow)) == after


def test_a_key_of_the_plan_itself_stands_apart() -> None:
    text = "# ours\na: b\n\n# the end\n"
    edits, root = TextEdits(text), read_marks(text)
    edits.pair(root, "new", Listed((ITEM,), tall=True), None, flow=False)
    assert edits.applied(root) == "# ours\na: b\n\nnew:\n  - {id: S1, title: x}\n\n# the end\n"


@pytest.mark.parametrize(
    ("before", "flow", "after"),
    [
        ("a: [x, y, z]\n", True, "a: [x, z]\n"),
        ("a:\n  - x\n  - y: 1\n    b: 2\n  - z  # why\n", False, "a:\n  - x\n  - z  # why\n"),
    ],
)
def test_an_item_goes_with_its_lines(before: str, flow: bool, after: str) -> None:
    assert edited(before, lambda edits, node: edits.remove(node, [1], flow=flow)) == after


@pytest.mark.parametrize(
    ("text", "place"),
    [("a:\n- x\n- y  # why\n", 1), ("a:\n- x\n# why\n- y\n", 1), ("a:\n- x\n", 0)],
)
def test_what_would_take_a_comment_along_or_leave_nothing_is_refused(text: str, place: int) -> None:
    with pytest.raises(CannotEdit, match="has to go by hand"):
        edited(text, lambda edits, node: edits.remove(node, [place], flow=False))


@pytest.mark.parametrize(
    ("before", "after"), [("a:\n  - x\nz: 1\n", "a: []\nz: 1\n"), ("a: [x, y]\n", "a: []\n")]
)
def test_a_list_of_which_nothing_is_left_is_brackets(before: str, after: str) -> None:
    assert edited(before, lambda edits, node: edits.emptied(node)) == after


@pytest.mark.parametrize("text", ["a:  # why\n  - x\n", "a: [\n  x,  # why\n]\n"])
def test_a_list_with_a_comment_is_not_emptied(text: str) -> None:
    with pytest.raises(CannotEdit, match="has to go by hand"):
        edited(text, lambda edits, node: edits.emptied(node))


def test_two_edits_of_one_place_are_refused() -> None:
    edits, root = TextEdits("a: b\n"), read_marks("a: b\n")
    edits.put(0, 4, "x")
    edits.put(3, 4, "y")
    with pytest.raises(CannotEdit, match="two changes meet"):
        edits.applied(root)
