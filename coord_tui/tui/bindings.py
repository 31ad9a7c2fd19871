"""Key bindings, made from the one table of commands."""

from textual.binding import Binding

from coord_tui.presentation.commands import COMMANDS, Command

PANES = ("ownership", "tasks", "tree", "channel")
"""The panes in the order of their numbers."""


def command_bindings() -> list[Binding]:
    """One binding for each command that acts on the row or opens something."""
    return [_binding(command) for command in COMMANDS if command.key and command.means]


def _binding(command: Command) -> Binding:
    action = f"act('{command.id}')"
    return Binding(command.key, action, command.name, show=False, id=command.id)


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
