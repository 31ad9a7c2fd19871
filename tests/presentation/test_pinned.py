"""The end of the channel's pane: what stays until it is read, or answered."""

import pytest

from coord_tui.core.contact import Contact, Withdrawn
from coord_tui.presentation import channel, pinned
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.details import details
from coord_tui.presentation.text import layout, spans_width
from tests.builders import (
    MINUTE,
    NASTY,
    board,
    event,
    harmless,
    plain,
    role_of,
    said,
    snapshot,
    spans_of,
)

ASKED = event("ask", ago=3 * MINUTE, id="r1", path="atlas/agents/planner.py", why="add a hook")
LOST = Withdrawn(
    event("claim", "senior", id="lost", task="S1"), "S1 is claimed by junior: ask for it"
)


def test_an_open_request_stands_at_the_end_with_the_keys_that_answer() -> None:
    found = pinned.rows(board(None, ASKED, event("join")), width=90)
    rule, row = said(found)[2:]
    assert rule.strip("─") == " 1 waits for your answer "
    assert row == "junior asks for atlas/agents/planner.py “add a hook” | 3m  y grant · n deny"
    assert (found[-1].tag, found[-2].selectable) == ("unread", False)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            60,
            [
                "junior asks for atlas/agents/planner.py | 3m",
                "   “add a hook” | y grant · n deny",
            ],
        ),
        (
            40,
            [
                "junior asks for atlas/agents/planner.py | 3m",
                "   “add a hook”",
                "y grant · n deny",
            ],
        ),
    ],
)
def test_where_there_is_little_room_the_words_and_keys_have_lines_of_their_own(
    width: int, expected: list[str]
) -> None:
    row = pinned.rows(board(None, ASKED), width=width)[-1]
    assert said([row]) == expected
    assert max(spans_width(layout(line, width)) for line in row.lines) == width
    first = plain(layout(row.lines[0], 38))
    assert "planner.py" in first, "the folders give way, not the name"


@pytest.mark.parametrize("answer", ["grant", "deny"])
def test_an_answered_request_is_gone(answer: str) -> None:
    found = board(None, ASKED, event(answer, "senior", request="r1", words="so be it"))
    assert pinned.rows(found) == channel.rows(found)


def test_who_asked_and_who_only_reads_see_no_request_to_answer() -> None:
    for me in ("junior", ""):
        found = board(None, ASKED, me=me)
        assert pinned.rows(found) == channel.rows(found)


def test_several_requests_are_counted_the_oldest_first() -> None:
    more = event("ask", path="atlas/agents/b.py", why="the same")
    found = said(pinned.rows(board(None, ASKED, more)))
    assert found[-3:-2] == ["─ 2 wait for your answer ─"]
    assert ["planner.py" in found[-2], "b.py" in found[-1]] == [True, True]


def test_an_event_that_lost_stands_struck_out_with_the_reason_until_it_is_read() -> None:
    *_, row = pinned.rows(board(None, event("join"), withdrawn=(LOST,)), width=80)
    assert said([row]) == [
        "14:05 senior  claims S1 Planner",
        "              withdrawn: S1 is claimed by junior: ask for it",
    ]
    assert (row.tag, row.selectable, role_of([row], "claims")) == ("unread", True, "dropped")
    assert said(pinned.rows(board(None, event("join"), withdrawn=(LOST,)), width=40))[-2:] == [
        "   withdrawn: S1 is claimed by junior:",
        "   ask for it",
    ]


def test_what_lost_is_shown_though_nothing_else_was_said() -> None:
    assert len(pinned.rows(board(None, withdrawn=(LOST,)))) == 1


def test_the_rows_stand_for_what_they_are_about() -> None:
    found = board(None, ASKED, withdrawn=(LOST,))
    lost, asked = [row.key for row in pinned.rows(found) if row.selectable][1:]
    assert pinned.subject_of(found, asked) == Subject(
        "channel", path="atlas/agents/planner.py", event="r1"
    )
    assert pinned.subject_of(found, lost) == Subject("channel", task="S1", event=lost)
    assert pinned.subject_of(found, "r1").event == "r1", "a row of the log"
    text = said(details(snapshot(found), pinned.subject_of(found, lost)))
    assert text[0] == "senior claim · withdrawn"
    assert text[2] == "why      S1 is claimed by junior: ask for it"


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        (Contact("origin", confirmed=1), "1 to answer · 2 unread · 2 pending"),
        (Contact(), "1 to answer · 2 unread"),
    ],
    ids=["with a remote", "without one nothing is pending"],
)
def test_the_edge_counts_what_waits(contact: Contact, expected: str) -> None:
    events = (event("say", text="hi"), ASKED, event("join"), b"x")
    found = board(None, *events, contact=contact, withdrawn=(LOST,))
    assert plain(pinned.edge(found)) == expected
    assert pinned.edge(board()) == ()


def test_text_of_others_is_inert() -> None:
    asked = event("ask", path="atlas/agents/[id].py", why=NASTY)
    found = board(None, asked, withdrawn=(Withdrawn(event("say", "senior", text=NASTY), NASTY),))
    assert harmless(spans_of(pinned.rows(found, width=50)))
