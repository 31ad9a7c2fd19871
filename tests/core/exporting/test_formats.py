"""The forms in which a plan leaves, as text."""

import json

from hypothesis import given, settings

from coord_tui.core.exporting.formats import json_body, json_line
from coord_tui.core.plan import Plan
from coord_tui.core.plan_document import plan_document
from tests.plans import plans

WILD = "\x7f\x9b31m \u202e \u200d \ud800 \U000e0001 ü 語"


@settings(max_examples=100, deadline=None)
@given(plans())
def test_json_says_the_plan_and_nothing_that_a_terminal_obeys(plan: Plan) -> None:
    text = json_body(plan)
    assert all(line.isprintable() for line in text.split("\n"))
    assert json.loads(text) == json.loads(json.dumps(plan_document(plan)))
    text.encode()


def test_letters_that_can_be_seen_stay_in_json() -> None:
    text = json_body(Plan(project=WILD))
    assert '"\\u007f\\u009b31m \\u202e \\u200d \\ud800 \\udb40\\udc01 ü 語"' in text
    assert json.loads(text)["project"] == WILD
    plain = json_line(text.split("\n")[2], plain=True)
    assert plain.isascii()
    assert json.loads(f"{{{plain.strip(', ')}}}") == {"project": WILD}
