"""A plan that went through JSON is the same plan, and other lists are refused."""

import json

import pytest

from coord_tui.core.plan import (
    Check,
    Document,
    Group,
    Owned,
    Parameter,
    Part,
    Pin,
    Plan,
    Rule,
    Session,
    Shared,
    Task,
)
from coord_tui.core.plan_frozen import thaw

FULL = Plan(
    project="a[/]b",
    sessions=(Session("ana", "x", "agent", ("a@b.c",), ".", 3),),
    ownership=(Owned("app/[id]/page.tsx", "ana", "\udcff", 4),),
    shared=(Shared("s", "n", (Part("ana", "\x1b[31m"),), 5),),
    rules=(Rule("t", "x\ny", 6),),
    groups=(
        Group("g", tasks=(Task("t", "T", done="fb17380"), Task("u", "U", after=("T",), done=True))),
        Group("h"),
    ),
    checks=(Check("c", "run", True, parameters=(Parameter("p"),), artifacts=("o/",)),),
    pins=(Pin("node"),),
    docs=(Document("d", covers=("a", "b")),),
)


@pytest.mark.parametrize("plan", [Plan(), FULL])
def test_a_plan_survives_json(plan: Plan) -> None:
    thawed = thaw(json.loads(json.dumps(plan)))
    assert thawed == plan
    assert repr(thawed) == repr(plan)  # named tuples all the way down, not only equal tuples


@pytest.mark.parametrize("frozen", [None, 1, [], [1], [1, "", [["too", "few"]]], {"version": 1}])
def test_other_lists_are_not_taken_for_a_plan(frozen: object) -> None:
    with pytest.raises((TypeError, LookupError)):
        thaw(frozen)
