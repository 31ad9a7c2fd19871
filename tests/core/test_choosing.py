"""Which lines of the channel are shown."""

import pytest

from coord_tui.core.board import Board
from coord_tui.core.choosing import Fresh, chosen
from tests.core.stories import Said, announce, claim, play

SAID: tuple[Said, ...] = (
    claim("senior", "S4"),
    ("junior", "say", {"text": "hi", "about": "S4"}),
    ("junior", "say", {"text": "to third", "to": ["third"]}),
    ("junior", "ask", {"path": "atlas/agents/a.py", "why": "w", "id": "r"}),
    ("senior", "deny", {"request": "r", "words": "no"}),
    ("junior", "ask", {"path": "atlas/agents/b.py", "why": "w", "id": "r2"}),
    announce("third", "atlas/config.py"),
)


def numbers(board: Board, **how: object) -> list[int]:
    return [entry.line.number for entry in chosen(board, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("S4", [1, 2]),
        ("third", [3, 7]),
        ("atlas/agents/a.py", [4, 5]),
        ("atlas/config.py", [7]),
        ("nothing", []),
        ("", [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_about_a_thing(about: str, found: list[int]) -> None:
    assert numbers(play(*SAID)[0], about=about) == found


def test_unread_with_the_requests_that_wait_for_an_answer() -> None:
    assert numbers(play(*SAID)[0], unread=True) == [2, 6]
    assert numbers(play(*SAID, me="junior")[0], unread=True) == [5]
    assert numbers(play(*SAID, me="")[0], unread=True) == []


def test_each_line_is_new_once_wherever_it_comes_in() -> None:
    fresh = Fresh()
    first, then = play(*SAID[:2])[0], play(SAID[6], *SAID[:2], SAID[2])[0]

    assert len(fresh.of(first.log)) == 2
    late = tuple(e._replace(line=e.line._replace(number=9)) for e in then.log)
    ids = [entry.line.event.id for entry in fresh.of(late) if entry.line.event]
    assert ids == ["e3", "e4"]
    assert fresh.of(late) == []
