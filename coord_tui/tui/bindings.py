"""Key bindings, made from the one table of commands."""

from textual.binding import Binding

from coord_tui.core.board import Board
from coord_tui.presentation.commands import COMMANDS, Subject

PANES = ("ownership", "tasks", "tree", "channel")
"""The panes in the order of their numbers."""


def command_bindings() -> list[Binding]:
    """One binding for each key that acts on the row or opens something."""
    first = {one.key: one for one in reversed(COMMANDS) if one.key and one.means}
    return [
        Binding(key, f"press('{key}')", one.name, show=False, id=one.id)
        for key, one in first.items()
    ]


def command_of(key: str, board: Board, subject: Subject) -> str:
    """The id of what a key stands for on a row: of several commands, the one with a meaning."""
    those = [one for one in COMMANDS if one.key == key and one.means]
    meant = [one for one in those if one.means and one.means(board, subject)]
    return (meant or those)[0].id


def pane_bindings() -> list[Binding]:
    """A number for each pane, and tab to go round them."""
    numbers = [
        Binding(str(number), f"pane('{name}')", name, show=False, id=f"pane.{name}")
        for number, name in enumerate(PANES, 1)
    ]
    return [
        *numbers,
        Binding("tab", "next_pane(1)", "Next pane", show=False, id="pane.next", priority=True),
        Binding("shift+tab", "next_pane(-1)", "Pane before", show=False, id="pane.previous"),
    ]
