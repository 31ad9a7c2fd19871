"""What was agreed to goes into the text of the plan; every other line stays as it was written."""

from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coord_tui.adapters.plan_editing import PlanKept, edit_plan
from coord_tui.adapters.plan_file import PlanBroken, parse_plan
from coord_tui.core.lint import lint
from coord_tui.core.plan import Plan
from coord_tui.core.plan_items import unplaced
from coord_tui.core.plan_merge import changes, merged
from coord_tui.core.plan_text import plan_text
from tests.plans import in_yaml, plans

PLANS = plans().map(in_yaml)
TOP = Path(__file__).parents[2]
EXAMPLES = [TOP / "config.example.yaml", *sorted((TOP / "examples").glob("*.yaml"))]


def after(source: str | bytes, new: str | Plan, *keys: str) -> str:
    """The text with what `new` says; only of the items named, if any are."""
    found = parse_plan(source if isinstance(source, bytes) else source.encode())
    plan = parse_plan(new.encode()).plan if isinstance(new, str) else new
    agreed = keys or [change.key for change in changes(found.plan, plan)]
    return edit_plan(found, merged(found.plan, plan, agreed), "coord.yaml").decode()


BLOCK = """\
# ours
version: 1
project: atlas   # the name

sessions:
  ana: frontend  # she
  bo:
    kind: agent  # it

ownership:
  ana:
  - web/     # pages
  - {path: "*.css", note: looks}

rules:
  - title: Style
    text: |      # Markdown
      One.
      Two.

groups:
- id: round-1
  title: Round 1   # first

  tasks:
  - Write it       # soon
  - id: S2
    # about it
    title: Read it
    after: [R1.1]  # in order
  # no more

guard: {mode: warn}
# the end
"""
SESSIONS = "sessions: {ana: frontend, bo: {kind: agent}}\n"


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        ("project: other", ["-project: atlas   # the name", "+project: other   # the name"]),
        ("sessions: {cy: x}", ["+  cy: x"]),
        ("sessions: {bo: {role: api}}", ["+    role: api"]),
        (
            "sessions: {ana: {emails: [a@b]}}",
            ["-  ana: frontend  # she", "+  ana: {role: frontend, emails: [a@b]}  # she"],
        ),
        (
            f"sessions: {{ana: {{worktree: {'w' * 90}}}}}",
            [
                "-  ana: frontend  # she", "+  ana:  # she", "+    role: frontend",
                f"+    worktree: {'w' * 90}",
            ],
        ),
        (f"{SESSIONS}ownership: {{ana: [lib/]}}", ["+  - lib/"]),
        (f"{SESSIONS}ownership: {{bo: [api/]}}", ["+  bo: [api/]"]),
        (
            f"{SESSIONS}ownership: {{ana: [{{path: web/, note: all}}]}}",
            ["-  - web/     # pages", "+  - {path: web/, note: all}     # pages"],
        ),
        (
            f"{SESSIONS}ownership: {{ana: [{{path: '*.css', note: style}}]}}",
            ['-  - {path: "*.css", note: looks}', '+  - {path: "*.css", note: style}'],
        ),
        (
            "rules: [{title: Style, text: Three.}]",
            [
                "-    text: |      # Markdown", "-      One.", "-      Two.",
                "+    text: Three.      # Markdown",
            ],
        ),
        (
            "rules: [{title: Style, text: \"Three.\\nFour.\\n\"}]",
            ["-      One.", "-      Two.", "+      Three.", "+      Four."],
        ),
        ("rules: [{title: New, text: x}]", ["+  - title: New", "+    text: x"]),
        ("docs: [a.md]", ["+docs:", "+  - a.md"]),
        ("guard: {mode: block}", ["-guard: {mode: warn}", "+guard: {mode: block}"]),
        (
            "groups: [{id: round-1, tasks: [{title: Write it, done: fb17380}]}]",
            ["-  - Write it       # soon", "+  - {title: Write it, done: fb17380}       # soon"],
        ),
        (
            "groups: [{id: round-1, tasks: [Write it, {id: S2, title: Read it, after: [S3],"
            " details: \"a\\nb\\n\"}, {id: S3, title: More}]}]",
            [
                "-    after: [R1.1]  # in order", "+    after: [R1.1, S3]  # in order",
                "+    details: |", "+      a", "+      b", "+  - id: S3", "+    title: More",
            ],
        ),
        (
            "groups: [{id: round-2, state: current, tasks: [x]}]",
            ["+", "+- id: round-2", "+  state: current", "+  tasks:", "+    - x"],
        ),
        ("groups: [{id: round-1, state: done}]", ["+  state: done"]),
    ],
)  # fmt: skip
def test_only_the_lines_that_say_something_else_change(new: str, lines: list[str]) -> None:
    diff = unified_diff(BLOCK.splitlines(), after(BLOCK, new).splitlines(), n=0, lineterm="")
    found = [line for line in diff if not line.startswith(("---", "+++", "@@"))]
    assert [line for line in found if line != "+"] == [line for line in lines if line != "+"]


