"""Who may edit what: every rule of the guard, in both modes, over facts that the fold has made."""

import pytest

from coord_tui.core.events import ChannelLine, Event
from coord_tui.core.fold import Folded, fold
from coord_tui.core.guard_facts import facts_of, leaves_over_time
from coord_tui.core.guard_view import Facts
from coord_tui.core.guarding import Finding, is_allowed, judge, tasks_of
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import GuardSettings, Session, Shared, Task
from coord_tui.core.times import text_of
from tests.builders import DAY, HOUR, MINUTE, NOW, event, group, plan, task

MINE, THEIRS, SHARED, FREE = "atlas/agents/a.py", "atlas/mcp/t.py", "atlas/config.py", "README.md"
THIRD = Session("third", "tests", emails=("third@example.com",))


def folded(
    *events: Event, mode: str = "warn", tasks: tuple[Task, ...] = (), **more: object
) -> Folded:
    """What the events make of a plan of three sessions."""
    usual = plan(group("g", *tasks), **more)
    sessions = (*usual.sessions, THIRD)
    found = usual._replace(sessions=sessions, guard=GuardSettings(mode))  # type: ignore[arg-type]
    return fold(found, [ChannelLine(n, one) for n, one in enumerate(events, 1)])


def judged(path: str, made: Folded, me: str = "senior", **more: object) -> list[Finding]:
    """The findings of one path."""
    facts = Facts(**facts_of(made.state))  # type: ignore[arg-type]
    ownership = Ownership.from_plan(made.state.plan)
    return judge([path], me, ownership, facts, NOW, **more)  # type: ignore[arg-type]


def rules(path: str, *events: Event, me: str = "senior", tasks: tuple[Task, ...] = ()) -> list[str]:
    """The rules that the path offends."""
    return [found.rule for found in judged(path, folded(*events, tasks=tasks), me)]


def asked(path: str, by: str = "senior", *, ago: float = HOUR) -> Event:
    return event("ask", by, ago=ago, id="ask", path=path, why="to fix it")


def granted(*, ago: float = MINUTE, **more: str) -> Event:
    return event("grant", "junior", ago=ago, request="ask", **more)


RESERVED = event("reserve", "junior", pattern="docs/**", intent="rewrite")
LOOSE = event("reserve", "junior", pattern="docs/**", exclusive=False)
ANNOUNCED = event("announce", "junior", path=SHARED, intent="a timeout")
SAID = event("announce", "senior", path=SHARED, intent="a section")
WORK = (task("J9", files=("atlas/config.py", "docs/")),)
ALL_WORK = (task("J9", files=("atlas/mcp/",)),)
CLAIMED = event("claim", "junior", task="J9")
THIRD_IN_IT = (
    event("ask", "third", ago=HOUR, id="third's", path=THEIRS, why="x"),
    event("grant", "junior", ago=HOUR, request="third's"),
    event("announce", "third", path=THEIRS, intent="x"),
)
IN_IT = event("announce", "junior", path=THEIRS, intent="x")
OLD = event("reserve", "junior", ago=3 * HOUR, pattern="docs/**")

