"""Tells tables of a service's addresses, which look like paths, from tables of files."""

import re
from collections.abc import Sequence

from coord_tui.core.importing.markdown.blocks import Row, plain

_METHOD = re.compile(r"\W*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|WS|SSE)\b")


def lists_routes(rows: Sequence[Row]) -> bool:
    """Whether a table lists addresses: every cell of a column begins with a method of HTTP."""
    width = max((len(row.cells) for row in rows), default=0)
    return any(_are_methods(rows[1:], at) for at in range(width))


def _are_methods(rows: Sequence[Row], at: int) -> bool:
    words = [plain(row.cells[at]) for row in rows if at < len(row.cells)]
    said = [each for each in words if each]
    return bool(said) and all(map(_METHOD.match, said))
