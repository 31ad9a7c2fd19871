"""The line at the foot: the keys that mean something now, and what they would do it to."""

from collections.abc import Iterable

from textual.message import Message
from textual.reactive import reactive

from coord_tui.presentation.foot import Entry, fitting
from coord_tui.presentation.rows import Span
from coord_tui.tui.widgets.one_line import PARTING, OneLine, Spot

BETWEEN = Span("  ")


class KeyBar(OneLine):
    """Shows keys, the constant ones behind a line; a click on a key is a press of it."""

    entries: reactive[tuple[Entry, ...]] = reactive(())

    class Pressed(Message):
        """A key of the bar was clicked."""

        def __init__(self, key_bar: "KeyBar", command: str) -> None:
            super().__init__()
            self.key_bar = key_bar
            self.command = command
            """The id of the command."""

        @property
        def control(self) -> "KeyBar":
            """The bar that sent it."""
            return self.key_bar

    def spots(self, width: int) -> Iterable[Spot]:
        """The keys that fit."""
        before: Entry | None = None
        for entry in fitting(self.entries, width):
            if before is not None:
                yield Spot((PARTING if entry.constant != before.constant else BETWEEN,))
            yield Spot((Span(entry.key, "key"), Span(f" {entry.words}", "dim")), entry.command)
            before = entry

    def pressed(self, target: str) -> None:
        """Pass the click on as a command."""
        self.post_message(self.Pressed(self, target))
