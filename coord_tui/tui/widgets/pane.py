"""Frames a pane: its number and name above, its counts and its trouble below."""

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import inert
from coord_tui.tui.rendering import palette_of

BETWEEN = Span(" · ", "dim")


class Pane(Vertical):
    """One thin frame, lit only while the focus is inside; can fill the screen."""

    ALLOW_MAXIMIZE = True

    detail: reactive[Spans] = reactive(())
    """What follows the name in the upper edge: the round, the filter."""
    counts: reactive[Spans] = reactive(())
    """The numbers in the lower edge."""
    problem: reactive[str] = reactive("")
    """What is wrong with what the pane shows; empty when all is well."""

    def __init__(
        self,
        number: str,
        name: str,
        *children: Widget,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Args: number: the key that leads here; name: the pane's word, as in the help."""
        super().__init__(*children, id=id, classes=classes)
        self._words = Content.styled(inert(f"{number} {name}".strip()), Style(bold=True))

    def watch_detail(self) -> None:
        """Write the upper edge."""
        self._write_edges()

    def watch_counts(self) -> None:
        """Write the lower edge."""
        self._write_edges()

    def watch_problem(self) -> None:
        """Write the lower edge."""
        self._write_edges()

    def notify_style_update(self) -> None:
        """Write the edges in the colours of now."""
        super().notify_style_update()
        if self.is_mounted:
            self._write_edges()

    def _write_edges(self) -> None:
        palette = palette_of(self.app)
        detail = (BETWEEN, *self.detail) if self.detail else ()
        trouble = (Span(f"⚠ {self.problem}", "alarm"),) if self.problem else ()
        parting = (BETWEEN,) if trouble and self.counts else ()
        below = (*trouble, *parting, *self.counts)
        self.border_title = self._words + palette.content(detail)
        self.border_subtitle = palette.content(below) if below else None
