"""The document of a plan is the plan again: its keys, its schema, its values."""

import json
from pathlib import Path

import jsonschema
import pytest

from coord_tui.adapters.plan_file import parse_plan
from coord_tui.core.plan import Plan
from coord_tui.core.plan_document import plan_document
from coord_tui.core.plan_items import unplaced
from coord_tui.core.plan_schema import schema_text

TOP = Path(__file__).parent.parent.parent
EXAMPLES = [TOP / "config.example.yaml", *sorted((TOP / "examples").glob("*.yaml"))]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_document_is_a_plan_by_the_schema_and_to_the_reader(path: Path) -> None:
    plan = parse_plan(path.read_bytes()).plan
    document = plan_document(plan)
    jsonschema.validate(document, json.loads(schema_text()))
    assert unplaced(parse_plan(json.dumps(document).encode()).plan) == unplaced(plan)


def test_every_key_is_there_also_when_the_plan_says_nothing() -> None:
    document = plan_document(Plan(project="atlas"))
    assert list(document) == list(Plan._fields)
    assert document["sessions"] == {}
    assert document["groups"] == []
    assert document["claims"] == {"stale_after": "2h"}


def test_a_task_says_all_its_fields() -> None:
    plan = parse_plan(
        b"groups: [{id: round-1, tasks: [{title: x, done: 0012}, {title: y, after: [R1.1]}]}]"
    ).plan
    (group,) = plan_document(plan)["groups"]
    rest = {"owner": "", "enhances": [], "files": [], "details": "", "dropped": False}
    assert group == {
        "id": "round-1", "title": "", "state": "later", "note": "",
        "tasks": [
            {"title": "x", "id": "R1.1", "after": [], "done": "0012"} | rest,
            {"title": "y", "id": "R1.2", "after": ["R1.1"], "done": False} | rest,
        ],
    }  # fmt: skip


def test_ownership_and_parts_are_by_session() -> None:
    plan = parse_plan(
        b"sessions: {a: x, b: y}\nownership: {a: [p, {path: q, note: n}], b: [r]}\n"
        b"shared: [{path: s, sessions: {a: t}}]"
    ).plan
    document = plan_document(plan)
    assert document["ownership"] == {
        "a": [{"path": "p", "note": ""}, {"path": "q", "note": "n"}],
        "b": [{"path": "r", "note": ""}],
    }
    assert document["shared"] == [{"path": "s", "note": "", "sessions": {"a": {"note": "t"}}}]
