"""What came in for the session that looks and should not wait for its eye: told once, in a line."""

from coord_tui.core.board import Board
from coord_tui.core.events import Event
from coord_tui.presentation.sentences import Teller
from coord_tui.presentation.text import inert

URGENT = ("takeover", "answer", "assigned", "mention")
"""As what an event is meant that is told at once; messages to all can wait in the channel."""


def news(before: Board, after: Board) -> list[str]:
    """What is meant for the session on the board `after`, and was not yet on the one `before`."""
    told = _urgent(before)
    new = [event for id, event in _urgent(after).items() if id not in told]
    teller = Teller(after) if new else None
    return [_words(event, teller) for event in new if teller]


def _urgent(board: Board) -> dict[str, Event]:
    return {
        entry.line.event.id: entry.line.event
        for entry in board.log
        if entry.meant in URGENT and entry.line.event
    }


def _words(event: Event, teller: Teller) -> str:
    return f"{inert(event.by)} {''.join(span.text for span in teller.tell(event))}"
