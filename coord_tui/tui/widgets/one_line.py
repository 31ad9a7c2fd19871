"""The base of the bars: one line high, painted from spans, with places that can be clicked."""

from collections.abc import Iterable
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.widget import Widget

from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import spans_width
from coord_tui.tui.rendering import palette_of

PARTING = Span(" │ ", "frame")


class Spot(NamedTuple):
    """Spans of a bar; a click on them means `target`, when it names something."""

    spans: Spans
    target: str = ""


class OneLine(Widget):
    """A bar of spots; children say which spots fit, and what a click on one means."""

    ALLOW_SELECT = False

    def spots(self, width: int) -> Iterable[Spot]:
        """What to show in that many cells, from left to right."""
        return ()

    def pressed(self, target: str) -> None:
        """A spot with a target was clicked."""

    def render(self) -> Content:
        """The spots, in the colours of now."""
        palette = palette_of(self.app)
        spots = self.spots(self.content_size.width)
        return Content.assemble(*(palette.content(spot.spans) for spot in spots))

    def on_click(self, event: events.Click) -> None:
        """Tell which spot was clicked."""
        offset = event.get_content_offset(self)
        target = "" if offset is None else self._target_at(offset.x)
        if target:
            event.stop()
            self.pressed(target)

    def _target_at(self, x: int) -> str:
        for spot in self.spots(self.content_size.width):
            x -= spans_width(spot.spans)
            if x < 0:
                return spot.target
        return ""
