"""Reads the lines of a fence that is a tree or a list of paths: how deep, which names, what remark.

A remark stands after a sign, in brackets, or far to the right of the names.
"""

import re
from typing import NamedTuple

from coord_tui.core.importing.markdown.blocks import source_lines


class TreeLine(NamedTuple):
    """One name of a line of a tree."""

    number: int
    indent: int
    name: str
    remark: str


_LINE = re.compile(
    r"^(?P<indent>[\s│|├└─┬┼╰╭┃━┗┣+`\\-]*)"
    r"(?P<names>[\w@-]+(?: [\w.@-]+){1,3}/(?=\s|$)"
    r"|[\w.@*\[(][^#←—\s]*(?:\s*[/,]\s+[\w.*/-]*(?:\.\w+|/))*)"
    r"\s*(?:\s(?:#|//|←|<-+|—|--?|->|→|=>|:)\s*(?P<after>.*)"
    r"|\s*(?P<bracket>\(.*\)|\[[^\[\]]*\])"
    r"|\s+(?P<column>@?[^\W\d_][\w-]*)"
    r"|\s{2,}(?P<wide>\S.*)"
    r"|\s+(?P<signed>[^\w\s!-~].*))?\s*$"
)
_GLUED_ARROW = re.compile(r"(?:<-+|->)$")
_BETWEEN = re.compile(r"\s+/\s+|,\s+")


def tree_lines(text: str, first: int) -> tuple[TreeLine, ...]:
    """The names of a fence whose first line has that number; none when it is something else."""
    lines = [
        (number, line.rstrip())
        for number, line in enumerate(source_lines(text), first)
        if line.strip(" │|\t")
    ]
    found = [each for number, line in lines for each in _line(number, line)]
    enough = len({each.number for each in found}) >= 0.8 * len(lines)
    return tuple(found) if enough else ()


def _line(number: int, line: str) -> tuple[TreeLine, ...]:
    found = _LINE.match(line)
    if not found:
        return ()
    remark = found["after"] or (found["bracket"] or "").strip("()[]")
    remark = remark or found["column"] or found["wide"] or found["signed"] or ""
    names = _BETWEEN.split(_GLUED_ARROW.sub("", found["names"]))
    return tuple(TreeLine(number, len(found["indent"]), name, remark) for name in names)
