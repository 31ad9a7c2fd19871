"""The channel's rows: one sentence for each kind, and nothing hidden."""

import pytest

from coord_tui.core.events import Event
from coord_tui.core.kinds import KINDS
from coord_tui.core.plan import Session
from coord_tui.presentation import channel
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.sentences import SENTENCES, Teller
from tests.builders import (
    DAY,
    HOUR,
    MINUTE,
    NASTY,
    board,
    event,
    harmless,
    plain,
    plan,
    role_of,
    said,
    spans_of,
)

ASK = event("ask", "senior", id="req", path="atlas/mcp/crm.py", why="wire the tool")


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("claim", {"task": "S1"}, "claims S1 Planner"),
        ("claim", {"task": "S1", "takeover": True, "reason": "ill"}, "takes over S1 “ill”"),
        ("release", {"task": "S1"}, "releases S1 Planner"),
        ("done", {"task": "S1", "commit": "fb1738012345"}, "done S1 fb17380 Planner"),
        ("reopen", {"task": "S1"}, "reopens S1 Planner"),
        ("task", {"task": "T9", "title": "Retry"}, "adds T9 “Retry”"),
        (
            "task",
            {"task": "T9", "title": "Retry", "owner": "senior"},
            "adds T9 “Retry” for senior",
        ),
        ("assign", {"task": "S1", "owner": "senior"}, "assigns S1 to senior"),
        ("assign", {"task": "S1"}, "assigns S1 to nobody"),
        ("announce", {"path": "a.py", "intent": "add [/]"}, "announces a.py “add [/]”"),
        ("reserve", {"pattern": "src/**"}, "reserves src/**"),
        (
            "reserve",
            {"path": "a", "exclusive": False, "intent": "look"},
            "reserves a loosely “look”",
        ),
        ("unreserve", {"path": "a.py"}, "gives back a.py"),
        ("unreserve", {}, "gives back all it reserved"),
        ("pushed", {"path": "a.py", "commit": "0a29b3912345"}, "pushed a.py 0a29b39"),
        ("ask", {"path": "a.py", "why": "wire it"}, "asks for a.py “wire it”"),
        ("grant", {"request": "req", "words": "go"}, "grants senior atlas/mcp/crm.py “go”"),
        ("deny", {"request": "req"}, "denies senior atlas/mcp/crm.py"),
        ("deny", {"request": "gone"}, "denies request gone"),
        ("say", {"text": "hello"}, "says “hello”"),
        (
            "say",
            {"text": "hi", "to": ["senior", "amy"], "about": "S1"},
            "says to senior, amy about S1 “hi”",
        ),
        ("ack", {"upto": "e1"}, "has read the messages"),
        ("check", {"check": "lint", "exit": 0}, "ran lint exit 0"),
        ("join", {"role": "mail"}, "joins “mail”"),
        ("leave", {}, "leaves"),
        ("vote", {"points": 3, "on": ["a"]}, 'vote points 3 · on ["a"]'),
        ("vote", {}, "vote"),
        ("claim", {}, "claims"),
    ],
)
def test_every_kind_is_one_sentence(kind: str, fields: dict[str, object], expected: str) -> None:
    assert plain(Teller(board(None, ASK)).tell(event(kind)._replace(fields=fields))) == expected


def test_no_kind_is_without_words() -> None:
    assert set(SENTENCES) == set(KINDS)


def test_a_row_says_when_who_what_and_whether_the_remote_has_it() -> None:
    first = event("announce", ago=4 * MINUTE, path="a.py", intent="add timeouts")
    second = event("say", "senior", text="pull first")
    found = channel.rows(board(None, first, second, confirmed=1))
    assert said(found) == [
        " 14:01 junior  announces a.py “add timeouts” | ✓✓",
        " 14:05 senior  says “pull first” | ✓",
    ]
    assert (role_of(found, "✓✓"), role_of(found[1:], "✓")) == ("confirmed", "pending")
    assert (role_of(found, "junior"), role_of(found, "a.py")) == ("session:1", "object")


@pytest.mark.parametrize(
    ("offset", "start"), [(0, "14:05"), (5 * HOUR + 1800, "19:35"), (-15 * HOUR, "23:05")]
)
def test_times_are_the_readers(offset: int, start: str) -> None:
    assert said(channel.rows(board(None, event("join")), offset=offset))[-1].split()[0] == start


def test_unread_messages_stand_below_a_line_and_are_marked() -> None:
    read, unread = event("say", id="a", text="one"), event("say", id="b", text="two")
    acked = event("ack", "senior", upto="a")
    rows = channel.rows(board(None, read, acked, unread, event("say", text="three")), width=30)
    assert said(rows)[2] == "────────── 2 unread ──────────"
    assert [row.tag for row in rows if row.selectable] == ["", "", "unread", "unread"]
    assert not rows[2].selectable


