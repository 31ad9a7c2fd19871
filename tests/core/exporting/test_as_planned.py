"""What an export tells is the plan with what sessions did since, and nothing that passes."""

import pytest
from hypothesis import assume, given, settings

from coord_tui.core.events import Event
from coord_tui.core.exporting.as_planned import as_planned
from coord_tui.core.plan import Group, Plan, Session, Task
from tests.builders import board, event, group, plan, task
from tests.plans import plans

FULL = "0123456789" * 4
PLAN = plan(
    group("round-1", task("S1", "Planner", "senior"), task("J1", "Approval", "junior")),
    group("round-2", task("S2", "Later", after=("round-1",)), state="later"),
)


def told(*events: Event) -> Plan:
    return as_planned(board(PLAN, *events))


def test_a_silent_channel_leaves_the_plan_as_it_is() -> None:
    assert told() == PLAN


@settings(max_examples=100, deadline=None)
@given(plans())
def test_a_silent_channel_leaves_any_plan_as_it_is(plan: Plan) -> None:
    ids = [task.id for task in plan.tasks] + [group.id for group in plan.groups]
    assume(len(set(ids)) == len(ids))
    assert as_planned(board(plan)) == plan


@pytest.mark.parametrize(
    ("events", "id", "changed"),
    [
        ([event("done", task="J1", commit="fb17380")], "J1", {"done": "fb17380"}),
        ([event("done", task="J1", commit=FULL)], "J1", {"done": FULL[:10]}),
        ([event("done", task="J1")], "J1", {"done": True}),
        ([event("done", task="J1"), event("reopen", task="J1")], "J1", {}),
        ([event("assign", task="S1", owner="junior")], "S1", {"owner": "junior"}),
        ([event("assign", task="S1")], "S1", {"owner": ""}),
        ([event("claim", task="J1")], "J1", {}),
        ([event("claim", "senior", task="J1")], "J1", {}),
    ],
)
def test_a_task_is_as_it_is_today(events: list[Event], id: str, changed: dict[str, object]) -> None:
    tasks = {task.id: task for task in told(*events).tasks}
    planned = {task.id: task for task in PLAN.tasks}
    assert tasks.pop(id) == planned.pop(id)._replace(**changed)  # type: ignore[arg-type]
    assert tasks == planned


def test_a_commit_of_the_plan_stays_as_the_plan_writes_it() -> None:
    written = plan(group("g", task("A", done=FULL), task("B", done=True), task("C", dropped="no")))
    assert as_planned(board(written)) == written


def test_a_dropped_task_that_was_opened_again_is_work() -> None:
    written = plan(group("g", task("A", dropped="no need")))
    assert as_planned(board(written, event("reopen", task="A"))).tasks[0].dropped is False


def test_an_added_task_stands_in_its_group_with_all_that_was_said_of_it() -> None:
    added = event("task", task="T1", title="Fix", group="round-2", after=["S1"], files=["a"],
                  details="soon", owner="junior", enhances=["S2"])  # fmt: skip
    assert told(added).groups[1].tasks[1] == Task(
        "Fix", "T1", "junior", ("S1",), ("S2",), ("a",), "soon", group="round-2"
    )


def test_tasks_added_without_a_group_get_one_of_their_own_at_the_end() -> None:
    groups = told(event("task", task="T1", title="Fix"), event("task", task="T2", title="x")).groups
    assert groups[:2] == PLAN.groups
    tasks = Task("Fix", "T1", group="added"), Task("x", "T2", group="added")
    assert groups[2] == Group("added", "Added since", tasks=tasks)


def test_that_group_takes_no_id_that_something_else_has() -> None:
    taken = plan(group("added", task("added-2")))
    groups = as_planned(board(taken, event("task", task="T1", title="Fix"))).groups
    assert groups[1].id == "added-3"


def test_who_joined_is_a_session() -> None:
    sessions = told(event("join", "robin", role="tests")).sessions
    assert sessions == (*PLAN.sessions, Session("robin", "tests"))


def test_a_group_whose_last_task_was_done_makes_room_for_the_next() -> None:
    done = [event("done", "senior", task="S1"), event("done", task="J1")]
    assert [group.state for group in told(*done[:1]).groups] == ["current", "later"]
    assert [group.state for group in told(*done).groups] == ["done", "current"]
    assert [group.state for group in told(*done, event("reopen", task="J1")).groups] == [
        "current", "later",
    ]  # fmt: skip
