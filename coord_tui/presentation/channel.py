"""The channel as people read it: one row an event, the newest last, nothing hidden.

Lines that are no event and events that the rules refused stand in their place, marked.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from coord_tui.core.board import Board, LogEntry
from coord_tui.core.events import Event
from coord_tui.core.times import seconds_of
from coord_tui.presentation import symbols
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.inbox import MEANT
from coord_tui.presentation.presence import stranger
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sentences import Teller
from coord_tui.presentation.text import cell_width, inert, spans_width, wrap

LAST = 2000
"""Lines of the channel of which rows are made."""
APART = "\0"
"""Starts the keys of what is no event, and the tail that tells repeats of one event apart."""
NO_TIME = "--:--"
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
"""Written here: the names of the `datetime` module depend on the locale."""


class Zone(NamedTuple):
    """Where the reader's clock stands: seconds east of UTC."""

    offset: int = 0

    def local(self, at: float) -> datetime | None:
        """The moment by the reader's clock; None if it is none that a calendar has."""
        try:
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=at + self.offset)
        except (OverflowError, ValueError):
            return None

    def clock(self, at: str) -> str:
        """Hours and minutes, always five cells."""
        moment = self.local(seconds_of(at))
        return f"{moment:%H:%M}" if moment else NO_TIME

    def day(self, at: float) -> str:
        """The day, as `Sat 31 Jan 2026`; empty if there is none."""
        moment = self.local(at)
        if moment is None:
            return ""
        return f"{DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def rows(
    board: Board, offset: int = 0, width: int = 0, last: int = LAST, *, doubts: bool = False
) -> tuple[Row, ...]:
    """A row for each of the `last` lines, with separators `width` cells wide among them.

    `offset` is where the reader's clock stands: seconds east of UTC. With `doubts` it is said of
    unverified events by whose email they were written.
    """
    start, zone = max(0, len(board.log) - last), Zone(offset)
    if not board.log:
        return (separator("empty", "nothing was said yet", 0),)
    listed = [separator("earlier", f"{start} earlier", width)] if start else []
    look = Look(board, zone, width, doubts)
    unread, day = _first_unread(board), zone.day(board.now)
    for number, (key, entry) in enumerate(_keyed(board, start), start):
        if entry.line.event is not None:
            today = zone.day(seconds_of(entry.line.event.at)) or day
            if today != day:
                listed.append(separator(f"day {key}", today, width))
            day = today
        if unread is not None and number == max(unread, start):
            listed.append(separator("unread", f"{board.unread} unread", width, "unread"))
        listed.append(look.row(key, entry))
    return tuple(listed)


def entry_of(board: Board, key: str, *, last: int = LAST) -> LogEntry | None:
    """The line of the channel that a row of `rows` stands for, `last` being the same."""
    start = max(0, len(board.log) - last)
    return next((entry for found, entry in _keyed(board, start) if found == key), None)


def subject_of(board: Board, key: str) -> Subject:
    """The event of a row, and the task or file that it speaks of."""
    entry = entry_of(board, key)
    if entry is None or entry.line.event is None:
        return Subject("channel", event=key if entry else "")
    event = entry.line.event
    return Subject("channel", event.text("task"), event.text("path"), key)


def _keyed(board: Board, start: int) -> Iterator[tuple[str, LogEntry]]:
    """The lines from `start` on, each with a key that it keeps when others come before it."""
    seen: dict[str, int] = {}
    for entry in board.log[start:]:
        event = entry.line.event
        id = event.id.replace(APART, "�") if event else ""
        name = id or f"{APART}{entry.line.number}"
        seen[name] = count = seen.get(name, 0) + 1
        yield name if count == 1 else f"{name}{APART}{count}", entry


def _first_unread(board: Board) -> int | None:
    return next((n for n, entry in enumerate(board.log) if entry.unread), None)


def separator(name: str, words: str, width: int, role: str = "dim") -> Row:
    """A line across the pane with words in its middle."""
    text = symbols.rule(words, width) if name != "empty" else words
    return Row(f"{APART}{APART}{name}", (Line((Span(text, role),)),), selectable=False)


INDENT = 3
MOST_LINES = 8
"""Lines of an unread message that are shown in the list; its details have it all."""


class Look:
    """How the lines of one board look."""

    def __init__(self, board: Board, zone: Zone, width: int, doubts: bool = False) -> None:
        """Args: doubts: say of unverified events by whose email they were written."""
        self.zone, self.teller, self.width, self.doubts = zone, Teller(board), width, doubts
        self.names = self.teller.names

    def row(self, key: str, entry: LogEntry) -> Row:
        """The row of a line of the channel."""
        event = entry.line.event
        if event is None:
            return Row(key, (_no_event(entry),), tag="alarm")
        if entry.refused:
            return Row(key, tuple(map(_indented, self._refused(event, entry))))
        line = Line((*self.who(event), *self.teller.tell(event)), _state(entry, self.doubts))
        if not entry.unread:
            return Row(key, (_indented(line),))
        if not self.width or spans_width((*line.left, *line.right)) + 2 <= self.width:
            return Row(key, (line,), tag="unread")
        if event.kind == "say":
            return Row(key, self._whole(event, line), tag="unread")
        return Row(key, (line._replace(right=line.right[-1:]),), tag="unread")

    def _whole(self, event: Event, line: Line) -> tuple[Line, ...]:
        """A message that is too long for a line, with its words below it."""
        words = f"“{inert(event.text('text'))}”"
        mute = event._replace(fields={**event.fields, "text": ""})
        first = line._replace(left=(*self.who(event), *self.teller.tell(mute)))
        parts = wrap(words, max(12, self.width - 2 * INDENT))[:MOST_LINES]
        return (first, *(Line((Span(" " * INDENT + part),)) for part in parts))

    def who(self, event: Event) -> Spans:
        """When and by whom."""
        name = self.names.span(event.by)
        padding = Span(" " * (max(0, self.names.width - cell_width(name.text)) + 2))
        return (Span(f"{self.zone.clock(event.at)} ", "dim"), name, padding)

    def _refused(self, event: Event, entry: LogEntry) -> tuple[Line, Line]:
        """What was wanted, struck out, and why it did not come to pass."""
        indent = Span(" " * spans_width(self.who(event)))
        reason = Span(inert(entry.refused), "dim")
        return self.struck(event), Line((indent, Span("refused: ", "warn"), reason))

    def struck(self, event: Event) -> Line:
        """What was wanted, struck out."""
        told = self.teller.tell(event)
        return Line((*self.who(event), *(Span(span.text, "dropped") for span in told)))


def _indented(line: Line) -> Line:
    """As far from the edge as a line behind a mark."""
    return line._replace(left=(Span(" "), *line.left))


def _state(entry: LogEntry, doubts: bool) -> Spans:
    """What it is to the reader, whether it is doubtful, and whether the remote has it."""
    meant = MEANT.get(entry.meant, "")
    by = f": {stranger(entry)}" if doubts else ""
    sign = symbols.CONFIRMED if entry.confirmed else symbols.PENDING
    return (
        *((Span(f"{meant} ", "unread"),) if meant else ()),
        *((Span(f"{symbols.WARNING} unverified{by} ", "warn"),) if entry.unverified else ()),
        Span(sign, "confirmed" if entry.confirmed else "pending"),
    )


def _no_event(entry: LogEntry) -> Line:
    line = entry.line
    where = Span(f"line {line.number} is no event: {inert(line.problem)} ", "alarm")
    return Line((where, Span(inert(line.text), "dim")))
