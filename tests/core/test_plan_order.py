"""New tasks stand between the neighbours that they have in the other plan."""

import pytest

from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import changes, merged
from tests.builders import group, plan, task


def groups(ids: str, id: str = "round-1") -> Plan:
    return plan(group(id, *(task(one, f"title of {one}") for one in ids.split())))


def order(old: Plan, new: Plan) -> str:
    found = merged(old, new, {change.key for change in changes(old, new)})
    return " ".join(one.id for one in found.tasks)


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [
        ("A B C", "A X B", "A X B C"),
        ("A B C", "X A B", "X A B C"),
        ("A B C", "X", "A B C X"),
        ("A B C", "C X", "A B C X"),
        ("A B C", "X Y B Z", "A X Y B Z C"),
        ("A B C", "C X A", "A B C X"),
        ("A R1.2 C", "A X R1.2 C Y", "A R1.2 X C Y"),
    ],
)
def test_a_new_task_stands_behind_the_one_before_it(old: str, new: str, both: str) -> None:
    assert order(groups(old), groups(new)) == both


def test_a_task_that_has_no_id_of_its_own_comes_last() -> None:
    new = plan(group("round-1", task("A", "title of A"), task("R1.2", "Loose")))
    assert order(groups("A B C"), new) == "A B C R1.4"


def test_tasks_of_a_new_group_keep_their_order() -> None:
    assert order(groups("A B"), groups("Y X", "round-2")) == "A B Y X"
