"""Bounds the lines and words that readers look at, by what a person writes at the most.

What patterns cost may grow with the square of a word's length: as words are bounded, it grows with
the document only. What is cut off is no statement's; it stands in a passage that was not read.
"""

import re

LONGEST_LINE = 10_000
LONGEST_WORD = 400
"""Letters with no space between them; the longest addresses are shorter."""
CUT = "…"
"""Stands for what was cut off, so that half a word is neither a path nor a command."""

_LONG_WORD = re.compile(rf"(\S{{{LONGEST_WORD}}})\S+")
_SPACES = re.compile(r"[^\S\r\n]{4,}")
"""More than anybody means; a pattern that looks for words around them would look very long."""


def shortened(line: str) -> str:
    """A line as readers see it."""
    if len(line) <= LONGEST_WORD:
        return line
    if len(line) > LONGEST_LINE:
        line = line[:LONGEST_LINE] + CUT
    return _LONG_WORD.sub(rf"\1{CUT}", line)


def is_shortened(line: str) -> bool:
    """Whether readers do not see all of a line."""
    return len(line) > LONGEST_WORD and shortened(line) != line


def single_spaced(text: str) -> str:
    """A text whose long gaps are one space."""
    return _SPACES.sub(" ", text)
