"""When sessions were seen, through what, and what is doubtful about them."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.plan import Session
from coord_tui.presentation.channel import rows
from coord_tui.presentation.details import event_lines, session_lines
from coord_tui.presentation.documents import session
from coord_tui.presentation.presence import seen_words, twice_words, unverified_words
from tests.builders import MINUTE, NASTY, board, event, harmless, plan, said, snapshot, spans_of

KNOWN = plan(sessions=(Session("senior", emails=("s@x.org",)), Session("junior")))


def say(by: str = "senior", **more: object) -> Event:
    return event("say", by, text="hi", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("via", "words"),
    [
        ("screen", "last seen 12m ago on the screen"),
        ("command", "last seen 12m ago by command"),
        ("hook", "last seen 12m ago by hook"),
        ("", "last seen 12m ago"),
    ],
)
def test_when_and_through_what(via: str, words: str) -> None:
    found = board(KNOWN, say(ago=12 * MINUTE, via=via))
    assert seen_words(found.sessions[0], found) == words
    assert seen_words(found.sessions[1], found) == "not seen yet"


def test_one_name_in_two_clones() -> None:
    found = board(KNOWN, say(clone="a1b2c3"), say(clone="c3d4e5"))
    words = "acts in 2 clones (a1b2…, c3d4…): two programs with one name?"
    assert twice_words(found.sessions[0]) == words
    assert twice_words(found.sessions[1]) == ""
    assert f"twice    {words}" in said(session_lines(snapshot(found), "senior"))
    assert session(found.sessions[0].session, found)["clones"] == ["a1b2c3", "c3d4e5"]


def test_events_by_a_strange_email_are_counted() -> None:
    found = board(KNOWN, say(email="s@x.org"), say(email="m@y.org"), say(), say("junior"))
    words = "2 events by m@y.org, no email, which is none of its emails"
    assert unverified_words(found, "senior") == words
    assert unverified_words(found, "junior") == ""
    assert f"doubtful {words}" in said(session_lines(snapshot(found), "senior"))


def test_a_doubtful_event_says_so_where_it_is_asked_for() -> None:
    found = board(KNOWN, say(email="m@y.org"))
    assert said(rows(found, doubts=True))[-1].endswith("unverified: m@y.org ✓")
    assert "m@y.org" not in said(rows(found))[-1]
    lines = said(event_lines(found, found.log[0]))
    assert "doubtful unverified: by m@y.org, which is none of senior's emails" in lines


def test_what_others_wrote_is_harmless() -> None:
    wild = board(KNOWN, *(say(email=NASTY, via=NASTY, clone=f"{NASTY}{n}") for n in range(2)))
    assert harmless(spans_of(session_lines(snapshot(wild), "senior")))
    assert harmless(spans_of(rows(wild, doubts=True)))
