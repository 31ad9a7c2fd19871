"""Reads and writes lengths of time, so that plan and command line take the same ones."""

import re

DURATION = r"^[1-9][0-9]{0,5}[smhd]$"
"""What is written, also for JSON Schema."""
_UNIT_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def parse_duration(text: str) -> int | None:
    """Whole seconds of a text like `90s`, `30m`, `2h` or `1d`; None for any other."""
    if not re.fullmatch(DURATION, text):
        return None
    return int(text[:-1]) * _UNIT_SECONDS[text[-1]]


def duration_text(seconds: int) -> str:
    """How a plan says so many whole seconds: with the largest unit that fits, `7200` → `2h`."""
    unit = next(unit for unit in "dhms" if seconds % _UNIT_SECONDS[unit] == 0)
    return f"{seconds // _UNIT_SECONDS[unit]}{unit}"
