"""Sets rows of texts in columns that fit a terminal, for the command line's lists."""

from collections.abc import Sequence

from coord_tui.presentation.rows import Line, Span, Spans
from coord_tui.presentation.text import cell_width, fit_end, inert, layout

GAP = "  "
LEAST = 12
"""Cells that the yielding column keeps, however narrow the terminal is."""


def columns(rows: Sequence[Spans], width: int, yields: int, indent: str = "") -> list[Spans]:
    """The rows, one text per column, aligned.

    The column numbered `yields` is cut so that a row fits into `width` cells; 0 cuts nothing.
    Columns that are empty in every row are left out.
    """
    clean = [[Span(inert(text), role) for text, role in row] for row in rows]
    sizes = [max(cell_width(span.text) for span in column) for column in zip(*clean, strict=True)]
    if width and sizes:
        used = [size for size in sizes if size]
        excess = sum(used) + len(GAP) * (len(used) - 1) + len(indent) - width
        sizes[yields] = min(sizes[yields], max(LEAST, sizes[yields] - max(0, excess)))
    return [_row(row, sizes, indent) for row in clean]


def _row(row: Sequence[Span], sizes: Sequence[int], indent: str) -> Spans:
    spans: list[Span] = [Span(indent)] if indent else []
    for (text, role), size in zip(row, sizes, strict=True):
        if size:
            fitting = fit_end(text, size)
            padding = " " * (size - cell_width(fitting))
            spans += [Span(fitting, role), Span(padding + GAP)]
    return tuple(spans)


def fitted(line: Line, width: int) -> Spans:
    """A line of the screen as one of text: `width` cells wide, or as long as it is for 0."""
    if width:
        return layout(line, width)
    ends = [[Span(inert(text), role) for text, role in end] for end in (line.left, line.right)]
    return (*ends[0], *((Span(GAP),) if ends[1] else ()), *ends[1])
