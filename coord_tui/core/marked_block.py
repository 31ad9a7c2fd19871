"""Keeps a block between two marks inside somebody else's text, and leaves the rest as it is."""

from __future__ import annotations

BEGIN, END = "<!-- coord-tui -->", "<!-- end of coord-tui -->"
"""The marks; each stands alone on its line."""


def with_block(text: str, block: str) -> str:
    """The text with the block between the marks, which go to its end when it has none.

    Line ends are those of the text. Raises: ValueError, with what is wrong with the marks.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    new = newline.join([BEGIN, *block.strip("\n").split("\n"), END])
    lines = text.splitlines(keepends=True)
    begins = [number for number, line in enumerate(lines) if line.strip() == BEGIN]
    ends = [number for number, line in enumerate(lines) if line.strip() == END]
    if not begins and not ends:
        return text + _gap(text, newline) + new + newline
    if len(begins) != 1 or len(ends) != 1 or ends < begins:
        line = min(begins + ends) + 1
        raise ValueError(f"line {line}: one {BEGIN} and after it one {END} are expected")
    last = lines[ends[0]]
    after = last[len(last.rstrip("\r\n")) :]
    return "".join([*lines[: begins[0]], new, after, *lines[ends[0] + 1 :]])


def _gap(text: str, newline: str) -> str:
    """What has to stand between a text and the block, so that one line is empty."""
    if not text or text.endswith(newline * 2):
        return ""
    return newline if text.endswith(("\n", "\r")) else newline * 2
