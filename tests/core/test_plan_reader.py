"""What a plan may say and how it is refused, from YAML text to values and lines."""

import pytest

from coord_tui.adapters.plan_yaml import read_nodes
from coord_tui.core.plan import Group, Plan, Task
from coord_tui.core.plan_reader import read_plan, with_ids


def read(text: str) -> tuple[Plan | None, list[str]]:
    root, problems = read_nodes(text.encode())
    assert root is not None, problems
    plan, more, _ = read_plan(root)
    return plan, [str(problem) for problem in (*problems, *more)]


def plan_of(text: str) -> Plan:
    plan, problems = read(text)
    assert plan is not None, problems
    return plan


def task_of(fields: str) -> Task:
    return plan_of("groups: [{id: a, tasks: [{title: x, " + fields + "}]}]").tasks[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("title: 036", "036"),
        ("title: no", "no"),
        ("title: 2025-12-14", "2025-12-14"),
        ("title: 1:30", "1:30"),
        ("title: 'null'", "null"),
        ("title: '[/] app/[id]/page.tsx'", "[/] app/[id]/page.tsx"),
        ('title: "\\e[31m"', "\x1b[31m"),
        ("title: |\n  two\n  lines\n", "two\nlines\n"),
        ("title: >-\n  one\n  line\n", "one line"),
        ("title: =", "="),
    ],
)
def test_text_is_read_as_written(written: str, meant: str) -> None:
    assert plan_of(f"rules:\n- {written.replace(chr(10), chr(10) + '  ')}").rules[0].title == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fb17380", "fb17380"),
        ("0012345", "0012345"),
        ("1e5", "1e5"),
        ("123456", "123456"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("true", True),
        ("True", True),
        ("yes", True),
        ("'true'", "true"),
        ("false", False),
        ("no", False),
        ("~", False),
        ("", False),
    ],
)
def test_done_is_a_commit_as_written_or_a_flag(written: str, meant: str | bool) -> None:
    assert task_of(f"done: {written}").done == meant


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("90s", 90), ("30m", 1800), ("2h", 7200), ("1d", 86400), ("'2h'", 7200), ("", 7200)],
)
def test_durations_are_seconds(written: str, seconds: int) -> None:
    assert plan_of(f"claims: {{stale_after: {written}}}").claims.stale_after == seconds


def test_shorthands_stand_for_mappings() -> None:
    short = """
sessions: {ana: frontend}
ownership: {ana: [web/]}
shared: [a.py, {path: b.py, sessions: {ana: styles}}]
groups: [{id: g, tasks: [Do it]}]
checks: [{name: c, run: "x {p}", parameters: {p: one}}]
docs: [a.md]
"""
    full = """
sessions: {ana: {role: frontend}}
ownership: {ana: [{path: web/}]}
shared: [{path: a.py}, {path: b.py, sessions: {ana: {note: styles}}}]
groups: [{id: g, tasks: [{title: Do it}]}]
checks: [{name: c, run: "x {p}", parameters: {p: {default: one}}}]
docs: [{path: a.md}]
"""
    assert plan_of(short) == plan_of(full)


def test_items_know_their_line() -> None:
    plan = plan_of(
        "sessions:\n  ana:\n    role: x\n  bob:\n"
        "ownership:\n  ana:\n  - web/\n  -\n    path: api/\n"
        "groups:\n- id: g\n  tasks:\n  - id: a\n    title: x\n  - y\n"
    )
    assert [session.line for session in plan.sessions] == [2, 4]
    assert [owned.line for owned in plan.ownership] == [7, 9]
    assert [group.line for group in plan.groups] == [11]
    assert [task.line for task in plan.tasks] == [13, 15]


def test_the_place_of_each_value_is_kept() -> None:
    root, _ = read_nodes(
        b"sessions:\n  ana:\n    role: x\n  a b:\nownership:\n  ana: [web/, {path: api/}]\n"
        b"groups:\n- id: g\n  tasks:\n  - y\n  - title: z\n    after:\n    - g\n"
    )
    assert root is not None
    places = read_plan(root)[2]
    assert {key: place for key, place in places.items() if not key.startswith("groups")} == {
        "": (1, 1),
        "sessions": (2, 3),
        "sessions.ana": (2, 3),
        "sessions.ana.role": (3, 11),
        "sessions['a b']": (4, 3),
        "ownership": (6, 3),
        "ownership.ana": (6, 3),
        "ownership.ana[0]": (6, 9),
        "ownership.ana[0].path": (6, 9),
        "ownership.ana[1]": (6, 15),
        "ownership.ana[1].path": (6, 22),
    }
    assert places["groups[0].tasks[0]"] == (10, 5)
    assert places["groups[0].tasks[1]"] == (11, 5)
    assert places["groups[0].tasks[1].after[0]"] == (13, 7)


