"""Each rule of the lint fires where it should, names line and key, and is silent otherwise."""

import pytest

from coord_tui.adapters.plan_yaml import read_nodes
from coord_tui.core.lint import lint
from coord_tui.core.plan import Plan
from coord_tui.core.plan_reader import read_plan

TRACKED = ("api/a.py", "app/[id]/page.tsx", "docs/a b.md", "web/index.html")


def plan_of(text: str) -> Plan:
    root, problems = read_nodes(text.encode())
    assert root is not None, problems
    plan, more = read_plan(root)
    assert plan is not None, (problems, more)
    return plan


def tasks(*fields: str) -> str:
    return "groups:\n- id: g\n  tasks:\n" + "".join(f"  - {{{each}}}\n" for each in fields)


ERRORS = [
    (
        "sessions: {senior: x}\n" + tasks("title: t, owner: senor"),
        "unknown-session 5: groups[0].tasks[0].owner:"
        " 'senor' is no session of the plan; did you mean senior?",
    ),
    (
        "ownership:\n  ghost: [a/, b/]",
        "unknown-session 2: ownership.ghost: 'ghost' is no session of the plan",
    ),
    (
        "shared:\n- {path: a, sessions: {ghost: x}}",
        "unknown-session 2: shared[0].sessions: 'ghost' is no session of the plan",
    ),
    (
        "sessions: {a: x, b: y}\nownership:\n  a:\n  - web/x\n  b:\n  - api/\n  - /web/x",
        "owned-twice 7: ownership.b[1]: '/web/x' is owned by b, and owned by a on line 4",
    ),
    (
        "sessions: {a: x}\nownership:\n  a: [x/y.py]\nshared:\n- x/y.py",
        "owned-twice 5: shared[0]: 'x/y.py' is shared, and owned by a on line 3",
    ),
    ("shared:\n- a/../b", "bad-pattern 2: shared[0]: pattern 'a/../b' leaves the repository"),
    ("shared: ['']", "bad-pattern 1: shared[0]: pattern '' is empty"),
    (tasks("title: t, files: ['!x']"), "bad-pattern 4: groups[0].tasks[0].files[0]: pattern '!x'"),
    ("docs:\n- {path: a, covers: [b, 'c//d']}", "bad-pattern 2: docs[0].covers[1]: pattern"),
    (
        tasks("title: t, id: S4", "title: t, after: [S5]"),
        "unknown-dependency 5: groups[0].tasks[1].after:"
        " 'S5' is no task or group of the plan; did you mean S4?",
    ),
    (
        tasks("title: t, enhances: [g]"),
        "unknown-dependency 4: groups[0].tasks[0].enhances: 'g' is no task of the plan",
    ),
    (
        tasks("title: t, id: S4, after: [S5]", "title: t, id: S5, after: [S4]"),
        "cycle 4: groups[0].tasks[0].after: S4 → S5 → S4: each waits for the next",
    ),
    (
        tasks("title: t, id: S4", "title: t, id: S5, after: [g]"),
        "cycle 5: groups[0].tasks[1].after: S5 → S5: each waits for the next",
    ),
    (
        "groups:\n- {id: g, tasks: [{id: a, title: t, after: [h]}]}\n"
        "- {id: h, tasks: [{id: b, title: t, after: [g]}]}",
        "cycle 2: groups[0].tasks[0].after: a → b → a: each waits for the next",
    ),
    (
        tasks("title: t, id: S4", "title: t, id: S4"),
        "duplicate-id 5: groups[0].tasks[1].id: 'S4' stands on line 4 already",
    ),
    (tasks("title: t, id: g"), "duplicate-id 4: groups[0].tasks[0].id: 'g' stands on line 2"),
    (tasks("title: t", "title: u, id: G.1"), "duplicate-id 5: groups[0].tasks[1].id: 'G.1'"),
    (
        "checks:\n- {name: a, run: x}\n- {name: a, run: y}",
        "duplicate-id 3: checks[1].name: 'a' stands on line 2 already",
    ),
]
WARNINGS = [
    (
        "sessions: {a: x}\nownership:\n  a: [web/x, api/, /web/x]",
        "owned-twice 3: ownership.a[2]: '/web/x' is owned by a, and owned by a on line 3",
    ),
    (
        "shared: [api/*.py, 'app/\\[id]/page.tsx', docs/a b.md, gone.py, '*.html']",
        "matches-nothing 1: shared[3]: 'gone.py' matches no file that git tracks",
    ),
    (
        "docs:\n- {path: d, covers: [web/, '**/none/*']}",
        "matches-nothing 2: docs[0].covers[1]: '**/none/*' matches no file that git tracks",
    ),
    (
        tasks("title: t, id: a", "title: t, id: b, after: [a], done: true"),
        "done-too-early 5: groups[0].tasks[1].done: b is done, but waits for a, not marked done",
    ),
    (
        "groups:\n- {id: g, tasks: [x, {title: y, done: true}, z]}\n"
        "- {id: h, tasks: [{title: t, after: [g], done: true}]}",
        "done-too-early 3: groups[1].tasks[0].done: H.1 is done, but waits for G.1, G.3,",
    ),
    (
        tasks("title: t, id: a, dropped: true", "title: t, id: b, after: [a]"),
        "waits-for-dropped 5: groups[0].tasks[1].after: b waits for a, which is dropped",
    ),
    (
        tasks("title: t, done: 0012345"),
        "unknown-commit 4: groups[0].tasks[0].done: the repository has no commit '0012345'",
    ),
    (
        "groups:\n- {id: a, state: current}\n- {id: b, state: current}",
        "two-current 3: groups[1].state: b and a are both current; the first counts",
    ),
    (
        "checks: [{name: doctor, run: x}]\npins:\n- {tool: t, check: docter}",
        "unknown-check 3: pins[0].check: 'docter' is no check of the plan; did you mean doctor?",
    ),
    (
        "checks:\n- {name: c, run: 'x {a}', parameters: {a: 1, b: 2}}",
        "unused-parameter 2: checks[0].parameters.b: the command does not hold {b}",
    ),
]