@pytest.mark.parametrize(
    ("source", "new", "text"),
    [
        ("rules:\n- title: x\n  text: |\n    one\n    two", "docs: [a]",
            "rules:\n- title: x\n  text: |-\n    one\n    two\n\ndocs:\n  - a\n"),
        ("version: 1", "project: x", "version: 1\nproject: x\n"),
        ("version: 1\r\ngroups:\r\n- id: a\r\n", "groups: [{id: a, tasks: [b, c]}]",
            "version: 1\r\ngroups:\r\n- id: a\r\n  tasks:\r\n    - b\r\n    - c\r\n"),
        ("\ufeffproject: x\n", "project: z", "\ufeffproject: z\n"),
        ("{project: x, docs: [a]}\n", "docs: [b]", "{project: x, docs: [a, b]}\n"),
        ("{project: x}\n", "docs: [b]", "{project: x, docs: [b]}\n"),
        ("sessions: {ana: , bo: x}\n", "sessions: {ana: a, bo: {kind: agent}}",
            "sessions: {ana: a, bo: {role: x, kind: agent}}\n"),
        ("sessions:\n  ana:\n  bo: ~ # b\n", "sessions: {ana: a, bo: b}",
            "sessions:\n  ana: a\n  bo: b # b\n"),
        ("docs: []\n", "docs: [a, b]", "docs:\n  - a\n  - b\n"),
        ("docs: [] # none\n", "docs: [a]", "docs: # none\n  - a\n"),
        ("docs: [\n  # none\n]\n", "docs: [a]", "docs: [a]\n"),
        ("{docs: []}\n", "docs: [a]", "{docs: [a]}\n"),
        ("groups: []\n", "groups: [{id: a, tasks: [b]}]",
            "groups:\n  - id: a\n    tasks:\n      - b\n"),
        ("docs: [a,]\n", "docs: [b]", "docs: [a, b,]\n"),
        ("docs: [\n  a, # x\n  b # y\n]\n", "docs: [c]", "docs: [\n  a, # x\n  b, c # y\n]\n"),
        ("docs: # none yet\nproject: x\n", "docs: [c]", "docs: # none yet\n  - c\nproject: x\n"),
        ("groups:\n  - id: a\n    tasks:\n      # - {id: T1}\n", "groups: [{id: a, tasks: [b]}]",
            "groups:\n  - id: a\n    tasks:\n      - b\n      # - {id: T1}\n"),
        ("groups:\n  - id: a\n    title: x\n", "groups: [{id: b, title: z}]",
            "groups:\n  - id: a\n    title: x\n\n  - id: b\n    title: z\n"),
        ("docs:\n-\n  path: a\n-   path: b\n    note: n\n", "docs: [{path: a, note: m}, c]",
            "docs:\n-\n  path: a\n  note: m\n-   path: b\n    note: n\n- c\n"),
        ("groups:\n- id: a\n  tasks:\n  - b\n\n  # - old\n  # - older\n# so\n- id: z\n",
            "groups: [{id: a, tasks: [c]}]",
            "groups:\n- id: a\n  tasks:\n  - b\n\n  # - old\n  # - older\n  - c\n# so\n- id: z\n"),
        ("docs:\n- a\n# - b\n# the end\nproject: x\n", "docs: [c]",
            "docs:\n- a\n# - b\n- c\n# the end\nproject: x\n"),
        ("sessions:\n  ana: x\n  # bo: y\n# more\n", "sessions: {cy: z}",
            "sessions:\n  ana: x\n  # bo: y\n  cy: z\n# more\n"),
        ("docs:\n  - a\n  # - b", "docs: [c]", "docs:\n  - a\n  # - b\n  - c\n"),
        ("project: 'it''s'\n", "project: \"it is\"", "project: it is\n"),
        ("---\nproject: x\n...\n", "docs: [a]", "---\nproject: x\n\ndocs:\n  - a\n...\n"),
    ],
)  # fmt: skip
def test_however_a_plan_is_written(source: str, new: str, text: str) -> None:
    assert after(source, new) == text


