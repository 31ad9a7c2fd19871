"""Makes a plan one that a file can hold: half of a surrogate pair has no bytes in UTF-8."""

import re
from typing import Any, TypeVar, cast

T = TypeVar("T")

_HALF = re.compile("[\ud800-\udfff]")


def writable(value: T) -> T:
    """The same with the replacement character for each half, as it is written in YAML."""
    result: Any = value
    if isinstance(value, str):
        result = _HALF.sub("\N{REPLACEMENT CHARACTER}", value) if _HALF.search(value) else value
    elif isinstance(value, tuple):
        parts = [writable(part) for part in value]
        result = type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
    return cast("T", result)
