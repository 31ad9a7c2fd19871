"""A plan written as a person would write it reads back as the very same plan."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.plan import (
    ChannelSettings,
    Check,
    Group,
    GuardSettings,
    Owned,
    Parameter,
    Part,
    Plan,
    Rule,
    Session,
    Shared,
    Task,
)
from coord_tui.core.plan_items import unplaced
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_text import plan_text
from tests.plans import TEXTS, generic, in_yaml, plans, read_back

TOP = Path(__file__).parents[2]
EXAMPLES = [TOP / "config.example.yaml", *sorted((TOP / "examples").glob("*.yaml"))]


def written(plan: Plan, **comments: str) -> str:
    return plan_text(plan, comments, schema="").removeprefix("version: 1\n").strip("\n")


@settings(max_examples=300, deadline=None)
@given(plans())
@example(Plan())
def test_reading_what_was_written_gives_the_same_plan(plan: Plan) -> None:
    assert read_back(plan_text(plan)) == in_yaml(plan)


@settings(max_examples=150, deadline=None)
@given(plans(), st.text(max_size=12) | st.sampled_from(["# x", "COORD.md:12", "a\nb: c", "\x85x"]))
def test_comments_change_nothing_of_what_is_read(plan: Plan, words: str) -> None:
    class Anything(dict[str, str]):
        def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401
            return f"{words} {key}" if len(key) % 3 else default

    assert read_back(plan_text(plan, Anything())) == in_yaml(plan)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_a_text_is_that_text_to_any_program(loader: type[Any], text: str) -> None:
    plan = Plan(
        project=text,
        rules=(Rule(text, text),),
        sessions=(Session("a", text, emails=(text, text)),),
        groups=with_ids(
            (Group("g", tasks=(Task(text), Task("t", files=(text,), done=text or "x"))),)
        ),
    )
    found = generic(plan_text(plan), loader)
    text = in_yaml(text)
    task, other = found["groups"][0]["tasks"]
    assert found.get("project", "") == text
    assert found["rules"][0].get("text", "") == found["rules"][0]["title"] == text
    assert found["sessions"]["a"]["emails"] == [text, text]
    assert (task, other["files"], other["done"]) == (text, [text], text or "x")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_survive(path: Path) -> None:
    plan = unplaced(load_plan(path).plan)
    assert read_back(plan_text(plan)) == plan


@pytest.mark.parametrize("name", ["two_sessions.yaml", "phased_roadmap.yaml"])
def test_it_writes_what_a_person_wrote(name: str) -> None:
    """The examples, but for their opening comment and quotes that need not be."""
    path = TOP / "examples" / name
    theirs = path.read_text().partition("\nversion: 1")[2].splitlines()
    ours = plan_text(load_plan(path).plan).partition("\nversion: 1")[2].splitlines()
    same = [line for line in theirs if line in ours]
    assert len(same) / len(theirs) > 0.9


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("one\ntwo", "    text: |-\n      one\n      two"),
        ("one\ntwo\n", "    text: |\n      one\n      two"),
        ("one\n\n  two  \n", "    text: |\n      one\n\n        two  "),
        (" one\ntwo", "    text: |2-\n       one\n      two"),
        ("\none\n", "    text: |2\n\n      one"),
        ("# one\n- two: x\n", "    text: |\n      # one\n      - two: x"),
        ("one\x07\ntwo", '    text: "one\\x07\\ntwo"'),
    ],
)
def test_a_text_of_several_lines_is_a_block(text: str, form: str) -> None:
    assert written(Plan(rules=(Rule("t", text),))) == f"rules:\n  - title: t\n{form}"


def test_short_things_are_in_brackets_and_bare_where_they_can_be() -> None:
    plan = Plan(
        project="atlas",
        sessions=(Session("ana", "front, end"), Session("bo"), Session("cy", kind="agent")),
        ownership=(Owned("web/", "ana"), Owned("*.css", "ana"), Owned("api/", "bo", "all, of it")),
        shared=(Shared("x.py", "", (Part("ana"), Part("bo", "b"))), Shared("y.py")),
        checks=(Check("c", "x {p}", parameters=(Parameter("p", "1"),)),),
        channel=ChannelSettings(wait=90),
        guard=GuardSettings("block"),
    )
    assert written(plan) == (
        "project: atlas\n\n"
        'sessions:\n  ana: front, end\n  bo: ""\n  cy: {kind: agent}\n\n'
        'ownership:\n  ana: [web/, "*.css"]\n  bo:\n    - {path: api/, note: "all, of it"}\n\n'
        "shared:\n  - {path: x.py, sessions: {ana: {}, bo: b}}\n  - y.py\n\n"
        'checks:\n  - {name: c, run: "x {p}", parameters: {p: "1"}}\n\n'
        "channel:\n  wait: 90s\n\nguard:\n  mode: block"
    )


def test_an_id_that_comes_from_group_and_position_is_not_written() -> None:
    groups = (Group("phase-0", tasks=(Task("a"), Task("b", id="X1"), Task("c", owner="x"))),)
    text = written(Plan(groups=with_ids(groups)))
    assert "P0" not in text
    assert "- {id: X1, title: b}" in text


def test_a_comment_stands_at_the_end_of_the_first_line_of_its_item() -> None:
    tasks = (
        Task("Plan", "S4", after=("S1", "S2"), details="one\ntwo\n", done="fb17380"),
        Task("Short", "S5"),
    )
    plan = Plan(
        project="atlas",
        sessions=(Session("ana", "x"), Session("bo", kind="agent")),
        ownership=(Owned("web/", "ana"), Owned("api/", "ana", "cold")),
        rules=(Rule("Style", "a\nb\n"), Rule("one\ntwo")),
        groups=(Group("r", tasks=tuple(task._replace(group="r") for task in tasks)),),
    )
    keys = [
        *("project", "session:ana", "session:bo", "owned:ana:web/", "owned:ana:api/", "rule:Style"),
        *(
            "rule:one\ntwo",
            "group:r",
            "task:S4",
            "after:S4:S1",
            "after:S4:S2",
            "done:S4",
            "task:S5",
        ),
    ]
    text = plan_text(plan, {key: f"C.md:{number}" for number, key in enumerate(keys)}, schema="")
    assert text == (
        "version: 1\nproject: atlas  # C.md:0\n\n"
        "sessions:\n  ana: x  # C.md:1\n  bo: {kind: agent}  # C.md:2\n\n"
        "ownership:\n  ana:\n    - web/  # C.md:3\n    - {path: api/, note: cold}  # C.md:4\n\n"
        "rules:\n  - title: Style  # C.md:5\n    text: |\n      a\n      b\n"
        "  - title: |-  # C.md:6\n      one\n      two\n\n"
        "groups:\n  - id: r  # C.md:7\n    tasks:\n"
        "      - id: S4  # C.md:8\n        title: Plan\n"
        "        after: [S1, S2]  # C.md:9; C.md:10\n"
        "        details: |\n          one\n          two\n"
        "        done: fb17380  # C.md:11\n"
        "      - id: S5  # C.md:12\n        title: Short\n"
    )


def test_one_comment_for_a_task_and_what_it_says_of_itself_leaves_it_on_one_line() -> None:
    plan = Plan(groups=(Group("r", tasks=(Task("x", "S4", done=True, group="r"),)),))
    text = written(plan, **{"task:S4": "C.md:3", "done:S4": "C.md:3"})
    assert text.endswith("- {id: S4, title: x, done: true}  # C.md:3")


def test_what_a_task_says_of_itself_on_its_own_line_has_no_second_comment() -> None:
    task = Task("x", "S4", done=True, details="a\nb\n", group="r")
    text = written(
        Plan(groups=(Group("r", tasks=(task,)),)), **{"task:S4": "C:3", "done:S4": "C:3"}
    )
    assert text.count("# C:3") == 1


def test_a_comment_is_one_line_whatever_it_holds() -> None:
    text = written(Plan(project="x"), project="a\nb\x85c\u2028d\x1b  e")
    assert text == "project: x  # a b c d e"


def test_the_first_line_names_the_schema() -> None:
    assert plan_text(Plan()).startswith(
        "# yaml-language-server: $schema=coord_tui/plan.schema.json\n"
    )
    assert plan_text(Plan(), schema="") == "version: 1\n"
