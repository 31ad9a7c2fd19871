"""Of what contradicts itself the first stays, and what goes is named."""

import pytest
from hypothesis import given, settings

from coord_tui.core.lint import lint
from coord_tui.core.plan import Check, Document, Group, Owned, Part, Plan, Session, Shared, Task
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_soundness import sound
from tests.plans import plans

PEOPLE = (Session("ana"), Session("bo"))


def tasks(*found: Task) -> Plan:
    return Plan(sessions=PEOPLE, groups=with_ids((Group("g", tasks=found),)))


@pytest.mark.parametrize(
    ("plan", "taken"),
    [
        (tasks(Task("x", "S1", "ana", after=("S2",)), Task("y", "S2")), {}),
        (
            Plan(
                sessions=PEOPLE,
                ownership=(Owned("a/", "ana"), Owned("b/", "bo"), Owned("a/", "bo")),
            ),
            {"owned:bo:a/": "'a/' is owned by bo, and owned by ana"},
        ),
        (
            Plan(sessions=PEOPLE, ownership=(Owned("a/", "ana"),), shared=(Shared("a/"),)),
            {"shared:a/": "'a/' is shared, and owned by ana"},
        ),
        (
            Plan(sessions=PEOPLE, ownership=(Owned("a/../b", "ana"),)),
            {"owned:ana:a/../b": "pattern"},
        ),
        (tasks(Task("x", "S1"), Task("y", "S1")), {"task:S1": "'S1' stands already"}),
        (tasks(Task("x", "S1", after=("S9",))), {"after:S1:S9": "'S9' is no task or group"}),
        (tasks(Task("x", "S1", enhances=("S9",))), {"enhances:S1:S9": "'S9' is no task"}),
        (
            tasks(
                Task("x", "S1", after=("S2", "S3")), Task("y", "S2", after=("S1",)), Task("z", "S3")
            ),
            {"after:S1:S2": "S1 → S2 → S1: each waits for the next"},
        ),
        (tasks(Task("x", "S1", after=("g",))), {"after:S1:g": "S1 → S1: each waits for the next"}),
        (tasks(Task("x", "S1", files=("ok", "a/.."))), {"task:S1": "pattern"}),
        (
            Plan(checks=(Check("c", "x"), Check("c", "y"))),
            {"check:c": "'c' stands already"},
        ),
        (Plan(docs=(Document("a", covers=("..",)),)), {"doc:a": "pattern"}),
        (tasks(Task("x", "S1", "cy")), {"task:S1": "'cy' is no session"}),
        (Plan(ownership=(Owned("a/", "cy"),)), {"owned:cy:a/": "'cy' is no session"}),
        (Plan(shared=(Shared("a/", "", (Part("cy"),)),)), {"shared:a/": "'cy' is no session"}),
        (
            Plan(groups=with_ids((Group("g"), Group("g", tasks=(Task("x", "S1"),))))),
            {"group:g": "'g' stands already", "task:S1": "its group g is taken out"},
        ),
    ],
)
def test_what_cannot_be_is_taken_out(plan: Plan, taken: dict[str, str]) -> None:
    found, out = sound(plan)
    assert {one.key for one in out} == set(taken)
    assert all(one.why.startswith(taken[one.key]) for one in out)
    assert not [one for one in lint(found) if one.level == "error"]
    if not taken:
        assert found == plan


@settings(max_examples=200, deadline=None)
@given(plans())
def test_any_plan_becomes_one_that_can_be_used(plan: Plan) -> None:
    found, _ = sound(plan)
    assert not [one for one in lint(found) if one.level == "error"]


def test_half_of_a_surrogate_pair_which_no_file_can_hold_is_replaced() -> None:
    plan, taken = sound(Plan(project="a\ud800", groups=(Group("g", note="\udc00"),)))
    assert (plan.project, plan.groups[0].note, taken) == ("a\ufffd", "\ufffd", ())
