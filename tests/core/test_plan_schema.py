"""The schema that editors use and the reader agree on what a plan is."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.adapters.plan_yaml import read_nodes
from coord_tui.core.plan_reader import read_plan
from coord_tui.core.plan_schema import schema_text
from coord_tui.core.plan_shape import (
    ByKey,
    Choice,
    Flag,
    ListsByKey,
    Many,
    Number,
    Period,
    Record,
    Shape,
    plan_shape,
)

SCHEMA = json.loads(schema_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def accepted_by_reader(data: object) -> bool:
    """JSON is YAML, so the document that the schema judges is the one that is read."""
    root, problems = read_nodes(json.dumps(data).encode())
    assert root is not None
    assert not problems
    return read_plan(root)[0] is not None


def test_it_is_a_schema_of_closed_objects_with_a_description_of_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    pending = [SCHEMA]
    closed = 0
    while pending:
        node = pending.pop()
        if "properties" in node:
            closed += 1
            assert node["additionalProperties"] is False
            assert all(field["description"] for field in node["properties"].values())
            pending += node["properties"].values()
        pending += node.get("anyOf", [])
        pending += [node[key] for key in ("items", "additionalProperties") if node.get(key)]
    assert closed == 17


@pytest.mark.parametrize(
    "data",
    [
        [],
        None,
        "text",
        {"version": 2},
        {"version": True},
        {"version": "1"},
        {"verison": 1},
        {"project": ["a"]},
        {"sessions": ["ana"]},
        {"sessions": {"a b": "x"}},
        {"sessions": {"": "x"}},
        {"sessions": {"-a": "x"}},
        {"sessions": {"a": {"name": "a"}}},
        {"sessions": {"a": {"kind": "robot"}}},
        {"ownership": {"a": "web/"}},
        {"ownership": {"a": [{"note": "no path"}]}},
        {"ownership": {"a": [None]}},
        {"groups": [{"title": "no id"}]},
        {"groups": [{"id": "a", "tasks": [{"id": "x"}]}]},
        {"groups": [{"id": "a", "tasks": [{"title": "x", "after": "S1"}]}]},
        {"groups": [{"id": "a", "tasks": [{"title": "x", "line": 3}]}]},
        {"groups": [{"id": "a", "tasks": [{"title": "x", "done": ""}]}]},
        {"groups": [{"id": "a", "state": "now"}]},
        {"checks": [{"name": "a", "run": "b", "gate": "true"}]},
        {"claims": {"stale_after": 7200}},
        {"claims": {"stale_after": "2 h"}},
        {"channel": {"branch": "HEAD"}},
        {"channel": {"branch": "my branch"}},
        {"channel": {"branch": "coord.lock/x"}},
        {"channel": {"branch": ""}},
        {"channel": {"remote": "-x"}},
        {"channel": {"remote": "a\tb"}},
        {"branches": {"behind": 0}},
        {"branches": {"behind": "3"}},
        {"branches": {"unpushed": 1000000000}},
        {"branches": {"unpushed": True}},
        {"branches": {"pull": "merge"}},
        {"guard": {"mode": "off"}},
        {"guard": "warn"},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(data: object) -> None:
    assert not accepted_by_reader(data)
    assert not VALIDATOR.is_valid(data)


NAMES = st.sampled_from(["a", "S1", "null", "x.py"])
ODD = st.sampled_from([None, True, 7, "", "true", "a b", "2h", [], [None], ["a"], {}, {"a": 1}])


def written(shape: Shape) -> st.SearchStrategy[Any]:
    """Documents of that shape, with something odd now and then."""
    return st.integers(0, 25).flatmap(lambda n: ODD if n == 13 else _sound(shape))


def _sound(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Record():
            fields = {name: written(field.shape) for name, field in shape.fields.items()}
            needed = {name for name in fields if shape.fields[name].required}
            return st.fixed_dictionaries(
                {name: fields[name] for name in fields if name in needed},
                optional={name: fields[name] for name in fields if name not in needed},
            )
        case Many(item):
            return st.lists(written(item), max_size=2)
        case ByKey(item=item):
            return st.dictionaries(NAMES, written(item), max_size=2)
        case ListsByKey(item=item):
            return st.dictionaries(NAMES, st.lists(written(item), max_size=2), max_size=2)
        case Choice(values):
            return st.sampled_from(values)
        case Period():
            return st.sampled_from(["90s", "2h"])
        case Flag():
            return st.booleans()
        case Number():
            return st.integers(1, 9)
        case _:
            return NAMES


@settings(max_examples=150, deadline=None)
@given(written(plan_shape()))
def test_reader_and_schema_agree_on_any_document(data: object) -> None:
    assert accepted_by_reader(data) == VALIDATOR.is_valid(data)
