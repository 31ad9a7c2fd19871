"""Shows fields of events that have no words of their own: names and values, on one line."""

import json

from coord_tui.presentation.rows import Span
from coord_tui.presentation.symbols import MORE
from coord_tui.presentation.text import inert

MOST = 12
"""Fields that are shown."""


def fields(values: dict[str, object]) -> Span:
    """Fields without words of their own: names and values."""
    shown = [f"{inert(name)} {value(found)}" for name, found in list(values.items())[:MOST]]
    more = [f"+{len(values) - MOST} more"] if len(values) > MOST else []
    return Span(" · ".join(shown + more), "dim")


def value(found: object) -> str:
    """A field's value on one line: texts as they are, everything else as JSON."""
    if isinstance(found, str):
        return inert(found)
    try:
        return inert(json.dumps(found, ensure_ascii=False))
    except RecursionError:  # nested deeper than this stack has room for
        return MORE