def test_what_moves_to_another_session_leaves_its_line() -> None:
    source = f"{SESSIONS}ownership:\n  ana:\n    - web/\n    - lib/  # hers\n  bo: [api/, x/]\n"
    new = f"{SESSIONS}ownership: {{bo: [web/], ana: [x/]}}"
    assert after(source, new) == (
        f"{SESSIONS}ownership:\n  ana:\n    - lib/  # hers\n    - x/\n  bo: [api/, web/]\n"
    )


def test_what_is_left_empty_is_written_as_an_empty_list() -> None:
    source = f"{SESSIONS}ownership:\n  ana:\n  - web/\nshared:\n  - x.py\n"
    new = f"{SESSIONS}ownership: {{bo: [web/, x.py]}}"
    assert after(source, new) == (
        f"{SESSIONS}ownership:\n  ana: []\n  bo: [web/, x.py]\nshared: []\n"
    )
    moved = "groups:\n- id: a\n  tasks:\n  - id: S1\n    title: x\n- id: b\n"
    assert after(moved, "groups: [{id: b, tasks: [{id: S1, title: x}]}]") == (
        "groups:\n- id: a\n  tasks: []\n- id: b\n  tasks:\n    - {id: S1, title: x}\n"
    )


def test_a_session_that_owns_nothing_yet_is_no_obstacle() -> None:
    for empty in ("", " []"):
        source = f"{SESSIONS}ownership:\n  bo:{empty}\n  ana: [web/]\n"
        made = after(source, f"{SESSIONS}ownership: {{bo: [api/]}}")
        assert "api/" in made
        assert [one.session for one in parse_plan(made.encode()).plan.ownership] == ["bo", "ana"]


def test_an_id_is_put_to_a_task_that_had_none() -> None:
    source = "groups:\n- id: a\n  tasks:\n  - Read  # soon\n  - {title: Write, after: [A.1]}\n"
    assert after(source, "groups: [{id: a, tasks: [{id: S1, title: Read}]}]") == (
        "groups:\n- id: a\n  tasks:\n  - {id: S1, title: Read}  # soon\n"
        "  - {title: Write, after: [S1]}\n"
    )


def test_what_is_put_into_an_item_says_where_it_was_read() -> None:
    found = parse_plan(b"groups:\n  - id: a\n    tasks:\n      - id: S1\n        title: x\n")
    new = parse_plan(b"groups: [{id: a, tasks: [{id: S1, title: x, details: d, done: true}]}]").plan
    comments = {"task:S1": "A.md:3", "done:S1": "A.md:9"}
    keys = [change.key for change in changes(found.plan, new)]
    made = edit_plan(found, merged(found.plan, new, keys), "coord.yaml", comments).decode()
    assert "        details: d  # A.md:3\n" in made
    assert "        done: true  # A.md:9\n" in made


