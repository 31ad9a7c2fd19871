"""What is told at once: what was done to the session, and not what everybody reads in time."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.times import text_of
from coord_tui.presentation.news import news
from tests.builders import NASTY, NOW, board, event

CLAIM = event("claim", "senior", task="S1", id="c")
TAKEN = {"task": "S1", "takeover": True, "reason": "urgent", "from": "senior"}
ASK = event("ask", "senior", path="atlas/mcp/x.py", why="a hook", id="a")


@pytest.mark.parametrize(
    ("came", "told"),
    [
        (
            Event("t", text_of(NOW), "junior", "claim", TAKEN),
            ["junior takes over S1 “urgent”"],
        ),
        (event("deny", "junior", request="a", words="no"), ["junior denies"]),
        (event("say", "junior", text="look at this, @senior"), ["junior says"]),
        (event("say", "junior", text="done by noon"), []),
        (event("say", "senior", text="to myself"), []),
        (event("announce", "junior", path="atlas/config.py", intent="x"), []),
    ],
    ids=["takeover", "answer", "mention", "to all", "one's own", "others' work"],
)  # fmt: skip
def test_what_is_told(came: Event, told: list[str]) -> None:
    before = board(None, CLAIM, ASK)
    found = news(before, board(None, CLAIM, ASK, came))
    assert len(found) == len(told)
    assert all(words.startswith(start) for words, start in zip(found, told, strict=True))
    assert news(board(None, CLAIM, ASK, came), board(None, CLAIM, ASK, came)) == []


def test_it_is_harmless() -> None:
    said = event("say", "junior", text=f"@senior {NASTY}")
    (words,) = news(board(None, CLAIM), board(None, CLAIM, said))
    assert words.isprintable()
