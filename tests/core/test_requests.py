"""Asking, granting and denying, as stories: what is refused, and what a later answer changes."""

import pytest

from coord_tui.core.granting import is_granted
from coord_tui.core.state import Request
from coord_tui.core.times import text_of
from tests.core.stories import START, Said, announce, claim, play, reserve

PATH = "atlas/agents/a.py"


def ask(by: str = "junior", path: str = PATH, **more: object) -> Said:
    return (by, "ask", {"path": path, "why": "wire it", "id": "r", **more})


def grant(by: str = "senior", **more: object) -> Said:
    return (by, "grant", {"request": "r", "until": text_of(START + 600), **more})


def deny(by: str = "senior", **more: object) -> Said:
    return (by, "deny", {"request": "r", "words": "busy", **more})


REFUSED: list[tuple[str, tuple[Said, ...], str]] = [
    ("the path leaves", (ask(path="../x"),), "leaves the repository"),
    ("no such task", (ask(task="S9"),), "no task S9"),
    ("shared, with a blank", (ask(path="atlas/config.py"),), "coord-tui announce atlas/config.py"),
    (
        "asked already",
        (ask(id="0123456789"), ask(id="r2", minute=5)),
        "you asked senior for atlas/agents/a.py 5m ago: `coord-tui wait --request 6789`",
    ),
    ("granted already", (ask(), grant(), ask(id="r2")), "senior lets you edit atlas/agents/a.py"),
    (
        "granted by a scope",
        (ask(), grant(scope="atlas/agents/"), ask(path="atlas/agents/b.py", id="r2")),
        "senior lets you edit atlas/agents/b.py already",
    ),
    ("granted twice", (ask(), grant(), grant(minute=4)), "to junior already for 6m more: --for"),
    ("granted twice without an end", (ask(), grant(until=""), grant(until="")), "junior already"),
    ("denied twice", (ask(), deny(), deny(words="still busy")), "is denied to junior already"),
    ("denied by another", (ask(), deny("third")), "only senior answers"),
    ("granted by who asks", (ask(), grant("junior")), "only senior answers"),
    ("a broken scope", (ask(), grant(scope="!x")), "starts with `!`"),
    (
        "another's scope",
        (ask(), grant(scope="/atlas/mcp/")),
        "atlas/mcp/ leaves out atlas/agents/a.py, which junior asked for: name a scope that takes "
        'it in, or `coord-tui deny r "why"`',
    ),
    ("a scope beside it", (ask(), grant(scope="atlas/agents/b*.py")), "leaves out atlas/agents/a"),
    (
        "a scope inside a folder",
        (ask(path="atlas/agents/"), grant(scope="atlas/agents/*.py")),
        "leaves out atlas/agents/,",
    ),
]


@pytest.mark.parametrize(("said", "reason"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_the_last_line_is_refused(said: tuple[Said, ...], reason: str) -> None:
    _, refused = play(*said)

    assert list(refused) == [len(said)]
    assert reason in refused[len(said)]


ACCEPTED: list[tuple[str, tuple[Said, ...]]] = [
    ("a folder", (ask(path="atlas/agents/"), grant())),
    ("another path too", (ask(), ask(path="atlas/agents/b.py", id="r2"))),
    ("another session too", (ask(), ask("third", id="r2"))),
    ("again after a denial", (ask(), deny(), ask(id="r2"))),
    ("again after the grant ended", (ask(), grant(), ask(id="r2", minute=11))),
    ("granted for longer", (ask(), grant(), grant(until=text_of(START + 6000)))),
    ("granted more", (ask(), grant(), grant(scope="atlas/agents/"))),
    ("granted anew when it ended", (ask(), grant(), grant(minute=11))),
    ("granted after a denial", (ask(), deny(), grant())),
    ("revoked", (ask(), grant(), deny())),
    ("a scope wider than what is owned", (ask(), grant(scope="atlas/**"))),
    ("a scope of all in a folder", (ask(path="atlas/agents/"), grant(scope="atlas/agents/**"))),
]


@pytest.mark.parametrize("said", [a[1] for a in ACCEPTED], ids=[a[0] for a in ACCEPTED])
def test_nothing_is_refused(said: tuple[Said, ...]) -> None:
    assert play(*said)[1] == {}


def granted(path: str, *said: Said, owner: str = "senior") -> bool:
    requests = play(*said)[0].requests
    return is_granted(path, owner, "junior", requests, text_of(START))


def test_a_grant_covers_its_scope_and_of_that_only_what_the_giver_owns() -> None:
    wide = (ask(), grant(scope="atlas/**"))

    assert granted("atlas/agents/other.py", *wide)
    assert not granted("atlas/mcp/tool.py", *wide, owner="third")
    assert not granted("atlas/agents/other.py", ask(), grant())
    assert granted("atlas/agents/deep/x.py", ask(path="atlas/agents/deep/"), grant())


def test_a_denial_ends_a_grant_and_a_grant_a_denial() -> None:
    assert granted(PATH, ask(), deny(), grant())
    assert not granted(PATH, ask(), grant(), deny())
    assert list(play(ask(), grant(), deny(), announce("junior", PATH))[1]) == [4]


def test_a_request_keeps_what_was_said() -> None:
    (found,) = play(ask(task="J5"), grant(words="go on", scope="atlas/agents/"))[0].requests

    assert found == Request(
        "r", "junior", PATH, "senior", "wire it", text_of(START), "grant", "go on",
        text_of(START + 600), "atlas/agents/", "J5",
    )  # fmt: skip


def test_what_is_held_is_refused_with_the_ways_to_go_on() -> None:
    _, refused = play(claim("third", "X1"), reserve("third", "/x.py"), reserve("junior", "/x.py"))

    assert refused[3].endswith(': `coord-tui ask x.py "why"` asks for it, or wait')