@pytest.mark.parametrize(
    ("source", "new", "why"),
    [
        ("sessions: {ana: &a {role: x}, bo: *a}\n", "sessions: {bo: {kind: agent}}", "line 1"),
        ("sessions: {ana: &a {role: x}, bo: *a}\n", "sessions: {ana: {kind: agent}}", "in place"),
        (f"{SESSIONS}ownership:\n  ana:\n  - web/ # hers\n  - b/\n",
            f"{SESSIONS}ownership: {{bo: [web/]}}", "line 4 has to go by hand"),
        (f"{SESSIONS}ownership:\n  ana:\n  - web/ # hers\n",
            f"{SESSIONS}ownership: {{bo: [web/]}}", "line 4 has to go by hand"),
        (f"{SESSIONS}ownership:\n  ana:\n  - b/\n  # since May\n  - web/\n",
            f"{SESSIONS}ownership: {{bo: [web/]}}", "line 6 has to go by hand"),
        ("groups:\n- id: a\n  tasks:\n  - {id: S1, title: x}\n  - y\n- id: b\n",
            "groups: [{id: b, tasks: [{id: S1, title: x}]}]",
            "coord.yaml:5: the task there has its id A.2 by its place, and would get another: "
            "write `id: A.2` first"),
        ("groups: [{id: a, tasks: [{id: S1, title: x}]}]\n",
            "groups: [{id: a, tasks: [{id: S1, title: x, after: [S2]},"
            " {id: S2, title: y, after: [S1]}]}]",
            r"would be broken: groups\[0\]\.tasks"),
    ],
)  # fmt: skip
def test_what_has_to_be_done_by_hand_is_refused(source: str, new: str, why: str) -> None:
    found = parse_plan(source.encode())
    plan = unplaced(_loosely(new))
    with pytest.raises(PlanKept, match=why):
        edit_plan(
            found,
            merged(found.plan, plan, [c.key for c in changes(found.plan, plan)]),
            "coord.yaml",
        )


def _loosely(text: str) -> Plan:
    from coord_tui.adapters.plan_yaml import read_nodes
    from coord_tui.core.plan_reader import read_plan

    root, _ = read_nodes(text.encode())
    assert root is not None
    plan, _, _ = read_plan(root)
    assert plan is not None
    return plan


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@settings(max_examples=120, deadline=None)
@given(new=PLANS, ends=st.sampled_from(["\n", "\r\n"]), final=st.booleans())
def test_any_import_into_the_examples(path: Path, new: Plan, ends: str, final: bool) -> None:
    """The right plan or a refusal; what stays is every line but those that say something else."""
    text = path.read_text().replace("\n", ends)
    text = text if final else text.rstrip()
    found = parse_plan(text.encode())
    keys = [change.key for change in changes(found.plan, new) if change.adds]
    wanted = merged(found.plan, new, keys)
    broken = [one for one in lint(wanted) if one.level == "error"]
    if broken:
        with pytest.raises(PlanKept, match="broken"):
            edit_plan(found, wanted, "coord.yaml")
        return
    made = edit_plan(found, wanted, "coord.yaml").decode()
    assert unplaced(parse_plan(made.encode()).plan) == unplaced(wanted)
    theirs, ours = text.split(ends), made.split(ends)
    assert sum(line not in ours for line in theirs) <= len(keys)


@settings(max_examples=150, deadline=None)
@given(old=PLANS, new=PLANS)
def test_any_import_into_any_plan(old: Plan, new: Plan) -> None:
    try:
        found = parse_plan(plan_text(old).encode())
    except PlanBroken:
        return
    wanted = merged(found.plan, new, [change.key for change in changes(found.plan, new)])
    try:
        made = edit_plan(found, wanted, "coord.yaml")
    except PlanKept:
        return
    assert unplaced(parse_plan(made).plan) == unplaced(wanted)
