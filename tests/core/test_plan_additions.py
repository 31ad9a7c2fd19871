"""A plan in the making: one more thing each, and nothing that would hang in the air."""

from collections.abc import Callable

import pytest

from coord_tui.core.plan import Group, Owned, Part, Plan, Rule, Session, Shared, Task
from coord_tui.core.plan_additions import Draft, holders, meaning
from tests.builders import group, plan, task

PLAN = plan(
    group("g", task("A", "one", "ana", after=("B",)), task("B", "two")),
    group("h", task("C", "three", after=("A", "g"))),
    sessions=(Session("ana"), Session("bo")),
    ownership=(Owned("a/", "ana"), Owned("b/", "bo"), Owned("c/", "ana")),
    shared=(Shared("x.py", sessions=(Part("ana"),)),),
)


def after(edit: Callable[[Draft], object]) -> Plan:
    draft = Draft(PLAN)
    edit(draft)
    return draft.built()


def ids(found: Plan) -> dict[str, list[str]]:
    return {one.id: [task.id for task in one.tasks] for one in found.groups}


def task_of(found: Plan, id: str) -> Task:
    return next(task for task in found.tasks if task.id == id)


def test_without_an_edit_the_plan_is_the_very_same() -> None:
    assert Draft(PLAN).built() == PLAN


def test_what_a_session_owns_comes_behind_the_last_that_is_its() -> None:
    def add(draft: Draft) -> None:
        for path, session in (("d/", "bo"), ("e/", "ana"), ("f/", "nobody"), ("g/", "cy")):
            draft.add("ownership", Owned(path, session, line=9))

    found = after(add)
    assert [one.path for one in found.ownership] == ["a/", "b/", "d/", "c/", "e/", "f/"]
    assert {one.line for one in found.ownership} == {0}


def test_who_was_added_may_own_and_have_parts() -> None:
    def add(draft: Draft) -> None:
        draft.add("sessions", Session("cy"))
        draft.add("ownership", Owned("c.py", "cy"))
        draft.add("shared", Shared("y.py", sessions=(Part("cy"), Part("nobody-known"))))

    found = after(add)
    assert found.ownership[-1] == Owned("c.py", "cy")
    assert found.shared[-1].sessions == (Part("cy"),)


@pytest.mark.parametrize(
    ("then", "owned", "shared"),
    [
        (Shared("a/"), ["b/", "c/"], ["x.py", "a/"]),
        (Owned("a/", "bo"), ["b/", "a/", "c/"], ["x.py"]),
        (Owned("a/", "cy"), ["a/", "b/", "c/"], ["x.py"]),
    ],
)
def test_what_takes_the_place_of_another_takes_it_out_if_the_plan_knows_its_owner(
    then: Owned | Shared, owned: list[str], shared: list[str]
) -> None:
    name = "shared" if isinstance(then, Shared) else "ownership"
    found = after(lambda draft: draft.replace(name, PLAN.ownership[0], then))
    assert [one.path for one in found.ownership] == owned
    assert [one.path for one in found.shared] == shared


def test_an_item_that_is_there_takes_in_what_another_says() -> None:
    then = Shared("x.py", "careful", (Part("ana", "keys"), Part("cy")))
    found = after(lambda draft: draft.replace("shared", PLAN.shared[0], then))
    assert found.shared == (Shared("x.py", "careful", (Part("ana", "keys"),)),)


def test_a_new_task_comes_bare_to_the_end_of_its_group_if_that_is_there() -> None:
    new = Task("new", "D", "ghost", after=("A",), done=True, group="g", line=9)

    def add(draft: Draft) -> None:
        for id in ("g", "none"):
            draft.add_task(new._replace(group=id))

    found = after(add)
    assert ids(found) == {"g": ["A", "B", "D"], "h": ["C"]}
    assert task_of(found, "D") == Task("new", "D", group="g")


def test_a_new_group_comes_without_its_tasks_and_then_takes_some() -> None:
    def add(draft: Draft) -> None:
        draft.add("groups", Group("i", tasks=(Task("x", "X", group="i"),)))
        draft.add_task(Task("y", "Y", group="i"))

    assert ids(after(add)) == {"g": ["A", "B"], "h": ["C"], "i": ["Y"]}


def test_a_task_that_moves_leaves_its_group_and_keeps_what_it_waits_for() -> None:
    now = task_of(PLAN, "A")
    found = after(lambda draft: draft.amend(now, now._replace(group="h", details="more")))
    assert ids(found) == {"g": ["B"], "h": ["C", "A"]}
    assert task_of(found, "A") == now._replace(group="h", details="more")


def test_a_task_with_a_new_id_is_named_by_it_everywhere() -> None:
    now = task_of(PLAN, "A")
    found = after(lambda draft: draft.amend(now, now, "A1"))
    assert ids(found) == {"g": ["A1", "B"], "h": ["C"]}
    assert task_of(found, "C").after == ("A1", "g")


@pytest.mark.parametrize(
    ("name", "target", "links"),
    [
        ("after", "A", ("B", "A")),
        ("after", "h", ("B", "h")),
        ("after", "Z", ("B",)),
        ("enhances", "C", ("C",)),
        ("enhances", "h", ()),
    ],
)
def test_a_link_comes_in_when_the_plan_has_both_ends(
    name: str, target: str, links: tuple[str, ...]
) -> None:
    found = after(lambda draft: draft.add_link("A", name, target))
    assert getattr(task_of(found, "A"), name) == links
    assert after(lambda draft: draft.add_link("Z", name, target)) == PLAN


def test_a_task_is_done_or_dropped_as_another_is() -> None:
    found = after(lambda draft: draft.set_done(Task("", "B", done="fb17380")))
    assert (task_of(found, "B").done, task_of(found, "B").dropped) == ("fb17380", False)
    assert after(lambda draft: draft.set_done(Task("", "Z", done=True))) == PLAN


def test_settings_and_their_fields_are_as_was_said_last() -> None:
    def settle(draft: Draft) -> None:
        draft.settle("project", "dock")
        draft.settle_field("channel", "wait", 9)
        draft.settle_field("channel", "poll", 8)

    found = after(settle)
    assert (found.project, found.channel.wait, found.channel.poll) == ("dock", 9, 8)


def test_other_lists_grow_at_their_end() -> None:
    assert after(lambda draft: draft.add("rules", Rule("r", "t", 7))).rules[-1] == Rule("r", "t")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/a/b", "a/b", True),
        ("**/x", "x", True),
        ("src/", "src/**", False),
        ("/x", "x", False),
        ("[", "[", True),
    ],
)
def test_two_spellings_mean_the_same_files(one: str, other: str, same: bool) -> None:
    assert (meaning(one) == meaning(other)) is same


def test_who_holds_files_is_found_by_what_the_pattern_means() -> None:
    found = holders(PLAN)
    assert found[meaning("b/")] == Owned("b/", "bo")
    assert found[meaning("x.py")] == PLAN.shared[0]
    assert meaning("y.py") not in found
