"""Each rule of the lint fires where it should, names place and key, and is silent otherwise."""

import pytest

from coord_tui.adapters.plan_yaml import read_nodes
from coord_tui.core.lint import lint
from coord_tui.core.plan import Owned, Plan
from coord_tui.core.plan_problems import Finding, Places
from coord_tui.core.plan_reader import read_plan

TRACKED = ("api/a.py", "app/[id]/page.tsx", "docs/a b.md", "web/index.html")


def read(text: str) -> tuple[Plan, Places]:
    root, problems = read_nodes(text.encode())
    assert root is not None, problems
    plan, more, places = read_plan(root)
    assert plan is not None, (problems, more)
    return plan, places


def linted(text: str) -> tuple[Finding, ...]:
    plan, places = read(text)
    return lint(plan, [*TRACKED, "x/y.py"], lambda commit: commit == "fb17380", places)


def tasks(*fields: str) -> str:
    return "groups:\n- id: g\n  tasks:\n" + "".join(f"  - {{{each}}}\n" for each in fields)


ERRORS = [
    (
        "sessions: {senior: x}\n" + tasks("title: t, owner: senor"),
        "unknown-session 5:23: groups[0].tasks[0].owner:"
        " 'senor' is no session of the plan; did you mean senior?",
    ),
    (
        "ownership:\n  ghost: [a/, b/]",
        "unknown-session 2:3: ownership.ghost: 'ghost' is no session of the plan",
    ),
    (
        "shared:\n- {path: a, sessions: {ghost: x}}",
        "unknown-session 2:24: shared[0].sessions.ghost: 'ghost' is no session of the plan",
    ),
    (
        "sessions: {a: x, b: y}\nownership:\n  a:\n  - web/x\n  b:\n  - api/\n  - /web/x",
        "owned-twice 7:5: ownership.b[1]: '/web/x' is owned by b, and owned by a on line 4",
    ),
    (
        "sessions: {a: x}\nownership:\n  a: [x/y.py]\nshared:\n- x/y.py",
        "owned-twice 5:3: shared[0]: 'x/y.py' is shared, and owned by a on line 3",
    ),
    ("shared:\n- a/../b", "bad-pattern 2:3: shared[0]: pattern 'a/../b' leaves the repository"),
    ("shared: ['']", "bad-pattern 1:10: shared[0]: pattern '' is empty"),
    (
        tasks("title: t, files: ['!x']"),
        "bad-pattern 4:24: groups[0].tasks[0].files[0]: pattern '!x'",
    ),
    ("docs:\n- {path: a, covers: [b, 'c//d']}", "bad-pattern 2:25: docs[0].covers[1]: pattern"),
    (
        tasks("title: t, id: S4", "title: t, after: [S5]"),
        "unknown-dependency 5:24: groups[0].tasks[1].after[0]:"
        " 'S5' is no task or group of the plan; did you mean S4?",
    ),
    (
        tasks("title: t, enhances: [g]"),
        "unknown-dependency 4:27: groups[0].tasks[0].enhances[0]: 'g' is no task of the plan",
    ),
    (
        tasks("title: t, id: S4, after: [S5]", "title: t, id: S5, after: [S4]"),
        "cycle 4:31: groups[0].tasks[0].after: S4 → S5 → S4: each waits for the next",
    ),
    (
        tasks("title: t, id: S4", "title: t, id: S5, after: [g]"),
        "cycle 5:31: groups[0].tasks[1].after: S5 → S5: each waits for the next",
    ),
    (
        "groups:\n- {id: g, tasks: [{id: a, title: t, after: [h]}]}\n"
        "- {id: h, tasks: [{id: b, title: t, after: [g]}]}",
        "cycle 2:44: groups[0].tasks[0].after: a → b → a: each waits for the next",
    ),
    (
        tasks("title: t, id: S4", "title: t, id: S4"),
        "duplicate-id 5:20: groups[0].tasks[1].id: 'S4' stands on line 4 already",
    ),
    (tasks("title: t, id: g"), "duplicate-id 4:20: groups[0].tasks[0].id: 'g' stands on line 2"),
    (tasks("title: t", "title: u, id: G.1"), "duplicate-id 5:20: groups[0].tasks[1].id: 'G.1'"),
    (
        "checks:\n- {name: a, run: x}\n- {name: a, run: y}",
        "duplicate-id 3:10: checks[1].name: 'a' stands on line 2 already",
    ),
]
WARNINGS = [
    (
        "sessions: {a: x}\nownership:\n  a: [web/x, api/, /web/x]",
        "owned-twice 3:20: ownership.a[2]: '/web/x' is owned by a, and owned by a on line 3",
    ),
    (
        "shared: [api/*.py, 'app/\\[id]/page.tsx', docs/a b.md, gone.py, '*.html']",
        "matches-nothing 1:55: shared[3]: 'gone.py' matches no file that git tracks",
    ),
    (
        "docs:\n- {path: d, covers: [web/, '**/none/*']}",
        "matches-nothing 2:28: docs[0].covers[1]: '**/none/*' matches no file that git tracks",
    ),
    (
        tasks("title: t, id: a", "title: t, id: b, after: [a], done: true"),
        "done-too-early 5:41: groups[0].tasks[1].done: b is done, but waits for a, not marked done",
    ),
    (
        "groups:\n- {id: g, tasks: [x, {title: y, done: true}, z]}\n"
        "- {id: h, tasks: [{title: t, after: [g], done: true}]}",
        "done-too-early 3:48: groups[1].tasks[0].done: H.1 is done, but waits for G.1, G.3,",
    ),
    (
        tasks("title: t, id: a, dropped: true", "title: t, id: b, after: [a]"),
        "waits-for-dropped 5:31: groups[0].tasks[1].after[0]: b waits for a, which is dropped",
    ),
    (
        tasks("title: t, done: 0012345"),
        "unknown-commit 4:22: groups[0].tasks[0].done: the repository has no commit '0012345'",
    ),
    (
        "groups:\n- {id: a, state: current}\n- {id: b, state: current}",
        "two-current 3:18: groups[1].state: b and a are both current; the first counts",
    ),
    (
        "checks: [{name: doctor, run: x}]\npins:\n- {tool: t, check: docter}",
        "unknown-check 3:20: pins[0].check: 'docter' is no check of the plan; did you mean doctor?",
    ),
    (
        "checks:\n- {name: c, run: 'x {a}', parameters: {a: 1, b: 2}}",
        "unused-parameter 2:46: checks[0].parameters.b: the command does not hold {b}",
    ),
]


