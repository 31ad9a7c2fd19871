"""What a request is about, in words: leave to edit a file, or to take over what one holds."""

from coord_tui.core.board import Board
from coord_tui.core.state import Request
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import inert

HELD = {"announce": "announcement", "reserve": "reservation"}


def asks(found: Request, board: Board) -> Spans:
    """What a session asks of the reader, after its name: `asks for config.py`."""
    holds = (hold.reservation for hold in board.holds)
    held = next((one for one in holds if one.id == found.reservation), None)
    if held is None:
        return (Span(" asks for "), Span(inert(found.path), "object"))
    what = f" asks to take over your {HELD.get(held.kind, held.kind)} of "
    of = f" (for {inert(found.path)})" if held.shown != found.path else ""
    return (Span(what), Span(inert(held.shown), "object"), *((Span(of),) if of else ()))


def for_what(found: Request) -> str:
    """The same in few words, before the path."""
    return "to take over" if found.reservation else "for"


def asked_words(found: Request, whom: str) -> str:
    """What the reader itself asked, and of whom: `you asked junior for config.py`."""
    what = "to hand over" if found.reservation else "for"
    return f"you asked {whom} {what} {inert(found.path)}"