def test_a_row_without_a_mark_lines_up_with_marked_ones() -> None:
    read, unread = event("say", "senior", text="one"), event("say", text="two")
    first, _, second = channel.rows(board(None, read, unread))
    assert (first.tag, second.tag) == ("", "unread")
    assert said([first, second]) == [
        " 14:05 senior  says “one” | ✓",
        "14:05 junior  says “two” | ✓",
    ]


def test_days_are_told_apart_but_today_needs_no_line() -> None:
    assert len(channel.rows(board(None, event("join")))) == 1
    found = channel.rows(board(None, event("join", ago=DAY), event("leave")))
    assert said(found) == [
        "─ Fri 30 Jan 2026 ─",
        " 14:05 junior  joins | ✓",
        "─ Sat 31 Jan 2026 ─",
        " 14:05 junior  leaves | ✓",
    ]


def test_a_refused_event_stays_with_its_reason() -> None:
    rows = channel.rows(board(None, event("release", task="S1")))
    assert said(rows) == [
        " 14:05 junior  releases S1 Planner",
        "               refused: S1 is not claimed: there is nothing to release",
    ]
    assert role_of(rows, "releases") == "dropped"


def test_a_line_that_is_no_event_is_shown_as_such() -> None:
    (row,) = channel.rows(board(None, b"<<<<<<< HEAD"))
    assert said([row]) == ["line 1 is no event: not JSON <<<<<<< HEAD"]
    assert (row.tag, row.selectable) == ("alarm", True)


def test_only_the_last_ones_are_made_and_the_others_counted() -> None:
    found = board(None, *(event("say", "senior", text=str(n)) for n in range(10)))
    rows = channel.rows(found, last=3)
    assert said(rows)[0] == "─ 7 earlier ─"
    assert [line.split()[3] for line in said(rows)[1:]] == ["“7”", "“8”", "“9”"]


def test_unread_before_the_last_ones_are_still_announced() -> None:
    found = board(None, event("say", text="old"), *(event("join") for _ in range(5)))
    assert said(channel.rows(found, last=2))[:2] == ["─ 4 earlier ─", "─ 1 unread ─"]


def test_keys_find_their_line_again_and_never_repeat() -> None:
    twice = event("say", id="same", text="one")
    found = board(None, twice, b"no", twice, event("say", text="two")._replace(id=""), b"no")
    rows = [row for row in channel.rows(found) if row.selectable]
    assert len({row.key for row in rows}) == 5
    assert [channel.entry_of(found, row.key) for row in rows] == list(found.log)
    assert channel.entry_of(found, "gone") is None


def test_a_row_stands_for_its_event_and_what_that_speaks_of() -> None:
    claim, said_so = (
        event("claim", "senior", id="c", task="S1"),
        event("announce", id="a", path="p"),
    )
    found = board(None, claim, said_so, b"no")
    keys = [row.key for row in channel.rows(found)]
    assert [channel.subject_of(found, key) for key in (*keys, "gone")] == [
        Subject("channel", task="S1", event="c"),
        Subject("channel", path="p", event="a"),
        Subject("channel", event=keys[2]),
        Subject("channel"),
    ]


@pytest.mark.parametrize("at", ["", "yesterday", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
def test_strange_times_do_no_harm(at: str) -> None:
    (row, *_) = channel.rows(board(None, event("join")._replace(at=at)), offset=HOUR)[::-1]
    assert plain(row.lines[0].left).endswith("junior  joins")


def test_an_empty_channel_says_so() -> None:
    (row,) = channel.rows(board())
    assert said([row]) == ["nothing was said yet"]


def test_text_of_others_is_inert_and_a_megabyte_is_cut() -> None:
    lines: list[Event | bytes] = [
        event("say", text=NASTY),
        event("say", text="x" * 10**6),
        event(NASTY, NASTY)._replace(fields={NASTY: [NASTY]}),
        event("vote")._replace(fields={f"f{n}": n for n in range(10_000)}),
        NASTY.encode("utf-8", "surrogateescape"),
    ]
    rows = channel.rows(board(None, *lines))
    assert harmless(spans_of(rows))
    assert max(map(len, said(rows))) < 5000
    assert "+9988 more" in said(rows)[-2]


def test_what_an_unread_event_is_to_the_reader_stands_at_its_end() -> None:
    said_to = event("say", text="look @senior", to=["junior"])
    found = channel.rows(board(None, said_to), width=80)
    assert said(found)[-1].endswith("| mentions you ✓")
    assert role_of(found, "mentions you") == "unread"


def test_an_event_with_an_email_of_nobody_here_is_marked_in_words() -> None:
    mine = Session("junior", emails=("j@example.com",))
    events = [event("join", email=one) for one in ("x@example.com", "J@example.com")]
    found = board(plan(sessions=(mine,)), *events)
    assert [line.partition("| ")[2] for line in said(channel.rows(found))] == [
        "⚠ unverified ✓",
        "✓",
    ]
    assert "⚠ unverified: x@example.com ✓" in said(channel.rows(found, doubts=True))[0]
