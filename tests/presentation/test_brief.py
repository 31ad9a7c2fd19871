"""What an agent reads when it starts; it fits on a screen whatever there is to say."""

import pytest

from coord_tui.core.board import Board
from coord_tui.core.contact import Contact
from coord_tui.core.plan import Owned, Rule, Session, Shared
from coord_tui.core.tree import Branch
from coord_tui.presentation.brief import COMMANDS, MOST, brief_lines, fit_bytes
from tests.builders import (
    HOUR,
    MINUTE,
    NASTY,
    NOW,
    board,
    event,
    group,
    harmless,
    plain,
    plan,
    snapshot,
    task,
    worktree,
)

BUSY = board(
    plan(
        group(
            "g", task("S1", "Planner", "senior"), task("S2", "Router", "senior"),
            task("J1", "Approval", "junior", after=("S2",)), task("J2", "Mail", "junior"),
        ),
        rules=(Rule("Branch discipline"), Rule("Workflow")),
    ),
    event("claim", "senior", ago=MINUTE, task="S1"),
    event("announce", "senior", path="atlas/config.py", intent="x"),
    event("claim", "junior", ago=12 * MINUTE, via="command", task="J2"),
    event("ask", "junior", ago=12 * MINUTE, id="xx3f9a", via="command", path="atlas/agents/a.py",
          why="w"),
    event("ask", "senior", id="yy77aa", path="atlas/mcp/b.py", why="w"),
    event("say", "junior", ago=12 * MINUTE, via="command", text="pull first"),
)  # fmt: skip
BEHIND = worktree(branch=Branch("main", "f", "origin/main", behind=3))


def text(found: Board, me: str = "senior") -> str:
    lines = brief_lines(snapshot(found._replace(me=me), BEHIND))
    return "\n".join(plain(line).rstrip() for line in lines) + "\n"


def test_the_facts_are_told_in_order_and_the_commands_last() -> None:
    lines = text(BUSY).splitlines()
    assert lines[: -len(COMMANDS)] == [
        "you are  senior: architecture",
        "pull     origin/main has 3 commits more, as last fetched: pull before you edit",
        "own      atlas/agents/",
        "shared   atlas/config.py announced, next: pull",
        "hold     S1 Planner, atlas/config.py (2h left)",
        "ready    S2 Router  (frees J1)",
        "others   junior (last seen 12m ago by command): J2",
        "requests 3f9a junior asks for atlas/agents/a.py: grant or deny it",
        "         77aa you asked junior for atlas/mcp/b.py",
        "unread   1: junior says “pull first”",
        "rules    Branch discipline, Workflow",
        "remote   not synced yet",
    ]
    assert all(line.startswith("coord-tui ") for line in lines[-len(COMMANDS) :])


def test_what_one_reserved_is_told_with_its_time_and_that_it_ran_out() -> None:
    held = event("announce", "senior", ago=9 * MINUTE, path="atlas/config.py", intent="x")
    short = event("reserve", "senior", ago=9 * MINUTE, path="docs/a.md", lasts=5 * MINUTE)
    found = text(board(None, held, short))
    assert "hold     atlas/config.py (1h 51m left), docs/a.md (expired 4m ago)\n" in found


def test_when_nothing_is_ready_it_says_how_to_learn_why() -> None:
    taken = text(board(None, event("claim", "junior", task="S1", takeover=True, reason="r")))
    assert "ready    nothing for you: `coord-tui ready --explain` says why" in taken


def test_an_observer_is_told_how_to_be_somebody() -> None:
    first = text(BUSY._replace(withdrawn=()), me="").splitlines()[0]
    assert first == (
        "you are  an observer: name yourself with --as NAME, or `coord-tui whoami NAME`"
    )


LONG = "漢字" * 60 + "é" * 40


def crowded(name: str) -> Board:
    """Three hundred tasks and everything else in plenty, all with that in their names."""
    people = (Session("senior", name), *(Session(f"{n}{name}", name) for n in range(30)))
    tasks = [task(f"{n}{name}", name, "senior" if n % 2 else "") for n in range(300)]
    crowd = plan(
        group("g", *tasks, title=name),
        project=name,
        sessions=people,
        ownership=tuple(Owned(f"d{n}/{name}/", "senior") for n in range(100)),
        shared=tuple(Shared(f"s{n}{name}") for n in range(100)),
        rules=tuple(Rule(f"{n}{name}", name) for n in range(50)),
    )
    others = [one.name for one in people[1:]]
    events = [
        *(event("claim", by, task=f"{2 * n}{name}") for n, by in enumerate(others)),
        *(event("reserve", by, path=f"r{n}{name}") for n, by in enumerate(others)),
        *(event("claim", "senior", task=f"{2 * n + 1}{name}") for n in range(9)),
        *(event("reserve", "senior", path=f"m{n}{name}", clone=f"{n}{name}") for n in range(9)),
        *(event("ask", by, path=f"d1/{name}/x", why=name, id=f"{n}{name}")
          for n, by in enumerate(others)),
        *(event("say", by, text=name) for by in others),
    ]  # fmt: skip
    return board(crowd, *events)


@pytest.mark.parametrize("name", ["x", "a long name of a thing" * 9, LONG, "🎈" * 90])
def test_it_is_under_two_kilobytes_whatever_the_plan(name: str) -> None:
    found = text(crowded(name.replace(" ", "-")))
    assert len(found.encode()) < MOST
    assert len(found.splitlines()) <= 25
    facts = {line[:8].strip() for line in found.splitlines()}
    assert facts >= {"own", "shared", "hold", "ready", "others", "requests", "unread", "rules"}
    assert found.count("more)") >= 5


@pytest.mark.parametrize(
    ("words", "most", "fitting"),
    [("abc", 3, "abc"), ("abcdef", 5, "ab…"), ("漢字", 6, "漢字"), ("漢字x", 6, "漢…"),
     ("漢字", 5, "…")],
)  # fmt: skip
def test_a_text_is_cut_by_its_bytes(words: str, most: int, fitting: str) -> None:
    assert fit_bytes(words, most) == fitting


def test_how_long_ago_the_remote_was_heard_of_stands_last() -> None:
    away = Contact("origin", at=NOW - 300, away="no route", since=NOW - 120)
    assert text(BUSY._replace(contact=Contact("origin", at=NOW - 4))).splitlines()[
        -len(COMMANDS) - 1
    ] == ("remote   synced 4s ago")
    assert "remote   origin away 2m, synced 5m ago\n" in text(BUSY._replace(contact=away))
    assert "remote " not in text(BUSY._replace(contact=Contact()))


def test_it_is_harmless_and_says_how_long_a_silence_is() -> None:
    wild = crowded(NASTY.replace("/", "").replace("\x00", "").replace("[", ""))
    assert all(harmless(line) for line in brief_lines(snapshot(wild, BEHIND)))
    away = board(None, event("say", "junior", ago=3 * HOUR, text="x"))
    assert "junior (last seen 3h ago)" in text(away)
