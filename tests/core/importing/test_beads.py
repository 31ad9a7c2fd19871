"""Issues that Beads exports become tasks, epics groups; lines that are none are named."""

import json

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.beads import is_beads, read_beads
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.statements import SaidGroup, SaidLink, SaidSession, SaidTask

NAME = ".beads/issues.jsonl"


def issue(id: str, title: str = "", status: str = "open", **fields: object) -> str:
    """A line of an export."""
    return json.dumps({"id": id, "title": title or f"Do {id}", "status": status, **fields})


def needs(*links: tuple[str, str]) -> list[dict[str, str]]:
    return [{"depends_on_id": target, "type": kind} for kind, target in links]


EXPORT = "\n".join(
    [
        issue("b-1", "Sign-in", "in_progress", issue_type="epic", description="All of it."),
        issue("b-1.1", "Cookies", "closed", assignee="ana@example.com", description="Set them.",
              close_reason="Done in commit 0a1b2c3d4", dependencies=needs(("parent-child", "b-1"))),
        issue("b-1.2", "Mail", "in_progress", assignee="@bolt", priority=0, labels=["api", "ui"],
              design="One\ntable", dependencies=needs(
                  ("parent-child", "b-1"), ("blocks", "b-1.1"), ("related", "b-3"),
                  ("discovered-from", "b-1.1"))),
        issue("b-2", status="tombstone"),
        issue("b-3", "Old way", "closed", close_reason="Won't fix: b-1.2 does it"),
        issue("b-4", "Release", dependencies=needs(("blocks", "b-1"), ("blocks", "b-2"))),
        issue("b-5", "Notes", "simmering", dependencies=needs(("parent-child", "b-4"))),
        issue("b-6", "Later epic", issue_type="epic"),
    ]
)  # fmt: skip


def test_issues_are_tasks_with_their_state_and_owner() -> None:
    said, unread, warnings = read_beads(NAME, EXPORT)
    tasks = {one.id: one for one in said if isinstance(one, SaidTask)}
    assert list(tasks) == ["b-1.2", "b-1.1", "b-3", "b-4", "b-5", "b-6"]
    assert {id: (one.status, one.owner, one.group, one.commit) for id, one in tasks.items()} == {
        "b-1.2": ("claimed", "bolt", "Sign-in", ""),
        "b-1.1": ("done", "ana", "Sign-in", "0a1b2c3d4"),
        "b-3": ("dropped", "", "", ""),
        "b-4": ("open", "", "", ""),
        "b-5": ("open", "", "", ""),
        "b-6": ("open", "", "", ""),
    }
    assert tasks["b-3"].reason == "Won't fix: b-1.2 does it"
    assert tasks["b-1.2"].details == (
        "Status: in progress\n\nDesign:\n\nOne\ntable\n\n"
        "Priority: 0\n\nLabels: api, ui\n\nRelated: b-3\n\nDiscovered from: b-1.1"
    )
    assert (tasks["b-5"].sure, tasks["b-4"].sure) == ("likely", "certain")
    assert unread == ()
    assert [(one.at.line, one.text) for one in warnings] == [
        (4, "deleted in Beads, and left out: b-2")
    ]


@pytest.mark.parametrize(
    ("fields", "details"),
    [
        ({"priority": 0, "issue_type": "bug"}, "Priority: 0\n\nType: bug"),
        ({"priority": 2, "issue_type": "task"}, ""),
        ({"priority": 4}, "Priority: 4"),
        ({"issue_type": "epic"}, "Type: epic"),
        ({}, ""),
    ],
)
def test_a_priority_and_a_type_that_are_not_the_usual_are_kept(
    fields: dict[str, object], details: str
) -> None:
    (task,) = read_beads(NAME, json.dumps({"id": "b-1", "title": "A", "status": "open"} | fields))[
        0
    ]
    assert isinstance(task, SaidTask)
    assert task.details == details


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([issue("b-1", status="deferred"), issue("b-2", status="deferred")],
            [(1, "deferred in Beads, but open to all in the plan: b-1, b-2")]),
        ([issue("b-0"), issue("b-1", status="blocked")],
            [(2, "blocked in Beads, but open to all in the plan: b-1")]),
        ([issue("b-0"), issue("b-1", status="blocked", dependencies=needs(("blocks", "b-0")))], []),
        ([issue("b-0", status="closed"),
            issue("b-1", status="blocked", dependencies=needs(("blocks", "b-0")))],
            [(2, "blocked in Beads, but open to all in the plan: b-1")]),
        ([issue("b-1", status="open")], []),
    ],
)  # fmt: skip
def test_what_the_plan_offers_and_beads_does_not_is_told(
    lines: list[str], told: list[tuple[int, str]]
) -> None:
    _, _, warnings = read_beads(NAME, "\n".join(lines))
    assert [(one.at.line, one.text) for one in warnings] == told


def test_an_epic_with_children_is_a_group_and_links_are_links() -> None:
    said, _, _ = read_beads(NAME, EXPORT)
    assert [one[1:5] for one in said if isinstance(one, SaidGroup)] == [
        ("Sign-in", "b-1", "current", "All of it.")
    ]
    assert [(one.task, one.target, one.kind) for one in said if isinstance(one, SaidLink)] == [
        ("b-1.2", "b-1.1", "after"),
        ("b-4", "b-1", "after"),
        ("b-5", "b-4", "enhances"),
    ]
    assert [(one.name, one.emails) for one in said if isinstance(one, SaidSession)] == [
        ("ana", ("ana@example.com",)),
        ("bolt", ()),
    ]


