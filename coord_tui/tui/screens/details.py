"""Everything about one thing, in a dialog that scrolls and closes with any of the usual keys."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from coord_tui.presentation.rows import Row, Span
from coord_tui.tui.rendering import palette_of
from coord_tui.tui.widgets.row_list import RowList


class Details(ModalScreen[str | None]):
    """Shows rows under a title; enter returns the key of the row under the cursor, if any."""

    BINDINGS = [
        Binding("escape,q", "close", "Close", show=False),
        Binding("enter", "close", "Close", show=False),
    ]

    def __init__(self, title: str, rows: tuple[Row, ...], *, empty: str = "") -> None:
        """Args: rows: with selectable ones there is a cursor, without it is a text."""
        super().__init__()
        self._title, self._rows, self._empty = title, rows, empty

    def compose(self) -> ComposeResult:
        """Title, rows, and the keys."""
        content = palette_of(self.app).content
        with Vertical(classes="dialog -wide"):
            yield Static(content((Span(self._title, "title"),)), classes="dialog-title")
            yield RowList(self._rows, empty=self._empty)
            yield Static(content((Span("escape", "key"), Span(" close", "dim"))))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Return the row that was opened."""
        self.dismiss(message.key)

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