def test_nothing_is_not_given() -> None:
    empty = "version:\nproject: ~\nsessions: null\nownership:\n  ana:\ngroups:\nclaims:\n"
    assert plan_of(empty) == Plan()
    assert plan_of("sessions: {ana: }").sessions[0].role == ""


@pytest.mark.parametrize(
    ("groups", "ids"),
    [
        ((("phase-0", ["", "", ""]),), ["P0.1", "P0.2", "P0.3"]),
        ((("round-2", ["S4", "", "S5"]),), ["S4", "R2.2", "S5"]),
        ((("Phase 10", [""]),), ["P10.1"]),
        ((("p3", [""]),), ["P3.1"]),
        ((("backlog", [""]),), ["B.1"]),
        ((("agency-workflow", [""]),), ["AW.1"]),
        ((("--", [""]),), ["--.1"]),
        ((("фаза-1", [""]),), ["Ф1.1"]),
        ((("phase-0", [""]), ("prep-0", [""])), ["P0.1", "prep-0.1"]),
    ],
)
def test_a_task_without_id_is_named_by_group_and_position(
    groups: tuple[tuple[str, list[str]], ...], ids: list[str]
) -> None:
    made = tuple(Group(name, tasks=tuple(Task("t", id=i) for i in given)) for name, given in groups)
    named = with_ids(made)
    assert [task.id for group in named for task in group.tasks] == ids
    assert all(task.group == group.id for group in named for task in group.tasks)


