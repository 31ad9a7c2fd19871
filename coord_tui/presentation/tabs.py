"""The tabs of a narrow screen: each pane's short name, and its alarm while it is out of sight."""

from typing import NamedTuple

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
    """Its alarm, with a role: `3!` for what needs a word, `2` for what is unread."""


def tabs(snapshot: Snapshot) -> tuple[Tab, ...]:
    """A tab for each pane, in the order of their numbers."""
    need, unread = need_word(snapshot), snapshot.board.unread
    return (
        Tab("ownership", "1", "Own"),
        Tab("tasks", "2", "Tasks"),
        Tab("tree", "3", "Tree", Span(f"{need}!" if need else "", "alarm")),
        Tab("channel", "4", "Chan", Span(str(unread) if unread else "", "unread")),
    )
