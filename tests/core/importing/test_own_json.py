"""A plan that was exported as JSON is read back exactly, or what is wrong in it is said."""

import json

import pytest
from hypothesis import given, settings

from coord_tui.core.exporting.formats import json_body
from coord_tui.core.importing.own.json_form import is_own_json, read_own_json
from coord_tui.core.plan import Plan
from coord_tui.core.plan_document import plan_document
from tests.builders import group, plan, task
from tests.plans import plans


@settings(max_examples=150, deadline=None)
@given(plans())
def test_any_plan_comes_back(plan: Plan) -> None:
    for text in (json_body(plan), json.dumps({"plan": plan_document(plan), "understood": []})):
        assert is_own_json(text)
        own = read_own_json("plan.json", text)
        assert own.plan == plan
        assert not own.unread + own.warnings


def test_items_have_their_lines() -> None:
    text = json_body(plan(group("round-1", task("S1", after=("S2",), done=True))))
    lines = text.split("\n")
    places = dict(read_own_json("x", text).places)
    for key, said in {
        "project": '"atlas"', "session:junior": '"junior"', "group:round-1": "{",
        "shared:atlas/config.py": "{", "task:S1": "{", "after:S1:S2": "{", "done:S1": "{",
    }.items():  # fmt: skip
        assert said in lines[places[key].line - 1]
    assert '"title": "Task S1"' in lines[places["task:S1"].line]


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "{}", "null", '{"version": "1.0.0", "name": "a package"}', '{"version": 2}',
        '{"version": 1, "scripts": {}}', '{"plan": []}', '{"plan": {"version": 2}}',
        '{"version":1,"a":' + "[" * 100_000, "# version", '"version"',
    ],
)  # fmt: skip
def test_other_json_is_no_plan(text: str) -> None:
    assert not is_own_json(text)


def test_what_is_wrong_is_said_with_its_line() -> None:
    own = read_own_json("x.json", '{"version": 1,\n "groups": [{"title": "no id"}]}\n')
    assert own.plan == Plan()
    assert len(own.unread) == 1
    (warned,) = own.warnings
    assert warned.at.line == 2
    assert warned.text.startswith("groups[0].id: found nothing, allowed: one word")


def test_a_nesting_without_end_is_no_traceback() -> None:
    text = '{"version": 1, "project": ' + "[" * 900 + "]" * 900 + "}"
    assert is_own_json(text)
    assert read_own_json("x", text).plan == Plan()
