"""The shape of all that is shown: spans with a meaning, lines with two ends, rows with a key.

A role is a meaning ("ready", "shared", "session:3"), never a colour; each front turns roles into
what its terminal can do. Text is plain text: nothing in it is ever read as markup.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A piece of text and what it means."""

    text: str
    role: str = ""


Spans = tuple[Span, ...]


class Line(NamedTuple):
    """One screen line: what, on the left; who or what to do, on the right edge.

    The left end gives way first when the line is too long. `squeeze` says how: "end" cuts the text
    at its end, "middle" takes out the middle of a path.
    """

    left: Spans = ()
    right: Spans = ()
    squeeze: str = "end"


class Row(NamedTuple):
    """A thing in a list, one or more lines high, known by its key from one snapshot to the next."""

    key: str
    lines: tuple[Line, ...]
    selectable: bool = True
    """False for headings and separators, over which the cursor passes."""
    tag: str = ""
    """The role of the mark at the row's left edge; empty for none."""
