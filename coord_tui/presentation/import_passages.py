"""Says of a passage that was not understood how it begins, and of HTML that it is not read.

Of lines of which something was taken a passage is the rest, and says so.
"""

import re

from coord_tui.core.importing.reading import Passage
from coord_tui.presentation import symbols
from coord_tui.presentation.text import inert

HTML = "HTML is not read"
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(\s|/?>|$)")


def passage_words(passage: Passage) -> str:
    """The first line that says something; whether it is HTML, or the rest of what was read."""
    if passage.partly:
        lines = "lines" if passage.at.end > passage.at.line else "line"
        return f"rest of the {lines}: {beginning(passage.text)}"
    return (f"{HTML}: " if is_html(passage.text) else "") + beginning(passage.text)


def is_html(text: str) -> bool:
    """Whether a passage begins with a tag of HTML."""
    return _TAG.match(text.lstrip()) is not None


def beginning(text: str) -> str:
    """The first line of a text that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return (inert(lines[0]) + (f" {symbols.MORE}" if lines[1:] else "")) if lines else ""
