"""Reads tables as people mean them: without a ruler, a pipe in code, blank lines between rows.

A table that is one by the book is left to the Markdown parser; only what it would drop or not know
for a table is looked at here.
"""

import re
from typing import NamedTuple

from coord_tui.core.importing.markdown.inline import Runs, read_words


class Row(NamedTuple):
    """One row of a table."""

    line: int
    cells: tuple[Runs, ...]


_SIGNS = re.compile(r"\\.|`+|\|", re.DOTALL)
_RULER = re.compile(r"[|\s:=+-]+")


def loose_rows(words: str, line: int) -> tuple[Row, ...]:
    """The rows of a paragraph of which every line is one; none when it is a paragraph of words."""
    texts = words.split("\n")
    if not all(text.startswith("|") and text.count("|") > 1 for text in texts):
        return ()
    numbered = [each for each in enumerate(texts, line) if not is_ruler(each[1])]
    return tuple(Row(number, read_cells(cells(text), number)) for number, text in numbered)


def is_ruler(line: str) -> bool:
    """Whether a line only parts a table's header from its rows."""
    return "|" in line and "-" in line and _RULER.fullmatch(line) is not None


def read_cells(texts: list[str], line: int) -> tuple[Runs, ...]:
    """The runs of cells that stand on one line."""
    return tuple(
        tuple(run for each in read_words(text, line) for run in each.runs) for text in texts
    )


def cells(line: str) -> list[str]:
    """The cells of a row; a pipe in a code span or after a backslash parts none."""
    found, start = [""], 0
    skip = 0
    line = line.strip().removeprefix("|")
    after = _closing_ticks(line)
    for sign in _SIGNS.finditer(line):
        if sign.start() < skip:
            continue
        if sign[0][0] == "`":
            skip = after.get(sign.start(), 0)
        elif sign[0] == "|":
            found[-1] = line[start : sign.start()]
            found.append("")
            start = sign.end()
    found[-1] = line[start:]
    if len(found) > 1 and not found[-1].strip():
        found.pop()
    return [cell.strip().replace("\\|", "|") for cell in found]


def _closing_ticks(line: str) -> dict[int, int]:
    """Where the code span that may open at a place ends."""
    ends: dict[int, int] = {}
    seen: dict[int, int] = {}
    for ticks in reversed(list(re.finditer("`+", line))):
        size = len(ticks[0])
        if size in seen:
            ends[ticks.start()] = seen[size]
        seen[size] = ticks.end()
    return ends


def raw_cells(line: str, columns: int) -> list[str] | None:
    """The cells of a table's source line when it has too many for the book, else nothing.

    What is still too many after code spans were heeded belongs to the last one.
    """
    bare = line.lstrip(" \t>")
    if (
        bare.count("|") <= columns
        or len(re.findall(r"(?<!\\)\|", bare.strip().strip("|"))) < columns
    ):
        return None
    found = cells(bare)
    return [*found[: columns - 1], " | ".join(found[columns - 1 :])]
