"""A question with one line to type; a refusal stands under what was typed, on the spot."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from coord_tui.presentation.rows import Span
from coord_tui.tui.rendering import palette_of

KEYS = (
    Span("enter", "key"),
    Span(" ok  ", "dim"),
    Span("escape", "key"),
    Span(" cancel", "dim"),
)


def anything(_text: str) -> str:
    """Refuse nothing."""
    return ""


class Prompt(ModalScreen[str | None]):
    """Returns what was typed, without blanks around it, or None when it was cancelled."""

    BINDINGS = [Binding("escape", "cancel", "Cancel", show=False)]

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        hint: str = "",
        refusal: Callable[[str], str] = anything,
        suggester: Suggester | None = None,
    ) -> None:
        """Ask for a line.

        Args:
            title: what is asked.
            value: what stands there at first.
            hint: what the line is for.
            refusal: says why the typed text cannot be taken, or nothing when it can.
            suggester: how what is typed may go on.
        """
        super().__init__()
        self._title, self._value, self._hint, self._refusal = title, value, hint, refusal
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        """Title, line, what it is for or why it was refused, and the keys."""
        content = palette_of(self.app).content
        with Vertical(classes="dialog"):
            yield Static(content((Span(self._title, "title"),)), classes="dialog-title")
            yield Input(self._value, compact=True, suggester=self._suggester)
            yield Static(id="answer")
            yield Static(content(KEYS))

    def on_mount(self) -> None:
        """Say what the line is for."""
        self._say(Span(self._hint, "dim"))

    def on_input_changed(self) -> None:
        """A new text deserves a new judgement."""
        self._say(Span(self._hint, "dim"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say why not."""
        text = event.value.strip()
        reason = self._refusal(text)
        if reason:
            self._say(Span(reason, "alarm"))
        else:
            self.dismiss(text)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    def _say(self, words: Span) -> None:
        line = self.query_one("#answer", Static)
        line.update(palette_of(self.app).content((words,)))
        line.display = bool(words.text)
