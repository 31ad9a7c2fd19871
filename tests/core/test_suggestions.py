"""Every command that the rules and a wait suggest can be pasted, whatever the names are."""

import re
import shlex

import pytest

from coord_tui.core.board import build_board
from coord_tui.core.fold import fold
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Group, Owned, Plan, Session, Shared, Task
from coord_tui.core.waiting import path_free, task_free
from coord_tui.presentation.inbox import answers
from tests.core.stories import START, Said, events_of

HOSTILE = ("$(id)", "a;b", "x y", "it's", "-x", "*", "#1", "&", "|rm")


def plan(name: str) -> Plan:
    """One whose sessions, tasks and paths have that name in them."""
    tasks = (Task("Done", f"D{name}", done=True), Task("Dropped", f"X{name}", dropped=True),
             Task("Open", f"T{name}", files=(f"t{name}/*",)))  # fmt: skip
    return Plan(
        sessions=(Session("me"), Session(f"s{name}")),
        ownership=(Owned(f"/own{name}/", f"s{name}"), Owned("mine/", "me")),
        shared=(Shared(f"shared{name}"),),
        groups=(Group("g", state="current", tasks=tasks),),
    )


def ask(by: str, path: str, id: str) -> Said:
    return (by, "ask", {"path": path, "why": "w", "id": id})


def cases(name: str) -> dict[str, tuple[tuple[Said, ...], str]]:
    """Stories whose last line is refused, and what the suggested command must name."""
    them, path = f"s{name}", f"own{name}/a"
    held: Said = (them, "reserve", {"pattern": "/docs/"})
    claimed: Said = (them, "claim", {"task": f"T{name}"})
    asked, theirs = ask("me", path, f"id{name}"), ask(them, "mine/x", f"id{name}")
    return {
        "claim a done one": ((("me", "claim", {"task": f"D{name}"}),), f"D{name}"),
        "claim a dropped one": ((("me", "claim", {"task": f"X{name}"}),), f"X{name}"),
        "finish a dropped one": ((("me", "done", {"task": f"X{name}"}),), f"X{name}"),
        "give back a claim's": (
            (("me", "claim", {"task": f"T{name}"}), ("me", "unreserve", {"pattern": f"t{name}/*"})),
            f"T{name}",
        ),
        "hold another's": ((("me", "announce", {"path": path, "intent": "x"}),), path),
        "hold what is held": ((held, ("me", "reserve", {"pattern": "/docs/x"})), "docs/x"),
        "hold what comes with a task": ((claimed, ("me", "reserve", {"path": f"t{name}/x"})), them),
        "announce what is held": (
            (held, ("me", "announce", {"path": f"docs/{name}", "intent": "x"})),
            f"docs/{name}",
        ),
        "ask for shared": ((ask("me", f"shared{name}", "r"),), f"shared{name}"),
        "ask for what comes with a task": ((claimed, ask("me", f"t{name}/x", "r")), them),
        "ask again who holds it": (
            (held, ask("me", f"docs/{name}", f"id{name}"), ask("me", f"docs/{name}", "r")),
            f"id{name}"[-4:],
        ),
        "ask again": ((asked, ask("me", path, "r")), f"id{name}"[-4:]),
        "grant beside it": (
            (theirs, ("me", "grant", {"request": f"id{name}", "scope": "mine/y", "until": ""})),
            f"id{name}"[-4:],
        ),
    }  # fmt: skip


def suggested(words: str) -> list[list[str]]:
    """The commands in the words, as a shell takes them apart."""
    found = [taken_apart(command) for command in re.findall(r"`(coord-tui [^`]*)`", words)]
    assert found, words
    return found


def taken_apart(command: str) -> list[str]:
    """The words of a command; what a shell would not take for itself is a word of its own."""
    shell = shlex.shlex(command, posix=True, punctuation_chars="();<>|&*$")
    shell.whitespace_split = True
    return list(shell)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("case", list(cases("")))
def test_a_refusal_suggests_whole_words(case: str, name: str) -> None:
    said, named = cases(name)[case]
    refused = fold(plan(name), events_of(said)).refused

    assert list(refused) == [len(said)]
    assert any(named in command for command in suggested(refused[len(said)]))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_wait_and_the_inbox_suggest_whole_words(name: str) -> None:
    lines = events_of((ask(f"s{name}", "mine/x", f"id{name}"),))
    board = build_board(fold(plan(name), lines), lines, now=START, me="me")
    path, task = f"own{name}/a", f"T{name}"
    free = path_free(path, Ownership.from_plan(board.plan))

    assert path in suggested(free(board).words)[0]
    assert task in suggested(task_free(task)(board).words)[0]
    grant, deny = answers(board.requests[0], board)
    assert taken_apart(grant)[2:] == [f"id{name}"[-4:]]
    assert taken_apart(deny)[2:] == [f"id{name}"[-4:], "why"]
