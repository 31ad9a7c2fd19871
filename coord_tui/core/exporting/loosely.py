"""Reads a line of Markdown as formatters do, which spell it anew and change nothing it says."""

import re

_BULLET = re.compile(r"[*+](?=\s)")
_ESCAPED = re.compile(r"\\([*_])")
_CELL_END = re.compile(r"\s*\|\s*")
_RULE = re.compile(r":?-{2,}:?")


def loosely(line: str) -> str:
    """The line without its margin, its blanks, and the choice between marks that mean the same."""
    text = _BULLET.sub("-", line.strip(), count=1) if _BULLET.match(line.strip()) else line.strip()
    text = _ESCAPED.sub(r"\1", text).replace("_", "*")
    if text.startswith("|"):
        text = _RULE.sub("--", _CELL_END.sub("|", text))
    return " ".join(text.split())


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same to who reads them as a formatter does."""
    mine, theirs = ([*filter(None, map(loosely, text.splitlines()))] for text in (one, other))
    return mine == theirs
