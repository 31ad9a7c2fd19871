"""A question with two answers, where something could be lost; escape loses nothing."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from coord_tui.presentation.foot import Entry
from coord_tui.presentation.rows import Span
from coord_tui.tui.rendering import palette_of
from coord_tui.tui.widgets.key_bar import KeyBar


class Confirm(ModalScreen[bool]):
    """Returns whether the person said yes."""

    BINDINGS = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n,escape,q", "answer(False)", "No", show=False),
    ]

    def __init__(self, title: str, words: str, *, yes: str, no: str) -> None:
        """Args: words: what would be lost; yes, no: what the two keys do."""
        super().__init__()
        self._title, self._words, self._yes, self._no = title, words, yes, no

    def compose(self) -> ComposeResult:
        """Title, what it is about, and the keys."""
        content = palette_of(self.app).content
        with Vertical(classes="dialog"):
            yield Static(content((Span(self._title, "title"),)), classes="dialog-title")
            yield Static(content((Span(self._words),)), classes="dialog-text")
            yield KeyBar()

    def on_mount(self) -> None:
        """Offer both keys."""
        self.query_one(KeyBar).entries = (
            Entry("y", self._yes, "answer(True)"),
            Entry("n", self._no, "answer(False)"),
        )

    def action_answer(self, answer: bool) -> None:
        """Leave with that answer."""
        self.dismiss(answer)

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A click on a key is a press of it."""
        await self.run_action(message.command)
