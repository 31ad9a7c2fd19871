"""Says of a passage that was not understood how it begins, and of HTML that it is not read."""

import re

from coord_tui.presentation import symbols
from coord_tui.presentation.text import inert

HTML = "HTML is not read"
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(\s|/?>|$)")


def passage_words(text: str) -> str:
    """The first line that says something; of HTML that it is none of what is read."""
    return (f"{HTML}: " if is_html(text) else "") + beginning(text)


def is_html(text: str) -> bool:
    """Whether a passage begins with a tag of HTML."""
    return _TAG.match(text.lstrip()) is not None


def beginning(text: str) -> str:
    """The first line of a text that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return (inert(lines[0]) + (f" {symbols.MORE}" if lines[1:] else "")) if lines else ""
