"""Where keys and values stand in a plan: what is between start and end is just what was written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from coord_tui.adapters.plan_marks import read_marks
from coord_tui.core.yaml_marks import Marked

TOP = Path(__file__).parents[2]
EXAMPLES = [TOP / "config.example.yaml", *sorted((TOP / "examples").glob("*.yaml"))]


def written(text: str, name: str = "a") -> tuple[str, str]:
    """Kind of the value of that key, and the characters that are said to be it."""
    value = read_marks(text).value(name)
    assert value is not None
    return value.kind, text[value.start : value.end]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b c  # no\n", ("scalar", "b c")),
        ("a: 'b'\n", ("scalar", "'b'")),
        ('a: "ü \\n"\n', ("scalar", '"ü \\n"')),
        ("a:\n", ("scalar", "")),
        ("# ü\r\na: b\r\n", ("scalar", "b")),
        ("a: |\n  one\n  two\n\nb: c\n", ("scalar", "|\n  one\n  two")),
        ("a: [b, c]  # no\n", ("sequence", "[b, c]")),
        ("a: {b: c}\n", ("mapping", "{b: c}")),
        ("a:\n  - b\n  - c  # no\n\n# no\nd: e\n", ("sequence", "- b\n  - c")),
        ("a:\n  b: c\n  # no\nd: e\n", ("mapping", "b: c")),
        ("d: &x b\na: *x\n", ("alias", "*x")),
    ],
)
def test_a_value_is_the_characters_between_comments(text: str, found: tuple[str, str]) -> None:
    assert written(text) == found


def test_what_is_in_brackets_and_what_is_empty_is_known() -> None:
    root = read_marks("a: []\nb:\n  - c\nd: ~\ne: ''\n")
    values = [value for _, value in root.pairs]
    assert [value.in_brackets for value in values] == [True, False, False, False]
    assert [value.is_empty for value in values] == [False, False, True, False]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_scalar_of_the_examples_says_by_itself_what_it_says_there(path: Path) -> None:
    text = path.read_text()
    scalars = [one for one in nodes(read_marks(text)) if one.style not in ("|", ">")]
    said = [yaml.load(text[one.start : one.end], yaml.BaseLoader) or "" for one in scalars]
    assert said == [one.text for one in scalars]


def nodes(node: Marked) -> Iterator[Marked]:
    """The scalars in it."""
    if node.kind == "scalar":
        yield node
    for inner in node.items:
        yield from nodes(inner)
    for key, value in node.pairs:
        yield from nodes(key)
        yield from nodes(value)


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "\t- a", 'a: "'])
def test_what_is_no_yaml_is_told(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        read_marks(text)
