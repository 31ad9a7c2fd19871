"""Every command that the guard suggests comes out of a shell in the words that were meant."""

import shlex

import pytest

from coord_tui.core.fold import fold
from coord_tui.core.guard_alone import commit_alone
from coord_tui.core.guard_facts import facts_of
from coord_tui.core.guard_range import Change, judge_changes
from coord_tui.core.guard_view import Facts
from coord_tui.core.guarding import judge
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import escape
from coord_tui.core.plan import Group, Owned, Plan, Session, Shared, Task
from tests.core.stories import START, Said, events_of

HOSTILE = (
    "$(id)",
    "a;b",
    "two words",
    "it's",
    '"',
    "-x",
    "a&&b|c>d",
    "#x",
    "~",
    "!!",
    "*",
    "naïve",
)
PROGRAM = ("coord-tui", "--repo", "/r")


def commands(message: str) -> list[list[str]]:
    """The commands that stand in a sentence, as a shell takes them apart."""
    return [shlex.split(part) for part in message.split("`")[1::2]]


def messages(
    path: str, owner: str, *, shared: bool = False, held: bool = False, claimed: bool = False
) -> list[str]:
    task = Task("T", "T", files=(escape(path),))
    plan = Plan(
        sessions=(Session("me", emails=("me@x",)), Session(owner)),
        ownership=() if shared or held or claimed else (Owned(escape(path), owner),),
        shared=(Shared(escape(path)),) if shared else (),
        groups=(Group("g", tasks=(task,)),),
    )
    said: tuple[Said, ...] = ((owner, "reserve", {"path": path}),) if held else ()
    said += ((owner, "claim", {"task": "T"}),) if claimed else ()
    facts = Facts(**facts_of(fold(plan, events_of(said)).state))  # type: ignore[arg-type]
    ownership, program = Ownership.from_plan(plan), "coord-tui --repo /r"
    found = judge([path, f"{path.partition('/')[0]}/"], "me", ownership, facts, START,
                  program=program)  # fmt: skip
    bundled = judge([path], "me", ownership, facts, START, here=[owner])
    made = judge_changes(
        [Change("1" * 40, (0, 0), ("me@x", "me@x"), (), (path,))], ownership, facts
    )
    return [one.message for one in (*found, *bundled, *made)]


def as_typed(path: str) -> str:
    return f"./{path}" if path.startswith("-") else path


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("shape", ["{}", "{}/deep", "deep/{}"])
def test_paths_stay_one_word(name: str, shape: str) -> None:
    path = shape.format(name)
    typed = as_typed(path)
    asks = [one for text in messages(path, "you") for one in commands(text)]
    assert [*PROGRAM, "ask", typed, "why"] in asks
    assert ["coord-tui", "ask", typed, "why"] in asks
    announces = [one for text in messages(path, "you", shared=True) for one in commands(text)]
    assert [*PROGRAM, "announce", typed, "what for"] in announces
    waits = [one for text in messages(path, "you", held=True) for one in commands(text)]
    assert [*PROGRAM, "wait", "--path", typed] in waits
    assert [*PROGRAM, "ask", typed, "why"] in waits


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_sessions_stay_one_word(name: str) -> None:
    says = [one for text in messages("a/b", name, claimed=True) for one in commands(text)]
    assert [*PROGRAM, "say", "why", "--to", name] in says
    bundle = next(text for text in messages("a/b", name) if "leave it out" in text)
    words = bundle.partition("commits it with ")[2].removesuffix(": leave it out")
    assert shlex.split(words) == [f"COORD_SESSION={name}"]


@pytest.mark.parametrize("apart", [(), HOSTILE])
def test_the_command_that_commits_alone_names_these_paths_only(apart: tuple[str, ...]) -> None:
    command, _ = commit_alone(HOSTILE, [f"t/{one}" for one in HOSTILE], apart, "")
    words = shlex.split(command)
    named = words[words.index("--") + 1 :]
    expected = [f"t/{one}" for one in HOSTILE] if apart else [as_typed(one) for one in HOSTILE]
    assert named[: len(expected)] == [f":(literal){one}" if "*" in one else one for one in expected]
    assert named[len(expected) :] == (["&&", "git", "commit"] if apart else [])