CASES: dict[str, tuple[list[str], list[str]]] = {
    "one's own file": (rules(MINE), []),
    "nobody's file": (rules(FREE), []),
    "another's file": (rules(THEIRS), ["owner"]),
    "another's file, asked for": (rules(THEIRS, asked(THEIRS)), ["owner"]),
    "granted": (rules(THEIRS, asked(THEIRS), granted()), []),
    "granted to somebody else": (rules(THEIRS, asked(THEIRS, "third"), granted()), ["owner"]),
    "another file granted": (rules(THEIRS, asked("atlas/mcp/u.py"), granted()), ["owner"]),
    "granted with all around it": (
        rules(THEIRS, asked("atlas/mcp/u.py"), granted(scope="atlas/mcp/")),
        [],
    ),
    "granted until later": (
        rules(THEIRS, asked(THEIRS), granted(until=text_of(NOW + MINUTE))),
        [],
    ),
    "granted until before": (rules(THEIRS, asked(THEIRS), granted(until=text_of(NOW))), ["owner"]),
    "granted until no moment": (rules(THEIRS, asked(THEIRS), granted(until="soon")), ["owner"]),
    "granted, then denied": (
        rules(THEIRS, asked(THEIRS), granted(), event("deny", "junior", request="ask", words="no")),
        ["owner"],
    ),
    "granted, and its owner is in it": (rules(THEIRS, asked(THEIRS), granted(), IN_IT), []),
    "granted, and its owner holds it with a claim": (
        rules(THEIRS, CLAIMED, asked(THEIRS), granted(), tasks=ALL_WORK),
        [],
    ),
    "granted, but a third session is in it": (
        rules(THEIRS, *THIRD_IN_IT, asked(THEIRS), granted()),
        ["reserved"],
    ),
    "another file granted, and its owner is in it": (
        rules(THEIRS, asked("atlas/mcp/u.py"), granted(), IN_IT),
        ["owner"],
    ),
    "another's file that it holds itself": (
        rules(THEIRS, event("reserve", "junior", path=THEIRS)),
        ["owner"],
    ),
    "a reserved file of nobody": (rules("docs/a.md", RESERVED), ["reserved"]),
    "loosely reserved": (rules("docs/a.md", LOOSE), []),
    "reserved by oneself": (rules("docs/a.md", RESERVED, me="junior"), []),
    "reserved and expired": (rules("docs/a.md", OLD), []),
    "reserved and kept by a sign of life": (
        rules("docs/a.md", OLD._replace(at=text_of(NOW - HOUR)), event("say", text="x")),
        ["reserved"],
    ),
    "reserved for longer": (
        rules("docs/a.md", OLD._replace(fields={"pattern": "docs/**", "lasts": DAY})),
        ["reserved"],
    ),
    "a file of nobody, held with a claim": (rules("docs/a.md", CLAIMED, tasks=WORK), ["reserved"]),
    "shared, not announced": (rules(SHARED), ["announce"]),
    "shared and announced": (rules(SHARED, SAID), []),
    "shared, announced by another": (rules(SHARED, ANNOUNCED), ["reserved"]),
    "shared, held with another's claim": (rules(SHARED, CLAIMED, tasks=WORK), ["announce"]),
    "shared, held with one's own claim": (
        rules(SHARED, CLAIMED, me="junior", tasks=WORK),
        ["announce"],
    ),
    "an unknown person, another's file": (rules(THEIRS, me=""), ["session"]),
    "an unknown person, a shared file": (rules(SHARED, me=""), ["session"]),
    "an unknown person, a reserved file": (rules("docs/a.md", RESERVED, me=""), ["session"]),
    "an unknown person, nobody's file": (rules(FREE, me=""), []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_most_telling_rule_is_found(case: str) -> None:
    found, expected = CASES[case]
    assert found == expected


SENTENCES = [
    (THEIRS, (), "senior", f"""{THEIRS} is junior's: ask first, `coord-tui ask {THEIRS} "why"`"""),
    (
        SHARED, (), "senior",
        f"""{SHARED} is shared: say first what you change, """
        f"""`coord-tui announce {SHARED} "what for\"`""",
    ),
    (
        "docs/a b.md", (RESERVED,), "senior",
        "docs/a b.md is reserved by junior for \"rewrite\": `coord-tui ask 'docs/a b.md' \"why\"` "
        "asks for it, or `coord-tui wait --path 'docs/a b.md'`",
    ),
    (
        SHARED, (ANNOUNCED,), "senior",
        f'{SHARED} is announced by junior for "a timeout": `coord-tui ask {SHARED} "why"` '
        f"asks for it, or `coord-tui wait --path {SHARED}`",
    ),
    (
        THEIRS, (), "",
        f"{THEIRS} is junior's, and who edits it is not known: "
        "name yourself, `coord-tui whoami NAME`",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("path", "events", "me", "sentence"), SENTENCES)
@pytest.mark.parametrize("mode", ["warn", "block"])
def test_a_finding_says_what_whose_and_what_to_do(
    path: str, events: tuple[Event, ...], me: str, sentence: str, mode: str
) -> None:
    (found,) = judged(path, folded(*events, mode=mode), me)
    assert (found.path, found.message, found.level) == (path, sentence, mode)
    assert is_allowed([found]) == (mode == "warn")


def test_a_file_held_with_a_task_names_the_task() -> None:
    (found,) = judged("docs/a.md", folded(CLAIMED, tasks=WORK))
    assert found.message == (
        'docs/a.md is held with J9 by junior for "Task J9": `coord-tui wait --path docs/a.md`, '
        'or `coord-tui say "why" --to junior`'
    )


def test_long_words_of_others_are_cut() -> None:
    made = folded(RESERVED._replace(fields={"pattern": "docs/**", "intent": "x" * 5000}))
    assert len(judged("docs/a.md", made)[0].message) < 300


def test_commands_are_spelled_for_the_folder_one_is_in() -> None:
    made = folded()
    assert "ask mcp/t.py " in judged(THEIRS, made, folder="atlas")[0].message
    assert "ask ../../mcp/t.py " in judged(THEIRS, made, folder="atlas/agents/x")[0].message
    elsewhere = judged(THEIRS, made, program="coord-tui --repo /r")[0]
    assert f"`coord-tui --repo /r ask {THEIRS} " in elsewhere.message


HERE = {"junior", "third"}
BUNDLES: dict[str, tuple[list[Finding], list[str]]] = {
    "its own files": (judged(MINE, folded(), here=HERE), []),
    "another's, who is elsewhere": (judged(THEIRS, folded(), here={"third"}), ["owner"]),
    "another's, who is here": (judged(THEIRS, folded(), here=HERE), ["bundle"]),
    "granted": (judged(THEIRS, folded(asked(THEIRS), granted()), here=HERE), []),
    "granted, and its owner is in it": (
        judged(THEIRS, folded(asked(THEIRS), granted(), IN_IT), here=HERE), [],
    ),
    "granted, and a third session is in it": (
        judged(THEIRS, folded(*THIRD_IN_IT, asked(THEIRS), granted()), here=HERE), ["bundle"],
    ),
    "nobody's, reserved by one who is here": (
        judged("docs/a.md", folded(RESERVED), here=HERE), ["bundle"],
    ),
    "nobody's, loosely reserved": (judged("docs/a.md", folded(LOOSE), here=HERE), ["bundle"]),
    "nobody's, held with a claim": (
        judged("docs/a.md", folded(CLAIMED, tasks=WORK), here=HERE), ["bundle"],
    ),
    "shared, announced by one who is here": (
        judged(SHARED, folded(ANNOUNCED), here=HERE), ["bundle"],
    ),
    "shared, announced by oneself, claimed by one who is here": (
        judged(SHARED, folded(CLAIMED, SAID, tasks=WORK), here=HERE), [],
    ),
    "one's own, loosely reserved by one with a grant": (
        judged(MINE, folded(
            event("ask", "junior", id="a", path=MINE, why="x"),
            event("grant", "senior", request="a"),
            event("reserve", "junior", path=MINE, exclusive=False),
        ), here=HERE), [],
    ),
    "an unknown person, files of one session": (
        judged(THEIRS, folded(), me="", here=HERE), ["session"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BUNDLES)
def test_in_a_shared_working_tree_the_changes_of_others_are_no_part_of_a_commit(case: str) -> None:
    found, expected = BUNDLES[case]
    assert [one.rule for one in found] == expected


@pytest.mark.parametrize("mode", ["warn", "block"])
def test_a_bundle_is_refused_in_either_mode(mode: str) -> None:
    (found,) = judged(THEIRS, folded(mode=mode), here=HERE)
    assert found.level == "block"
    assert found.message == (
        f"{THEIRS} is junior's, who works in this working tree too "
        "and commits it with COORD_SESSION=junior: leave it out"
    )


def test_an_unknown_person_cannot_be_two_sessions() -> None:
    made = folded(event("reserve", "third", pattern="docs/**"))
    facts = Facts(**facts_of(made.state))  # type: ignore[arg-type]
    ownership = Ownership.from_plan(made.state.plan)
    found = judge([THEIRS, "docs/a.md", FREE], "", ownership, facts, NOW, here=HERE)
    assert [(one.path, one.rule) for one in found] == [(THEIRS, "bundle"), ("docs/a.md", "bundle")]


TASKS = (task("A", files=("src/",)), task("B"), task("C", files=("docs/*.md", "top.py")))


@pytest.mark.parametrize(
    ("held", "paths", "expected"),
    [
        ("A", ["src/x.py", "y.py"], ["A"]),
        ("A", ["y.py"], []),
        ("AC", ["src/x.py", "docs/a.md"], ["A", "C"]),
        ("C", ["top.py"], ["C"]),
        ("C", ["deep/top.py"], []),
        ("B", ["anything"], ["B"]),
        ("B", [], []),
        ("AB", ["anything"], []),
        ("AB", ["src/x.py"], ["A"]),
        ("", ["src/x.py"], []),
    ],
)
def test_the_tasks_of_a_commit_are_those_one_holds_and_whose_files_it_has(
    held: str, paths: list[str], expected: list[str]
) -> None:
    made = folded(*(event("claim", "senior", task=id) for id in held), tasks=TASKS)
    facts = Facts(**facts_of(made.state))  # type: ignore[arg-type]
    assert tasks_of(paths, "senior", facts) == expected
    assert tasks_of(paths, "junior", facts) == []


def test_a_session_that_joined_is_known_but_has_no_email() -> None:
    facts = Facts(**facts_of(folded(event("join", "fourth", role="x")).state))  # type: ignore[arg-type]
    assert set(facts.sessions) == {"senior", "junior", "third", "fourth"}
    assert facts.with_email("THIRD@example.com") == ["third"]
    assert facts.with_email("") == []


def test_grants_keep_their_span_until_they_end_or_are_answered_otherwise() -> None:
    events = (
        asked(THEIRS, ago=9 * HOUR),
        granted(ago=8 * HOUR, until=text_of(NOW - HOUR)),
        event("deny", "junior", ago=6 * HOUR, request="ask", words="enough"),
        granted(ago=4 * HOUR, scope="atlas/mcp/"),
        granted(ago=3 * HOUR, scope="["),
    )
    lines = [ChannelLine(n, one) for n, one in enumerate(events, 1)]
    made = folded(*events, shared=(Shared("x"),))
    assert leaves_over_time(lines, made) == [
        ["senior", "junior", f"/{THEIRS}", NOW - 8 * HOUR, NOW - 6 * HOUR],
        ["senior", "junior", "atlas/mcp/", NOW - 4 * HOUR, 0],
    ]
