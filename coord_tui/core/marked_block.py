"""Keeps a block between two marks inside somebody else's text, and leaves the rest as it is."""

from __future__ import annotations

BEGIN, END = "<!-- coord-tui -->", "<!-- end of coord-tui -->"
"""The marks of what `init --agents` tells; each stands alone on its line."""
BOM = "\ufeff"


def with_block(text: str, block: str, begin: str = BEGIN, end: str = END) -> str:
    """The text with the block between the marks, which go to its end when it has none.

    Line ends are those of the text. Raises: ValueError, with what is wrong with the marks.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    new = newline.join([begin, *block.strip("\n").split("\n"), end])
    lines = text.splitlines(keepends=True)
    found = _marks(lines, begin, end)
    if found is None:
        return text + _gap(text, newline) + new + newline
    first, last = found
    before = BOM if lines[first].startswith(BOM) else ""
    after = lines[last][len(lines[last].rstrip("\r\n")) :]
    return "".join([*lines[:first], before + new, after, *lines[last + 1 :]])


def find_block(text: str, begin: str = BEGIN, end: str = END) -> tuple[int, list[str]] | None:
    """The line of the first mark, from 1, and the lines between the marks; None without marks.

    Raises: ValueError, with what is wrong with the marks.
    """
    lines = text.splitlines(keepends=True)
    found = _marks(lines, begin, end)
    if found is None:
        return None
    first, last = found
    inside = "".join(lines[first + 1 : last]).replace("\r\n", "\n").removesuffix("\n")
    return first + 1, inside.split("\n")


def _marks(lines: list[str], begin: str, end: str) -> tuple[int, int] | None:
    """On which lines the marks are. Raises: ValueError unless they are one pair, or none."""
    begins = [number for number, line in enumerate(lines) if _is(line, begin)]
    ends = [number for number, line in enumerate(lines) if _is(line, end)]
    if not begins and not ends:
        return None
    if len(begins) != 1 or len(ends) != 1 or ends < begins:
        line = min(begins + ends) + 1
        raise ValueError(f"line {line}: one {begin} and after it one {end} are expected")
    return begins[0], ends[0]


def _is(line: str, mark: str) -> bool:
    return line.removeprefix(BOM).strip() == mark


def _gap(text: str, newline: str) -> str:
    """What has to stand between a text and the block, so that one line is empty."""
    if not text or text.endswith(newline * 2):
        return ""
    return newline if text.endswith(("\n", "\r")) else newline * 2