def test_what_an_epic_waits_for_its_tasks_wait_for() -> None:
    export = "\n".join(
        [
            issue("e", issue_type="epic", dependencies=needs(("blocks", "x"), ("blocks", "e"))),
            issue("x"),
            issue("e.1", dependencies=needs(("parent-child", "e"))),
            issue("e.2", dependencies=needs(("parent-child", "e.1"), ("blocks", "e"))),
        ]
    )
    said, _, _ = read_beads(NAME, export)
    assert [(one.task, one.target, one.kind) for one in said if isinstance(one, SaidLink)] == [
        ("e.1", "x", "after"),
        ("e.2", "e", "after"),
        ("e.2", "x", "after"),
        ("e.2", "e.1", "enhances"),
    ]
    groups = {one.id: one.group for one in said if isinstance(one, SaidTask)}
    assert groups == {"x": "", "e.1": "Do e", "e.2": "Do e"}


def test_epics_of_one_title_are_two_groups() -> None:
    export = "\n".join(
        [
            issue("e-1", "Release", issue_type="epic"),
            issue("e-2", "release", "closed", issue_type="epic"),
            issue("t-1", dependencies=needs(("parent-child", "e-1"))),
            issue("t-2", "", "closed", dependencies=needs(("parent-child", "e-2"))),
        ]
    )
    plan = assemble(read_sources([Source(NAME, export)])).plan
    assert {one.id: (one.title, one.state, len(one.tasks)) for one in plan.groups} == {
        "e-1": ("Release", "current", 1),
        "e-2": ("release (e-2)", "done", 1),
    }


def test_an_epic_within_an_epic_says_so_and_hands_its_waiting_down() -> None:
    export = "\n".join(
        [
            issue("o", "Outer", issue_type="epic", dependencies=needs(("blocks", "x"))),
            issue("i", "Inner", issue_type="epic", dependencies=needs(("parent-child", "o"))),
            issue("t", dependencies=needs(("parent-child", "i")), due_at="2031-02-03",
                  estimated_minutes=90),
            issue("x"),
        ]
    )  # fmt: skip
    said, _, _ = read_beads(NAME, export)
    notes = {one.id: one.note for one in said if isinstance(one, SaidGroup)}
    assert notes == {"o": "", "i": "Part of: Outer"}
    assert [(one.task, one.target) for one in said if isinstance(one, SaidLink)] == [("t", "x")]
    details = next(one.details for one in said if isinstance(one, SaidTask) and one.id == "t")
    assert details == "Due: 2031-02-03\n\nEstimated minutes: 90"


def test_the_reason_of_what_was_dropped_is_said_once() -> None:
    said, _, _ = read_beads(NAME, issue("a", "", "closed", close_reason="Won't fix: old"))
    (task,) = (one for one in said if isinstance(one, SaidTask))
    assert (task.reason, task.details) == ("Won't fix: old", "")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{broken", "is no JSON object"),
        ("[1]", "is no JSON object"),
        ("<<<<<<< HEAD", "is no JSON object"),
        ('{"title": "x", "status": "open"}', "has no id"),
        ('{"id": "x", "title": " "}', "has no title"),
        ("[" * 100_000, "is no JSON object"),
        ('{"id": ' + "9" * 5_000 + "}", "is no JSON object"),
        ("\0\ud800", "is no JSON object"),
    ],
)
def test_a_line_that_is_no_issue_is_named_and_the_rest_read(line: str, words: str) -> None:
    said, unread, warnings = read_beads(NAME, f"{issue('a')}\n\n{line}\r\n{issue('b')}\n")
    assert [one.id for one in said if isinstance(one, SaidTask)] == ["a", "b"]
    assert [one.at.line for one in unread] == [3]
    assert [(one.at.line, one.text) for one in warnings] == [(3, f"the line {words}")]


def test_of_two_lines_of_one_issue_the_later_counts() -> None:
    said, _, warnings = read_beads(NAME, f"{issue('a', 'Old')}\n{issue('a', 'New')}")
    assert [one.title for one in said if isinstance(one, SaidTask)] == ["New"]
    assert [one.text for one in warnings] == ["a stands on line 1, too; this one counts"]


def test_other_records_are_passed_over_and_odd_values_do_no_harm() -> None:
    odd = json.dumps({"id": 7, "title": ["x"], "status": 3, "dependencies": [1, {}, {"type": 2}],
                      "labels": "no", "comments": [{"text": "hm", "author": "ana"}, 4],
                      "priority": "high", "assignee": {}})  # fmt: skip
    said, unread, _ = read_beads(NAME, f'{{"_type": "memory", "key": "x"}}\n{odd}')
    assert [one.details for one in said if isinstance(one, SaidTask)] == [
        "Priority: high\n\nana: hm"
    ]
    assert [one.at.line for one in unread] == [1]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (NAME, issue("a"), True),
        ("x.jsonl", f"\n{{broken\n{issue('a')}", True),
        ("x.jsonl", '{"kind": "claim"}', False),
        ("x.jsonl", "", False),
        ("x.md", issue("a"), False),
    ],
)
def test_whether_a_file_holds_issues(name: str, text: str, expected: bool) -> None:
    assert is_beads(name, text) == expected


def test_the_plan_of_an_export() -> None:
    plan = assemble(read_sources([Source(NAME, EXPORT)])).plan
    assert (plan.groups[0].id, plan.groups[0].state) == ("b-1", "current")
    tasks = {task.id: task for task in plan.tasks}
    assert tasks["b-1.1"].done == "0a1b2c3d4"
    assert tasks["b-3"].dropped == "Won't fix: b-1.2 does it"
    assert tasks["b-4"].after == ("b-1",)
    assert tasks["b-5"].enhances == ("b-4",)
    assert tasks["b-1.2"].owner == "bolt"
