r"""Takes back the marks that editors escape when they export Markdown: `\# Plan`, `1\. Sail`.

Only a document most of whose marks are escaped was exported so; in any other an escape is meant.
"""

import re
from collections.abc import Sequence

_MARK = re.compile(r"(\s*)(?:(#{1,6}|[-+*>|])(?=\s|\||$)|(\d{1,9})([.)])(?=\s|$))")
_ESCAPED = re.compile(r"\A(\s*)(?:\\(#{1,6}|[-+*>|])|(\d{1,9})\\([.)]))(?=\s|\||$)")
_BOX = re.compile(r"\A(\s*[-+*] )\\\[([ xX])\\?\]")
_LEAST = 3
"""Lines with an escaped mark; fewer may be meant."""


def unescaped(lines: Sequence[str]) -> list[str]:
    """The lines with marks where they were escaped, each at its place."""
    escaped = sum(1 for line in lines if _ESCAPED.match(line))
    if escaped < _LEAST or escaped <= sum(1 for line in lines if _MARK.match(line)):
        return list(lines)
    return [_BOX.sub(r"\1[\2]", _ESCAPED.sub(_mark, line, count=1)) for line in lines]


def _mark(found: re.Match[str]) -> str:
    indent, mark, number, end = found.groups()
    return f"{indent}{mark or number + end}"
