"""The channel's pane: the log, and at its end what stays there until somebody does something.

Events that lost stand until they are read, requests until they are answered.
"""

from coord_tui.core.board import Board, age
from coord_tui.core.contact import Withdrawn
from coord_tui.core.state import Request
from coord_tui.core.times import span
from coord_tui.presentation import channel, symbols
from coord_tui.presentation.asking import asks
from coord_tui.presentation.channel import APART, INDENT, Look, Zone
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert, spans_width, wrap

LOST, ASKED = f"{APART}{APART}lost ", f"{APART}{APART}asked "
"""What the keys of these rows begin with; the id of the event follows."""
MOST_LINES = 4
"""Lines of the reasons for something that are shown; its details have them all."""
ANSWERS = (
    Span("y", "key"), Span(" grant ", "dim"), Span(f"{symbols.POINT} "), Span("n", "key"),
    Span(" deny", "dim"),
)  # fmt: skip


def rows(board: Board, offset: int = 0, width: int = 0) -> tuple[Row, ...]:
    """The rows of the log, then those that stay; as `channel.rows`."""
    look = Look(board, Zone(offset), width)
    asked = board.open_requests() if board.me else ()
    stay = [_lost(one, look) for one in board.withdrawn]
    if asked:
        stay.append(channel.separator("asked", _waiting(len(asked)), width, "unread"))
        stay += [_asked(one, board, width) for one in asked]
    logged = channel.rows(board, offset, width)
    return (*(logged if board.log else ()), *stay) if stay else logged


def _waiting(count: int) -> str:
    return "1 waits for your answer" if count == 1 else f"{count} wait for your answer"


def _lost(lost: Withdrawn, look: Look) -> Row:
    """What was wanted, struck out, and to whom it was lost."""
    indent = spans_width(look.who(lost.event)) if look.width >= 60 else INDENT
    words = f"withdrawn: {inert(lost.reason)}"
    parts = wrap(words, max(16, look.width - indent - 2))[:MOST_LINES] if look.width else (words,)
    why = (Line((Span(" " * indent), Span(part, "warn"))) for part in parts)
    return Row(f"{LOST}{lost.event.id}", (look.struck(lost.event), *why), tag="unread")


def _asked(request: Request, board: Board, width: int) -> Row:
    """Who asks for what and why, and the keys that answer."""
    who = (Names(board).span(request.session, "strong"), *asks(request, board))
    words, ago = f"“{inert(request.why)}”", Span(span(age(board, request.at)), "dim")
    right = (ago, Span("  "), *ANSWERS)
    whole = Line((*who, Span(f" {words}")), right, "middle")
    if not width or spans_width((*whole.left, *whole.right)) + 3 <= width:
        lines: tuple[Line, ...] = (whole,)
    else:
        lines = (Line(who, (ago,), "middle"), *_below(words, width))
    return Row(f"{ASKED}{request.id}", lines, tag="unread")


def _below(words: str, width: int) -> list[Line]:
    """The words in lines of their own, the keys at the end of the last one."""
    room = width - INDENT - spans_width(ANSWERS) - 3
    if room > 24:
        parts = wrap(words, room)[:MOST_LINES]
        indented = [Line((Span(" " * INDENT + part),)) for part in parts]
        return [*indented[:-1], indented[-1]._replace(right=ANSWERS)]
    parts = wrap(words, max(12, width - INDENT - 2))[:MOST_LINES]
    return [*(Line((Span(" " * INDENT + part),)) for part in parts), Line((), ANSWERS)]


def subject_of(board: Board, key: str) -> Subject:
    """The event of a row, and the task or file that it speaks of."""
    if lost := lost_of(board, key):
        return Subject("channel", lost.event.text("task"), lost.event.text("path"), key)
    if key.startswith(ASKED):
        id = key.removeprefix(ASKED)
        path = next((one.path for one in board.requests if one.id == id), "")
        return Subject("channel", path=path, event=id)
    return channel.subject_of(board, key)


def lost_of(board: Board, key: str) -> Withdrawn | None:
    """The event that lost which a row stands for."""
    return next((one for one in board.withdrawn if f"{LOST}{one.event.id}" == key), None)


def edge(board: Board) -> Spans:
    """How many wait for the reader's answer, how many events for the reader and for the remote."""
    asked = len(board.open_requests()) if board.me else 0
    pending = board.pending if board.contact.remote else 0
    counts = ((asked, "to answer", "unread"), (board.unread, "unread", "unread"))
    spans: list[Span] = []
    for count, word, role in (*counts, (pending, "pending", "pending")):
        if count:
            spans += [Span(f" {symbols.POINT} ", "dim")] if spans else []
            spans.append(Span(f"{count} {word}", role))
    return tuple(spans)
