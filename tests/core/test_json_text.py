"""Putting one thing into a JSON text, and taking it out, changes nothing else of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.json_text import NOTHING, Node, inserted, parse, replaced, without

OBJECT = {
    "{}": '{\n  "new": {\n    "a": [\n      1\n    ]\n  }\n}',
    '{"a": 1}': '{"a": 1, "new": {"a": [1]}}',
    '{\n  "b": 1.0\n}\n': '{\n  "b": 1.0,\n  "new": {\n    "a": [\n      1\n    ]\n  }\n}\n',
    '{\n\t"b": [1, 2]\n}': '{\n\t"b": [1, 2],\n\t"new": {\n\t\t"a": [\n\t\t\t1\n\t\t]\n\t}\n}',
    '{\r\n "b": 1\r\n}': '{\r\n "b": 1,\r\n "new": {\r\n  "a": [\r\n   1\r\n  ]\r\n }\r\n}',
}


@pytest.mark.parametrize("text", OBJECT)
def test_a_member_is_added_in_the_manner_of_the_text(text: str) -> None:
    new = inserted(text, parse(text), {"a": [1]}, "new")
    assert new == OBJECT[text]
    root = parse(new)
    assert without(new, root, root.member("new")[1]) == text


LIST = {
    "[]": "[\n  1\n]",
    "[0]": "[0, 1]",
    "[\n    0\n]": "[\n    0,\n    1\n]",
    "[ 0 , 2 ]": "[ 0 , 2, 1 ]",
}


@pytest.mark.parametrize("text", LIST)
def test_an_item_is_added_in_the_manner_of_the_text(text: str) -> None:
    new = inserted(text, parse(text), 1)
    assert new == LIST[text]
    assert without(new, parse(new), len(parse(new).parts) - 1) == text


@pytest.mark.parametrize(("number", "left"), [(0, "[ 2,\n  3 ]"), (1, "[ 1, 3 ]"), (2, "[ 1, 2 ]")])
def test_a_part_goes_with_its_comma(number: int, left: str) -> None:
    text = "[ 1, 2,\n  3 ]"
    assert without(text, parse(text), number) == left


def test_a_value_is_replaced_where_it_stands() -> None:
    text = '{"a" :"x\\n\\"" , "b":"y"}'
    node, place = parse(text).member("a")
    assert (node.value, place) == ('x\n"', 0)
    assert replaced(text, node, "ž") == '{"a" :"ž" , "b":"y"}'


def test_of_several_members_with_one_name_the_last_counts() -> None:
    node, place = parse('{"a": "1", "b": 2, "a": "3"}').member("a")
    assert (node.value, place) == ("3", 2)
    assert parse("{}").member("a") == (NOTHING, -1)
    assert parse("3").member("a") == (NOTHING, -1)


@pytest.mark.parametrize(
    "text", ["", "{", '{"a": 1,}', "// no\n{}", "{'a': 1}", '{"a": 1} x', "\ufeff{}"]
)
def test_what_is_no_strict_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES, st.sampled_from([None, 1, 4, "\t"]), st.booleans())
def test_the_spans_of_any_document_are_those_of_its_values(
    value: object, indent: int | str | None, ascii_only: bool
) -> None:
    text = f" {json.dumps(value, indent=indent, ensure_ascii=ascii_only)}\n"
    assert _read(text, parse(text)) == value


@given(st.dictionaries(st.text(), VALUES, min_size=1), st.sampled_from([None, 2, "\t"]), VALUES)
def test_in_and_out_again_is_the_same_text(
    value: dict[str, object], indent: int | str | None, more: object
) -> None:
    value.pop("new", None)
    text = json.dumps(value, indent=indent)
    new = inserted(text, parse(text), more, "new")
    assert json.loads(new) == value | {"new": more}
    root = parse(new)
    assert json.loads(without(new, root, root.member("new")[1])) == value
    if value:
        assert without(new, root, root.member("new")[1]) == text


def _read(text: str, node: Node) -> object:
    if node.opens == "{":
        return {part.key: _read(text, part.node) for part in node.parts}
    if node.opens == "[":
        return [_read(text, part.node) for part in node.parts]
    return json.loads(text[node.start : node.end])
