"""What waits for the reader, most urgent first, with the commands that answer it.

Behind what others want of it stands what its own working tree does: to pull, to finish.
"""

from collections.abc import Iterable

from coord_tui.core.board import Board, LogEntry, age
from coord_tui.core.contact import Withdrawn
from coord_tui.core.due import NOTHING_DUE, Due
from coord_tui.core.inbox import Inbox, inbox
from coord_tui.core.shell import word
from coord_tui.core.short_ids import short_id
from coord_tui.core.state import Request
from coord_tui.core.times import span
from coord_tui.presentation import documents
from coord_tui.presentation.asking import asks
from coord_tui.presentation.documents import Document
from coord_tui.presentation.due import due_blocks, due_document
from coord_tui.presentation.presence import stranger
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sentences import Teller
from coord_tui.presentation.text import inert
from coord_tui.presentation.waiting import request as request_document

MEANT = {
    "mention": "mentions you",
    "takeover": "takes your task",
    "assigned": "gives it to you",
    "freed": "a task of yours is ready",
}
"""What an event is to the reader beyond what it says."""


def inbox_lines(board: Board, due: Due = NOTHING_DUE) -> list[Spans]:
    """One block for each kind of thing that waits; a line when nothing does."""
    found, teller = inbox(board), Teller(board)
    blocks = (
        ("to answer", [line for one in found.requests for line in _request(one, board, teller)]),
        ("lost to others", [line for one in found.withdrawn for line in _lost(one, teller)]),
        ("answers to you", [_event(entry, board, teller) for entry in found.answers]),
        ("your tasks", [_event(entry, board, teller) for entry in found.tasks]),
        ("messages", [_event(entry, board, teller) for entry in found.messages]),
        *due_blocks(due, board),
    )
    lines = [
        line
        for title, listed in blocks
        if listed
        for line in ((), (Span(title, "title"),), *listed)
    ]
    if not lines:
        return [(Span("nothing waits for you" if board.me else "an observer has no inbox", "dim"),)]
    return [*lines[1:], *_foot(found)]


def _foot(found: Inbox) -> list[Spans]:
    """How to be done with what was read."""
    if not any(found._replace(requests=())):
        return []
    return [(), (Span("`coord-tui ack` marks all but the requests as read", "dim"),)]


def _request(found: Request, board: Board, teller: Teller) -> Iterable[Spans]:
    """Who asks for what, and what to type."""
    ago, task = span(age(board, found.at)), f" for {inert(found.task)}" if found.task else ""
    yield (
        Span("  "),
        teller.names.span(found.session),
        *asks(found, board),
        Span(f"{task}, {ago} ago: “{inert(found.why)}”"),
    )
    grant, deny = answers(found, board)
    yield (Span(f"    {grant}", "key"), Span("   or   ", "dim"), Span(deny, "key"))


def answers(found: Request, board: Board) -> tuple[str, str]:
    """The commands that grant and deny a request."""
    id = word(inert(short_id(found.id, [one.id for one in board.requests])))
    return f"coord-tui grant {id}", f'coord-tui deny {id} "why"'


def _lost(found: Withdrawn, teller: Teller) -> Iterable[Spans]:
    yield (Span("  your event: ", "dim"), *teller.tell(found.event))
    yield (Span(f"    {inert(found.reason)}", "warn"),)


def _event(entry: LogEntry, board: Board, teller: Teller) -> Spans:
    event = entry.line.event
    assert event is not None
    more = MEANT.get(entry.meant, "")
    doubt = f"  unverified: {stranger(entry)}" if entry.unverified else ""
    return (
        Span(f"  {span(age(board, event.at)):>4} ago  ", "dim"),
        teller.names.span(event.by),
        Span(" "),
        *teller.tell(event),
        Span(f"  {more}" if more else "", "unread"),
        Span(doubt, "warn"),
    )


def inbox_document(board: Board, due: Due = NOTHING_DUE) -> Document:
    """The same as JSON: events as stored, with what they are to the reader."""
    found = inbox(board)
    return {
        "requests": [_request_document(one, board) for one in found.requests],
        "withdrawn": [
            documents.stored(one.event) | {"reason": one.reason} for one in found.withdrawn
        ],
        "answers": [_answer_document(entry, board) for entry in found.answers],
        "tasks": [documents.log_entry(entry) | {"meant": entry.meant} for entry in found.tasks],
        "messages": [
            documents.log_entry(entry) | {"meant": entry.meant} for entry in found.messages
        ],
        **due_document(due),
    }


def _request_document(found: Request, board: Board) -> Document:
    entry = next(
        (e for e in board.log if e.line.event and e.line.event.id == found.id and not e.refused),
        None,
    )
    grant, deny = answers(found, board)
    stored = documents.log_entry(entry) if entry else {}
    return stored | request_document(found) | {"grant": grant, "deny": deny}


def _answer_document(entry: LogEntry, board: Board) -> Document:
    """The answer as stored; what it was about as `asked`."""
    event = entry.line.event
    asked = next((r for r in board.requests if event and r.id == event.text("request")), None)
    return documents.log_entry(entry) | {"asked": request_document(asked) if asked else None}
