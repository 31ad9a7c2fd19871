"""Finds the places in a merged file where both sides say different things, by git's marks.

The marks must be longer than any line of the file that looks like one: `mark_size` says how long.
"""

import re
from collections.abc import Iterator

from coord_tui.core.radar import Hunk

USUAL = 7
_LIKE_MARKS = re.compile(rb"^(<+|=+|>+|\|+)", re.MULTILINE)


def mark_size(*versions: bytes) -> int:
    """How long marks must be so that no line of these versions is taken for one."""
    runs = (len(found) for version in versions for found in _LIKE_MARKS.findall(version))
    return max(USUAL, max(runs, default=0) + 1)


def read_hunks(merged: bytes, size: int) -> tuple[Hunk, ...]:
    """The hunks of a file as `git merge-file` prints it, with marks that long.

    A hunk's line counts what both share and what the one has, as in the one's own file.
    """
    text = merged.decode("utf-8", "surrogateescape")
    return tuple(_hunks(text.split("\n"), size))


def _hunks(lines: list[str], size: int) -> Iterator[Hunk]:
    marks = {sign * size: sign for sign in "<|=>"}
    parts: dict[str, list[str]] = {}
    at, began, place = 1, 1, ""
    for line in lines:
        sign = marks.get(line[:size], "")
        if sign == "<":
            parts, began, place = {"<": [], "|": [], "=": []}, at, sign
        elif sign == ">" and place:
            yield Hunk(began, tuple(parts["<"]), tuple(parts["="]), tuple(parts["|"]))
            place = ""
        elif sign and place:
            place = sign
        else:
            at += place in ("", "<")
            if place:
                parts[place].append(line)
