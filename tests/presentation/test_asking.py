"""What is asked of whom, wherever it is said: to take over a hold is not leave of an owner."""

import pytest

from coord_tui.core.board import Board
from coord_tui.core.events import Event
from coord_tui.presentation import pinned
from coord_tui.presentation.answering import request_of
from coord_tui.presentation.brief import brief_lines
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.inbox import inbox_document, inbox_lines
from coord_tui.presentation.path_details import path_lines
from coord_tui.presentation.sentences import Teller
from coord_tui.presentation.waiting import request
from tests.builders import (
    MINUTE,
    NASTY,
    board,
    event,
    harmless,
    plain,
    said,
    snapshot,
    spans_of,
)

CONFIG = "atlas/config.py"
HELD = event("announce", "senior", ago=9 * MINUTE, path=CONFIG, intent="a section")
GLOB = event("reserve", "senior", ago=9 * MINUTE, pattern="docs/*.md")
ASK = event("ask", ago=3 * MINUTE, id="xx3f9a", path=CONFIG, why="a provider")
ASK_GLOB = event("ask", ago=3 * MINUTE, id="xx3f9a", path="docs/a.md", why="a provider")
GRANT = event("grant", "senior", request="xx3f9a", words="go on")
DENY = event("deny", "senior", request="xx3f9a", words="later")
BACK = event("unreserve", "senior")


@pytest.mark.parametrize(
    ("events", "what"),
    [
        ((HELD, ASK), "your announcement of atlas/config.py"),
        ((GLOB, ASK_GLOB), "your reservation of docs/*.md (for docs/a.md)"),
    ],
)
def test_the_holder_is_told_which_hold_is_asked_for(events: tuple[Event, ...], what: str) -> None:
    found = board(None, *events)
    *_, row = said(pinned.rows(found))
    assert row == f"junior asks to take over {what} “a provider” | 3m  y grant · n deny"
    assert [plain(line) for line in inbox_lines(found)][1:3] == [
        f"  junior asks to take over {what}, 3m ago: “a provider”",
        '    coord-tui grant 3f9a   or   coord-tui deny 3f9a "why"',
    ]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (ASK, f"asks senior to hand over {CONFIG} “a provider” (3f9a)"),
        (GRANT, f"hands over {CONFIG} to junior “go on”"),
        (DENY, f"denies junior {CONFIG} “later”"),
    ],
)
def test_the_log_tells_it_in_a_sentence(made: Event, expected: str) -> None:
    assert plain(Teller(board(None, HELD, ASK, GRANT)).tell(made)) == expected


def test_the_brief_tells_both_sides() -> None:
    def requests(me: str) -> list[str]:
        lines = [plain(line) for line in brief_lines(snapshot(board(None, HELD, ASK, me=me)))]
        return [line[9:] for line in lines if line.startswith("requests")]

    assert requests("senior") == [f"3f9a junior asks to take over {CONFIG}: grant or deny it"]
    assert requests("junior") == [f"3f9a you asked senior to hand over {CONFIG}"]


@pytest.mark.parametrize(
    ("events", "answer"),
    [((), "not answered yet"), ((GRANT,), "handed over “go on”"), ((DENY,), "denied “later”"),
     ((BACK,), "ended before it was answered")],
)  # fmt: skip
def test_the_details_of_the_file_say_what_became_of_it(
    events: tuple[Event, ...], answer: str
) -> None:
    found = said(path_lines(snapshot(board(None, HELD, ASK, *events)), CONFIG))
    assert [line for line in found if line.startswith("asked")] == [
        f"asked    junior “a provider” {answer}"
    ]


def test_json_says_that_it_is_a_handover() -> None:
    (found,) = inbox_document(board(None, HELD, ASK))["requests"]
    assert (found["handover"], found["owner"], found["answer"]) == (True, "senior", None)
    leave = board(None, event("ask", path="atlas/agents/a.py", why="w"))
    assert not request(leave.requests[0])["handover"]
    assert request(board(None, HELD, ASK, BACK).requests[0])["answer"] == "over"


@pytest.mark.parametrize(
    ("events", "grant", "deny"),
    [((), True, True), ((GRANT,), False, False), ((DENY,), True, False), ((BACK,), False, False)],
)
def test_keys_answer_what_can_be_answered(
    events: tuple[Event, ...], grant: bool, deny: bool
) -> None:
    found: Board = board(None, HELD, ASK, *events)
    row = Subject("channel", path=CONFIG, event="xx3f9a")
    assert (request_of(found, row, "grant") is not None) == grant
    assert (request_of(found, row, "deny") is not None) == deny


def test_it_is_harmless() -> None:
    path = "docs/\x1b[2J[/].md"
    held = event("reserve", "senior", pattern="/docs/")
    wild = board(None, held, event("ask", id="\u202ebad", path=path, why=NASTY))
    assert wild.requests[0].reservation
    assert harmless(spans_of(pinned.rows(wild, width=50)))
    assert all(harmless(line) for line in inbox_lines(wild))
    assert all(harmless(line) for line in brief_lines(snapshot(wild)))
