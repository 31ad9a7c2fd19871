"""What is meant for a session, as what, and how far it has read."""

import pytest

from coord_tui.core.board import Board
from tests.core.stories import Said, claim, done, play

ASKED: Said = ("senior", "ask", {"path": "atlas/mcp/a.py", "why": "w", "id": "r"})
OTHERS: Said = ("third", "ask", {"path": "atlas/mcp/a.py", "why": "w", "id": "r"})


def meant(*said: Said, me: str = "senior") -> list[str]:
    return [entry.meant for entry in play(*said, me=me)[0].log if entry.meant]


CASES: list[tuple[str, tuple[Said, ...], list[str]]] = [
    ("to all", (("junior", "say", {"text": "hi"}),), ["message"]),
    ("to me", (("junior", "say", {"text": "hi", "to": ["senior"]}),), ["message"]),
    ("to another", (("junior", "say", {"text": "hi", "to": ["third"]}),), []),
    ("about me", (("junior", "say", {"text": "ask @senior", "to": ["third"]}),), ["mention"]),
    ("about nobody", (("junior", "say", {"text": "x@senior", "to": ["third"]}),), []),
    ("my own", (("senior", "say", {"text": "@senior"}),), []),
    ("granted", (ASKED, ("junior", "grant", {"request": "r"})), ["answer"]),
    ("denied", (ASKED, ("junior", "deny", {"request": "r"})), ["answer"]),
    ("another's answer", (OTHERS, ("junior", "grant", {"request": "r"})), []),
    ("refused", (ASKED, ("third", "grant", {"request": "r"})), []),
    (
        "taken over",
        (
            claim("senior", "X1"),
            claim("junior", "X1", takeover=True, reason="r", **{"from": "senior"}),
        ),
        ["takeover"],
    ),
    ("assigned", (("junior", "assign", {"task": "X1", "owner": "senior"}),), ["assigned"]),
    ("assigned to another", (("junior", "assign", {"task": "X1", "owner": "third"}),), []),
    ("added", (("junior", "task", {"task": "T", "title": "t", "owner": "senior"}),), ["assigned"]),
    (
        "freed",
        (("senior", "assign", {"task": "S4", "owner": "third"}), done("third", "S4")),
        ["freed"],
    ),
    ("freed nothing", (done("junior", "J5"),), []),
    (
        "freed, and taken",
        (
            ("senior", "assign", {"task": "S4", "owner": "third"}),
            done("third", "S4"),
            claim("senior", "S5"),
        ),
        [],
    ),
]


@pytest.mark.parametrize(("said", "found"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_as_what_it_is_meant(said: tuple[Said, ...], found: list[str]) -> None:
    assert meant(*said) == found
    assert meant(*said, me="") == []


def test_a_request_is_not_unread_but_open_until_it_is_answered() -> None:
    asked: Said = ("junior", "ask", {"path": "atlas/agents/a.py", "why": "w", "id": "r"})
    board, _ = play(asked)

    assert (board.unread, len(board.open_requests())) == (0, 1)
    assert play(asked, ("senior", "deny", {"request": "r"}))[0].open_requests() == ()


def test_only_the_last_of_several_frees_a_task() -> None:
    said: tuple[Said, ...] = (
        ("senior", "task", {"task": "T", "title": "t", "owner": "senior", "after": ["J5", "X1"]}),
        done("junior", "J5"),
        done("third", "X1", minute=1),
    )

    assert meant(*said[:2]) == []
    board = play(*said)[0]
    assert [entry.meant for entry in board.log] == ["", "", "freed"]


def say(id: str, clone: str, **more: object) -> Said:
    return ("junior", "say", {"text": "hi", "id": id, "clone": clone, **more})


def ack(upto: str, **more: object) -> Said:
    return ("senior", "ack", {"upto": upto, "clone": "here", **more})


def unread(board: Board) -> list[str]:
    return [e.line.event.id for e in board.log if e.unread and e.line.event]


def test_what_comes_in_from_another_clone_before_a_read_event_is_still_unread() -> None:
    here, known, late = say("m1", "here"), say("k", "there"), say("late", "there")

    assert unread(play(known, late, here, ack("m1", elsewhere="k"))[0]) == ["late"]
    assert unread(play(late, here, ack("m1", elsewhere=""))[0]) == ["late"]
    assert unread(play(known, here, ack("m1", elsewhere="k"))[0]) == []
    assert unread(play(late, here, ack("m1"))[0]) == []


def test_reading_less_later_unreads_nothing() -> None:
    said = (say("m1", "here"), say("m2", "there"), ack("m2"), ack("m1", elsewhere=""))

    assert unread(play(*said)[0]) == []