GOOD_WORD = "one word, printable, without spaces, not starting with -"
BRANCH_NAME = "a name that git allows for a branch (git help check-ref-format)"
TASK_KEYS = "title, id, owner, after, enhances, files, details, done, dropped"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("version: 2", "1:10: version: found '2', allowed: 1"),
        ("version: '1'", "1:10: version: found '1', allowed: 1; did you mean 1?"),
        ("version: [1]", "1:10: version: found a list, allowed: 1"),
        ("project: {a: b}", "1:10: project: found a mapping, allowed: a text"),
        ("sessions: [ana]", "1:11: sessions: found a list, allowed: a mapping by name"),
        (
            "sessions: {ana: {kind: Agent}}",
            "1:24: sessions.ana.kind: found 'Agent', allowed: person or agent; did you mean agent?",
        ),
        (
            "sessions: {ana: [x]}",
            "1:17: sessions.ana: found a list,"
            " allowed: its role or a mapping of role, kind, emails, worktree",
        ),
        (
            "sessions: {ana: {emails: a@b.c}}",
            "1:26: sessions.ana.emails: found 'a@b.c', allowed: a list of text",
        ),
        (
            "groups: [{id: a, tasks: [{title: x, ownr: y}]}]",
            "1:37: groups[0].tasks[0].ownr: found an unknown key,"
            f" allowed: {TASK_KEYS}; did you mean owner?",
        ),
        (
            "groups: [{id: a, tasks: [{title: x, group: y}]}]",
            f"1:37: groups[0].tasks[0].group: found an unknown key, allowed: {TASK_KEYS}",
        ),
        (
            "groups: [{id: a, tasks: [{id: b}]}]",
            "1:26: groups[0].tasks[0].title: found nothing, allowed: a text (what is to be done)",
        ),
        ("groups: [{id: a, tasks: [~]}]", "groups[0].tasks[0]: found nothing, allowed: its title"),
        ("groups: [{id: a b}]", f"1:15: groups[0].id: found 'a b', allowed: {GOOD_WORD}"),
        (
            "groups: [{id: a, tasks: [{title: x, after: S1}]}]",
            "1:44: groups[0].tasks[0].after: found 'S1', allowed: a list of text; write [S1]",
        ),
        (
            "groups: [{id: a, tasks: [{title: x, done: ''}]}]",
            "1:43: groups[0].tasks[0].done: found '', allowed: a text, true or false",
        ),
        (
            "groups: [{id: a, tasks: [{title: x, done: [fb17380]}]}]",
            "1:43: groups[0].tasks[0].done: found a list, allowed: a text, true or false",
        ),
        (
            "checks: [{name: a, run: b, gate: maybe}]",
            "1:34: checks[0].gate: found 'maybe', allowed: true or false",
        ),
        (
            "checks: [{name: a, run: b, gate: 'true'}]",
            "1:34: checks[0].gate: found 'true', allowed: true or false",
        ),
        (
            "claims: {stale_after: 2 hours}",
            "1:23: claims.stale_after: found '2 hours', allowed: a time like 90s, 30m, 2h or 1d",
        ),
        ("claims: {stale_after: 7200}", "1:23: claims.stale_after: found '7200', allowed: a time"),
        ("claims: {stale_after: 0s}", "1:23: claims.stale_after: found '0s', allowed: a time"),
        ('claims: {stale_after: "2h\\n"}', "claims.stale_after: found '2h\\n', allowed: a time"),
        ("claims: 2h", "1:9: claims: found '2h', allowed: a mapping of stale_after"),
        (
            "channel: {branch: my branch}",
            f"1:19: channel.branch: found 'my branch', allowed: {BRANCH_NAME}",
        ),
        (
            "channel:\n  remote: up stream",
            f"2:11: channel.remote: found 'up stream', allowed: {GOOD_WORD}",
        ),
        ("channel: {remote: -x}", f"1:19: channel.remote: found '-x', allowed: {GOOD_WORD}"),
        ("channel: {remote: ''}", f"1:19: channel.remote: found '', allowed: {GOOD_WORD}"),
        ("guard: {mode: blok}", "allowed: warn or block; did you mean block?"),
        ("sessions: {'': x}", f"1:12: sessions['']: found '', allowed: {GOOD_WORD}"),
        ("sessions: {a b: x}", f"1:12: sessions['a b']: found 'a b', allowed: {GOOD_WORD}"),
        ("sessions: {-a: x}", f"1:12: sessions.-a: found '-a', allowed: {GOOD_WORD}"),
        ('sessions: {"a\\e[m": x}', r"sessions['a\x1b[m']: found 'a\x1b[m', allowed: one word"),
        ('sessions: {"a\\u202e": x}', r"1:12: sessions['a\u202e']: found 'a\u202e'"),
        ('ownership: {"a\\tb": [x]}', r"ownership['a\tb']: found 'a\tb', allowed: one word"),
        ("ownership: {a: web/}", "found 'web/', allowed: a list of its path or a mapping"),
        ("ownership: {a: [[web/]]}", "1:17: ownership.a[0]: found a list, allowed: its path"),
        ("{project: a, project: b}", "1:14: project: found a key that stands on line 1 already"),
        ("? [a]\n: b", "1:3: found a list as a key, allowed: a text"),
        ("sesions: {}", "1:1: sesions: found an unknown key"),
        ("- a", "1:1: found a list, allowed: a mapping of version, project, sessions"),
        ("text", "1:1: found 'text', allowed: a mapping of version"),
        ("", "1:1: found nothing, allowed: a mapping of version"),
    ],
)
def test_a_problem_names_place_key_what_was_found_and_what_is_allowed(
    text: str, problem: str
) -> None:
    plan, problems = read(text)
    assert plan is None
    assert len(problems) == 1
    assert problem in problems[0]
    assert "\n" not in problems[0]


def test_all_problems_are_told_in_the_order_of_the_document() -> None:
    plan, problems = read(
        "verison: 1\nsessions:\n  ana: {kid: agent, kind: robot}\ngroups:\n- title: none\n"
        "  tasks:\n  - {titel: x, done: [1]}\nclaims: {stale_after: soon}\n"
    )
    assert plan is None
    assert [problem.split(": found")[0] for problem in problems] == [
        "1:1: verison",
        "3:9: sessions.ana.kid",
        "3:27: sessions.ana.kind",
        "5:3: groups[0].id",
        "7:5: groups[0].tasks[0].title",
        "7:6: groups[0].tasks[0].titel",
        "7:22: groups[0].tasks[0].done",
        "8:23: claims.stale_after",
    ]


def test_a_long_text_is_cut_in_a_problem() -> None:
    _, problems = read(f"version: {'x' * 100_000}")
    assert len(problems[0]) < 100


@pytest.mark.parametrize("value", ["[" * 29 + "]" * 29, "{a: " * 29 + "}" * 29])
def test_unknown_depths_are_refused_without_being_walked(value: str) -> None:
    plan, problems = read(f"project: {value}")
    assert plan is None
    assert len(problems) == 1