@pytest.mark.parametrize(
    ("level", "text", "told"),
    [("error", *case) for case in ERRORS] + [("warning", *case) for case in WARNINGS],
)
def test_a_finding_is_told_once_with_place_and_key(level: str, text: str, told: str) -> None:
    found = [f for f in linted(text) if f.level == level]
    lines = [f"{f.rule} {f}" for f in found if f.rule == told.split()[0]]
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
    assert linted(text or "version: 1") == ()


def test_without_git_nothing_is_said_about_paths_and_commits() -> None:
    plan, places = read("shared: [gone.py]\n" + tasks("title: t, done: abc1234"))
    assert lint(plan, places=places) == ()


def test_findings_come_in_the_order_of_the_plan() -> None:
    plan, places = read(
        "shared: ['']\nownership: {ghost: [a]}\n" + tasks("title: t, after: [x], owner: y")
    )
    told = [(f.line, f.column, f.key) for f in lint(plan, places=places)]
    assert told == [
        (1, 10, "shared[0]"),
        (2, 13, "ownership.ghost"),
        (6, 24, "groups[0].tasks[0].after[0]"),
        (6, 35, "groups[0].tasks[0].owner"),
    ]


def test_a_finding_in_a_block_names_the_line_of_the_value_and_not_of_its_task() -> None:
    text = """
sessions: {a: x}
groups:
- id: g
  tasks:
  - title: t
    owner: b
    after:
    - 'G.2'
    - gone
  - &base {title: u, done: abc1234}
  - <<: *base
"""
    told = [(f.line, f.column, f.rule, f.key) for f in linted(text)]
    assert told == [
        (7, 12, "unknown-session", "groups[0].tasks[0].owner"),
        (10, 7, "unknown-dependency", "groups[0].tasks[0].after[1]"),
        (11, 28, "unknown-commit", "groups[0].tasks[1].done"),
        (11, 28, "unknown-commit", "groups[0].tasks[2].done"),  # where its words stand
    ]


def test_a_key_that_was_never_written_stands_where_its_item_stands() -> None:
    found = linted("groups:\n- id: g\n  tasks:\n  - {id: G.2, title: t}\n  - u\n")
    assert [str(each).split(": ")[:2] for each in found] == [["5:5", "groups[0].tasks[1].id"]]


def test_an_odd_name_stands_in_the_key_as_the_reader_writes_it() -> None:
    (found,) = linted("ownership:\n  app/[id]: [web/]\n")
    assert str(found).startswith("2:3: ownership['app/[id]']: 'app/[id]' is no session")


def test_a_plan_made_in_code_has_the_lines_of_its_items_and_no_columns() -> None:
    plan, _ = read("shared:\n- a/../b")
    (found,) = lint(plan)
    assert (found.line, found.column) == (2, 0)
    assert str(found).startswith("2: shared[0]: pattern")


@pytest.mark.parametrize(
    ("pattern", "hint"),
    [
        ("app/[id]/page.tsx", r"app/\[id]/page.tsx"),
        ("/app/[id]/page.tsx", r"/app/\[id]/page.tsx"),
        ("app/[id]/", r"app/\[id]/"),
        ("app/[id]", r"app/\[id]"),
        ("[x].md", r"\[x].md"),
        ("app/[id]/pag", ""),
        ("app/[id]/page.tsx/", ""),
        ("app/[i-k]/page.tsx", ""),
        ("gone/page.tsx", ""),
    ],
)
def test_a_path_that_is_read_as_a_glob_is_told_how_to_be_written(pattern: str, hint: str) -> None:
    plan, _ = read(f"shared: ['{pattern}']")
    (found,) = lint(plan, ["[x].md", *TRACKED])
    _, _, told = found.message.partition("; did you mean ")
    assert told == (f"{hint}?" if hint else "")
    if hint:
        assert lint(read(f"shared: ['{hint}']")[0], ["[x].md", *TRACKED]) == ()


def test_a_hint_holds_no_control_characters() -> None:
    plan, _ = read('shared: ["a[\\e]"]')
    (found,) = lint(plan, ["a[\x1b]"])
    assert str(found) == r"1: shared[0]: 'a[\x1b]' matches no file that git tracks"


def test_nobody_may_own_patterns_without_being_a_session() -> None:
    plan = Plan(ownership=(Owned("gen/", "nobody"),))
    assert [finding.rule for finding in lint(plan)] == []