@pytest.mark.parametrize(
    ("level", "text", "told"),
    [("error", *case) for case in ERRORS] + [("warning", *case) for case in WARNINGS],
)
def test_a_finding_is_told_once_with_line_and_key(level: str, text: str, told: str) -> None:
    findings = lint(plan_of(text), [*TRACKED, "x/y.py"], lambda commit: commit == "fb17380")
    lines = [f"{f.rule} {f}" for f in findings if f.level == level and f.rule == told.split()[0]]
    assert len(lines) == 1
    assert lines[0].startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sessions: {a: x, b: y}\nownership: {a: [web/], b: [web/index.html, '*.py']}",
        tasks("title: t, id: a", "title: t, id: b, after: [a], enhances: [a]"),
        tasks("title: t, id: a, dropped: x", "title: t, id: b, after: [a], done: true"),
        "groups:\n- {id: g, tasks: [x]}\n- {id: h, tasks: [{title: y, after: [g]}]}",
        tasks("title: t, done: fb17380", "title: t, done: true"),
    ],
)
def test_a_sound_plan_has_no_finding(text: str) -> None:
    plan = plan_of(text or "version: 1")
    assert lint(plan, TRACKED, lambda commit: commit == "fb17380") == ()


def test_without_git_nothing_is_said_about_paths_and_commits() -> None:
    plan = plan_of("shared: [gone.py]\n" + tasks("title: t, done: abc1234"))
    assert lint(plan) == ()


def test_findings_come_in_the_order_of_the_plan() -> None:
    plan = plan_of(
        "shared: ['']\nownership: {ghost: [a]}\n" + tasks("title: t, after: [x], owner: y")
    )
    assert [finding.line for finding in lint(plan)] == [1, 2, 6, 6]
