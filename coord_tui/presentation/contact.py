"""How long ago the remote was heard of, for people and for programs."""

from typing import Any

from coord_tui.core.board import Board
from coord_tui.core.times import span, text_of
from coord_tui.presentation.text import inert


def contact_words(board: Board) -> str:
    """`synced 4s ago`, `origin away 2m`; empty where no remote was ever asked."""
    contact = board.contact
    if not contact.remote:
        return ""
    if contact.away:
        heard = f", synced {span(board.now - contact.at)} ago" if contact.at else ""
        return f"{inert(contact.remote, 24)} away {span(board.now - contact.since)}{heard}"
    return f"synced {span(board.now - contact.at)} ago" if contact.at else "not synced yet"


def contact_document(board: Board) -> dict[str, Any] | None:
    """The remote's name, when it last answered, and why it is away; null without a remote."""
    contact = board.contact
    if not contact.remote:
        return None
    at = text_of(contact.at) if contact.at else None
    return {"name": contact.remote, "at": at, "away": contact.away or None}
