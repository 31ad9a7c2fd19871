"""What an import would change in a plan, item by item; nothing that the plan says is ever lost."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.lint import lint
from coord_tui.core.plan import (
    Check,
    ClaimSettings,
    Document,
    Group,
    GuardSettings,
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
from coord_tui.core.plan_items import unplaced
from coord_tui.core.plan_merge import Change, changes, merged
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_tree import made_ids
from tests.plans import plans

TOP = Path(__file__).parents[2]
EXAMPLES = [TOP / "config.example.yaml", *sorted((TOP / "examples").glob("*.yaml"))]


def groups(*tasks: Task, id: str = "round-1", **more: object) -> tuple[Group, ...]:
    return with_ids((Group(id, tasks=tasks, **more),))  # type: ignore[arg-type]


OLD = Plan(
    project="atlas",
    sessions=(Session("ana", "frontend"), Session("bo")),
    ownership=(Owned("web/", "ana"), Owned("api/", "bo", "routes")),
    shared=(Shared("x.py", "", (Part("ana", "top"),)),),
    rules=(Rule("Style", "old words"),),
    groups=groups(Task("Plan it", "S4", "ana", files=("web/a",)), Task("No id")),
    checks=(Check("unit", "pytest"),),
    pins=(Pin("node", expect="v1"),),
    docs=(Document("a.md", "says"),),
)
"""What the cases start from."""


def said(new: Plan, old: Plan = OLD) -> list[tuple[str, ...]]:
    return [tuple(change) for change in changes(old, new)]


def every(old: Plan, new: Plan) -> Plan:
    return merged(old, new, {change.key for change in changes(old, new)})


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (Plan(), []),
        (OLD, []),
        (Plan(project="other"), [("project", "different", "atlas", "other")]),
        (
            Plan(sessions=(Session("bo", "backend"),)),
            [("session:bo", "filled", "", "role: backend")],
        ),
        (
            Plan(sessions=(Session("ana", "pages", "agent"),)),
            [
                (
                    "session:ana", "different",
                    "role: frontend, kind: person", "role: pages, kind: agent",
                )
            ],
        ),
        (Plan(sessions=(Session("cy", "x"),)), [("session:cy", "added", "", "name: cy, role: x")]),
        (
            Plan(sessions=(Session("Ana", emails=("a@b",)),)),
            [("session:Ana", "filled", "", "emails: [a@b]")],
        ),
        (
            Plan(ownership=(Owned("api/", "bo", "all"), Owned("lib/", "bo"))),
            [
                ("owned:bo:api/", "different", "note: routes", "note: all"),
                ("owned:bo:lib/", "added", "", "path: lib/, session: bo"),
            ],
        ),
        (
            Plan(ownership=(Owned("web/", "bo"),)),
            [("owned:bo:web/", "different", "web/ is owned by ana", "web/ is owned by bo")],
        ),
        (
            Plan(shared=(Shared("x.py", "ask", (Part("ana", "end"), Part("bo", "b"))),)),
            [
                (
                    "shared:x.py", "different", "sessions.ana.note: top",
                    "note: ask, sessions: [bo: {note: b}], sessions.ana.note: end",
                )
            ],
        ),
        (
            Plan(shared=(Shared("api/"),)),
            [("shared:api/", "different", "api/ is owned by bo, note: routes", "api/ is shared")],
        ),
        (Plan(rules=(Rule("Style", "old words"), Rule("Style", "more"))),
            [("rule:Style", "added", "", "title: Style, text: more")]),
        (
            Plan(groups=groups(Task("Plan it", "S4", "bo", files=("web/b",), details="how"))),
            [
                (
                    "task:S4", "different", "owner: ana",
                    "owner: bo, files: [web/b], details: how",
                )
            ],
        ),
        (
            Plan(
                groups=groups(
                    Task("Plan it", "S4", done="fb17380", after=("R1.2",)), Task("no ID"),
                )
            ),
            [
                ("done:S4", "added", "", "done: fb17380"),
                ("after:S4:R1.2", "added", "", "after: R1.2"),
            ],
        ),
        (
            Plan(groups=groups(Task("Plan it", "S4"), Task("No id yet"))),
            [("task:R1.2", "different", "title: No id", "title: No id yet")],
        ),
        (
            Plan(groups=groups(Task("Another", "S9"), id="round-2", title="Two", state="current")),
            [
                ("group:round-2", "added", "", "title: Two, state: current"),
                ("task:S9", "added", "", "title: Another, group: round-2"),
            ],
        ),
        (
            Plan(checks=(Check("tests", "pytest", True, parameters=(Parameter("p", "1"),)),)),
            [
                (
                    "check:tests", "different", "gate: false",
                    'gate: true, parameters: [p: {default: "1"}]',
                )
            ],
        ),
        (Plan(pins=(Pin("node", expect="v2", check="unit"),)),
            [("pin:node", "different", "expect: v1", "expect: v2, check: unit")]),
        (
            Plan(docs=(Document("a.md", covers=("web/",)),)),
            [("doc:a.md", "filled", "", "covers: [web/]")],
        ),
        (
            Plan(ownership=(Owned("x.py", "bo"),)),
            [
                (
                    "owned:bo:x.py", "different", "x.py is shared, sessions: [ana: {note: top}]",
                    "x.py is owned by bo",
                )
            ],
        ),
        (
            Plan(claims=ClaimSettings(10800)),
            [("setting:claims.stale_after", "different", "2h", "3h")],
        ),
        (
            Plan(guard=GuardSettings("block")),
            [("setting:guard.mode", "different", "warn", "block")],
        ),
    ],
)  # fmt: skip
def test_what_an_import_would_change(new: Plan, found: list[tuple[str, ...]]) -> None:
    assert said(new) == [(*one, *[""] * (4 - len(one))) for one in found]


@pytest.mark.parametrize(
    ("now", "then", "kind"),
    [
        (False, True, "added"),
        (False, "fb17380", "added"),
        (True, "fb17380", "filled"),
        ("fb17380", "fb173801234", ""),
        ("fb173801234", "fb17380", ""),
        ("fb17380", True, ""),
        ("fb17380", "0a29b39", "different"),
    ],
)
def test_when_a_task_is_done(now: str | bool, then: str | bool, kind: str) -> None:
    old, new = (Plan(groups=groups(Task("x", "S1", done=done))) for done in (now, then))
    assert [change.kind for change in changes(old, new)] == [kind] * bool(kind)
    assert every(old, new) == (new if kind else old)


def test_done_in_place_of_dropped_is_a_different_word() -> None:
    old = Plan(groups=groups(Task("x", "S1", dropped="no time")))
    new = Plan(groups=groups(Task("x", "S1", done=True)))
    assert said(new, old) == [("done:S1", "different", "dropped: no time", "done: true")]
    assert every(old, new) == new


def test_what_a_session_owns_moves_to_another_only_when_that_is_agreed_to() -> None:
    new = Plan(ownership=(Owned("web/", "bo"),))
    owners = [(one.session, one.path) for one in every(OLD, new).ownership]
    assert owners == [("bo", "api/"), ("bo", "web/")]
    assert merged(OLD, new, ()) == OLD


def test_a_task_moves_between_groups_that_the_plan_has() -> None:
    old = Plan(groups=(Group("a", tasks=(Task("x", "S1", group="a"),)), Group("b")))
    new = Plan(groups=(Group("b", tasks=(Task("x", "S1", group="b"),)),))
    assert said(new, old) == [("task:S1", "different", "group: a", "group: b")]
    assert [len(group.tasks) for group in every(old, new).groups] == [0, 1]


def test_a_group_of_nothing_but_tasks_that_stand_elsewhere_is_none() -> None:
    new = Plan(groups=groups(Task("Plan it", "S4", done=True), id="tasks"))
    assert [change.key for change in changes(OLD, new)] == ["done:S4"]


def test_a_task_without_an_id_gets_one_that_is_free() -> None:
    new = Plan(groups=groups(Task("Brand new"), Task("More", after=("R1.1",))))
    assert [change.key for change in changes(OLD, new)] == [
        "task:R1.1",
        "task:R1.2",
        "after:R1.2:R1.1",
    ]
    more = every(OLD, new).tasks[2:]
    assert [(task.id, task.title, task.after) for task in more] == [
        ("R1.3", "Brand new", ()), ("R1.4", "More", ("R1.3",)),
    ]  # fmt: skip


def test_a_group_is_known_by_its_title_too() -> None:
    old = Plan(groups=(Group("first", "Round 1: begin", tasks=(Task("x", "S1", group="first"),)),))
    new = Plan(
        groups=(
            Group("round-1", "Round 1 — Begin", tasks=(Task("y", "S2", group="round-1"),)),
            Group("round-2", tasks=(Task("z", "S3", after=("round-1",), group="round-2"),)),
        )
    )
    both = every(old, new)
    assert [(task.id, task.group, task.after) for task in both.tasks] == [
        ("S1", "first", ()), ("S2", "first", ()), ("S3", "round-2", ("first",)),
    ]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(plans(), plans())
def test_every_task_that_a_document_gives_an_id_is_in_the_plan_then(old: Plan, new: Plan) -> None:
    if _names_twice(new) or _names_twice(old):
        return
    by_place = made_ids(new)
    ids = {task.id for task in every(old, new).tasks}
    groups = {group.id for group in (*old.groups, *new.groups)}
    assert {task.id for task in new.tasks if task.id not in by_place} <= ids | groups


def test_ten_thousand_changes_are_put_in_one_by_one() -> None:
    many = tuple(Task(f"Do {n}", f"T{n}", after=("T1",) * (n > 1)) for n in range(1, 10_001))
    old = Plan(groups=groups(*(task._replace(after=()) for task in many)))
    assert every(old, Plan(groups=groups(*many))).tasks == groups(*many)[0].tasks


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("owned:cy:lib/", "ownership"),
        ("task:S9", "groups"),
        ("after:S4:S9", "groups"),
        ("done:S9", "groups"),
    ],
)
def test_what_hangs_on_something_that_was_left_stays_out(key: str, left: str) -> None:
    new = Plan(
        sessions=(Session("cy"),),
        ownership=(Owned("lib/", "cy"),),
        groups=(
            *groups(Task("Plan it", "S4", after=("S9",))),
            Group("round-2", tasks=(Task("x", "S9", "cy", done=True, group="round-2"),)),
        ),
    )
    assert key in {change.key for change in changes(OLD, new)}
    assert merged(OLD, new, {key}) == OLD
    assert getattr(every(OLD, new), left) != getattr(OLD, left)


def test_an_owner_who_was_left_is_nobody() -> None:
    new = Plan(
        sessions=(Session("cy"),),
        shared=(Shared("y.py", sessions=(Part("cy"),)),),
        groups=groups(Task("x", "S9", "cy")),
    )
    found = merged(OLD, new, {"task:S9", "shared:y.py"})
    assert found.tasks[-1].owner == ""
    assert found.shared[-1].sessions == ()


@settings(max_examples=200, deadline=None)
@given(plans(), plans())
def test_without_consent_nothing_changes(old: Plan, new: Plan) -> None:
    assert merged(old, new, ()) == old


@settings(max_examples=200, deadline=None)
@given(plans())
def test_a_plan_brings_itself_nothing(plan: Plan) -> None:
    if not _names_twice(plan):
        assert changes(plan, plan) == ()


@settings(max_examples=200, deadline=None)
@given(plans(), plans())
def test_what_adds_only_leaves_every_item_of_the_plan(old: Plan, new: Plan) -> None:
    adding = {change.key for change in changes(old, new) if change.adds}
    found = merged(old, new, adding)
    for name in ("sessions", "ownership", "shared", "rules", "groups", "checks", "pins", "docs"):
        assert len(getattr(found, name)) >= len(getattr(old, name))
    assert {task.id for task in old.tasks} <= {task.id for task in found.tasks}


@pytest.mark.parametrize(("one", "other"), list(product(EXAMPLES, EXAMPLES)), ids=lambda p: p.stem)
def test_whole_plans_merge(one: Path, other: Path) -> None:
    old, new = (unplaced(load_plan(path).plan) for path in (one, other))
    both = every(old, new)
    assert changes(both, new) == ()
    assert [problem for problem in lint(both) if problem.level == "error"] == []
    assert every(Plan(), new) == new


def test_only_a_different_value_does_not_just_add() -> None:
    assert Change("x", "added").adds
    assert Change("x", "filled").adds
    assert not Change("x", "different").adds


def _names_twice(plan: Plan) -> bool:
    names = [*(task.id for task in plan.tasks), *(group.id for group in plan.groups)]
    lists: list[list[Any]] = [
        names, [one.name for one in plan.checks], [one.run for one in plan.checks],
        [(one.session, one.path) for one in plan.ownership],
    ]  # fmt: skip
    return any(len(set(found)) < len(found) for found in lists)


@pytest.mark.parametrize(
    ("now", "then", "keys"),
    [
        (Owned("src/api/", "ana", "ours"), Owned("/src/api/", "ana"), []),
        (Owned("src/api/", "ana"), Owned("/src/api/", "bo"), ["owned:bo:/src/api/"]),
        (Owned("src/api/", "ana"), Owned("/src/api/", "ana", "hm"), ["owned:ana:/src/api/"]),
        (Shared("a.md", "x", (Part("ana", "top"), Part("bo"))),
         Shared("a.md", sessions=(Part("bo"), Part("ana"))), []),
        (Shared("a/b"), Shared("/a/b", sessions=(Part("ana"), Part("bo"))), []),
        (Shared("a/b"), Shared("/a/b", sessions=(Part("ana"),)), ["shared:/a/b"]),
    ],
)  # fmt: skip
def test_the_same_files_spelled_otherwise_are_no_difference(
    now: Owned | Shared, then: Owned | Shared, keys: list[str]
) -> None:
    def plan(one: Owned | Shared) -> Plan:
        sessions = (Session("ana"), Session("bo"))
        if isinstance(one, Owned):
            return Plan(sessions=sessions, ownership=(one,))
        return Plan(sessions=sessions, shared=(one,))

    assert [change.key for change in changes(plan(now), plan(then))] == keys
