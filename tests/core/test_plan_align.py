"""Which tasks and groups of two plans are the same: what people wrote apart is never one."""

import pytest

from coord_tui.core.plan import Group, Plan, Task
from coord_tui.core.plan_merge import changes, merged
from coord_tui.core.plan_reader import with_ids


def groups(*tasks: Task, id: str = "round-1", **more: object) -> tuple[Group, ...]:
    return with_ids((Group(id, tasks=tasks, **more),))  # type: ignore[arg-type]


def said(new: Plan, old: Plan) -> list[tuple[str, ...]]:
    return [tuple(change) for change in changes(old, new)]


def every(old: Plan, new: Plan) -> Plan:
    return merged(old, new, {change.key for change in changes(old, new)})


def test_two_ids_that_people_wrote_are_two_tasks_whatever_their_titles() -> None:
    old = Plan(groups=groups(Task("Write tests", "S3", done="abc1234")))
    there = Plan(groups=groups(Task("Write tests", "T8")))
    elsewhere = Plan(groups=groups(Task("Write tests", "T8"), id="round-2", title="Round 2"))
    assert [change.key for change in changes(old, there)] == ["task:T8"]
    assert [change.key for change in changes(old, elsewhere)] == ["group:round-2", "task:T8"]
    assert [task.id for task in every(old, elsewhere).tasks] == ["S3", "T8"]


def test_a_title_alone_is_known_elsewhere_only_when_no_group_is_said() -> None:
    old = Plan(groups=groups(Task("Write tests", "S3")))
    loose = Plan(groups=groups(Task("write  *tests*", done=True), id="tasks", title="Tasks"))
    assert [change.key for change in changes(old, loose)] == ["done:T.1"]
    other = Plan(groups=groups(Task("Write tests"), id="round-2"))
    assert [change.key for change in changes(old, other)] == ["group:round-2", "task:R2.1"]
    twice = Plan(groups=groups(Task("Write tests", "S3"), Task("Write tests", "S4")))
    assert [change.key for change in changes(twice, loose)] == [
        "group:tasks", "task:T.1", "done:T.1",
    ]  # fmt: skip


def test_an_id_for_a_task_that_had_none_is_a_question_and_reaches_who_waits_for_it() -> None:
    old = Plan(groups=groups(Task("Read"), Task("Write", "S2", after=("R1.1",))))
    new = Plan(groups=groups(Task("Read", "S1", done=True)))
    assert said(new, old) == [
        ("task:S1", "different", "id: R1.1", "id: S1"),
        ("done:S1", "added", "", "done: true"),
    ]
    both = every(old, new)
    assert [(task.id, task.after, task.done) for task in both.tasks] == [
        ("S1", (), True), ("S2", ("S1",), False),
    ]  # fmt: skip
    assert changes(both, new) == ()
    assert [task.id for task in merged(old, new, {"done:S1"}).tasks] == ["R1.1", "S2"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Support C", "Support C++"), ("Weight < 3", "Weight > 3"), ("Ship ✨", "Ship 🚀")],
)
def test_titles_that_differ_in_a_sign_are_never_one_in_silence(one: str, other: str) -> None:
    old = Plan(groups=groups(Task(one, "S4")))
    new = Plan(groups=groups(Task(other, "S4")))
    assert [change.key for change in changes(old, new)] == ["task:S4"]
    assert every(old, new).tasks[0].title == other


def test_groups_of_signs_only_are_told_apart() -> None:
    old = Plan(groups=groups(Task("a", "T2"), id="w", title="✨"))
    new = Plan(groups=groups(Task("b", "T3"), id="r", title="🚀"))
    assert [change.key for change in changes(old, new)] == ["group:r", "task:T3"]
