"""Chooses lines of the channel: those unread, those about a thing, those that are new."""

from collections import Counter
from collections.abc import Iterable

from coord_tui.core.board import Board, LogEntry
from coord_tui.core.events import Event

THINGS = ("task", "path", "pattern", "about", "request", "from", "owner")
"""Fields that name what an event is about."""


def chosen(board: Board, *, unread: bool = False, about: str = "") -> list[LogEntry]:
    """The lines in order; `unread` ones with the requests that wait for the reader's answer."""
    asked = {request.id for request in board.open_requests()} if unread and board.me else set()
    paths = {one.id: one.path for one in board.requests}
    return [
        entry
        for entry in board.log
        if (not unread or entry.unread or (entry.line.event and entry.line.event.id in asked))
        and (not about or (entry.line.event and _is_about(entry.line.event, about, paths)))
    ]


def _is_about(event: Event, thing: str, paths: dict[str, str]) -> bool:
    named = {event.by, event.id, *event.texts("to"), *(event.text(name) for name in THINGS)}
    return thing in named or paths.get(event.text("request")) == thing


class Fresh:
    """Remembers which lines it was shown: lines from other clones may come in between."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, entries: Iterable[LogEntry]) -> list[LogEntry]:
        """Those of the lines that were never among the ones it was shown."""
        counted: Counter[str] = Counter()
        fresh = []
        for entry in entries:
            key = entry.line.event.id if entry.line.event else f"\0{entry.line.text}"
            counted[key] += 1
            if counted[key] > self._seen[key]:
                fresh.append(entry)
        self._seen |= counted
        return fresh
