"""The tabs of a narrow screen: each pane's short name, and its alarm while it is out of sight."""

from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.rows import Span
from coord_tui.presentation.tree import need_word


class Tab(NamedTuple):
    """One tab."""

    id: str
    number: str
    """The key that leads to it."""
    name: str
    sign: Span = Span("")
    """Its alarm, with a role: `3!` for what needs a word, `1?` for who asks, `2` for the unread."""


def tabs(snapshot: Snapshot) -> tuple[Tab, ...]:
    """A tab for each pane, in the order of their numbers."""
    need = need_word(snapshot)
    return (
        Tab("ownership", "1", "Own"),
        Tab("tasks", "2", "Tasks"),
        Tab("tree", "3", "Tree", Span(f"{need}!" if need else "", "alarm")),
        Tab("channel", "4", "Chan", _waiting(snapshot.board)),
    )


def _waiting(board: Board) -> Span:
    """How many requests only the reader can answer, and how many messages are unread."""
    asked = len(board.open_requests()) if board.me else 0
    counts = (f"{asked}?" if asked else "", str(board.unread or ""))
    return Span(" ".join(filter(None, counts)), "alarm" if asked else "unread")
