"""Paints single lines of a row list and remembers them, so that scrolling back costs nothing."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.style import Style as RichStyle
from textual.app import App
from textual.cache import LRUCache
from textual.strip import Strip

from coord_tui.presentation.rows import Line, Row, Span
from coord_tui.presentation.text import layout, wrap
from coord_tui.tui.rendering import palette_of

MARK = "▌"

_AGES = re.compile(r"\d+ ?[smhd]\b")


class Look(NamedTuple):
    """All that decides how one line of the list is painted."""

    row: Row
    line: int
    """Which line of the row."""
    state: str
    """States laid over the roles: "fresh", "cursor" or "cursor-faint"."""


class RowPainter:
    """Makes strips of exactly the width asked for, in the colours of one moment."""

    def __init__(self, app: App[Any], base: RichStyle) -> None:
        """Args: base: the list's own colour and ground."""
        self._palette = palette_of(app)
        self._base = base
        self._strips: LRUCache[tuple[Look, int, bool], Strip] = LRUCache(1024)

    def strip(self, look: Look, width: int, *, apart: bool = False) -> Strip:
        """One line of a row: its mark, then its two ends; `apart` from what follows by a blank."""
        strip = self._strips.get((look, width, apart))
        if strip is None:
            strip = self._strips[look, width, apart] = self._paint(look, width, apart)
        return strip

    def _paint(self, look: Look, width: int, apart: bool) -> Strip:
        row, number, state = look
        mark = (Span(MARK, row.tag),) if row.tag and width else ()
        spans = layout(row.lines[number], max(0, width - len(mark) - apart))
        paint = self._palette.segments
        segments = [*paint(mark, self._base), *paint(spans, self._base, state)]
        ground = self._base + self._palette.state(state)
        return Strip(segments).adjust_cell_length(width, ground)

    def words(self, text: str, line: int, width: int) -> Strip:
        """One line of the words that stand where no rows are."""
        lines = wrap(text, width)
        left = (Span(lines[line], "dim"),) if line < len(lines) else ()
        return Strip(self._palette.segments(layout(Line(left), width), self._base))


def is_news(old: Row | None, new: Row) -> bool:
    """Whether the row says something new; an age that ticks ("3m", "4m") is no news."""
    if old is None or old is new:
        return old is None
    return old != new and list(_gist(old)) != list(_gist(new))


def _gist(row: Row) -> Iterator[tuple[str, str]]:
    for line in row.lines:
        for text, role in (*line.left, *line.right):
            yield _AGES.sub("", text), role
