"""Moments and spans: the channel's UTC text and seconds, both ways; no clock in here."""

from datetime import UTC, datetime
from math import isfinite

NEVER = float("-inf")
MARK = 11
"""Hexadecimal digits with which an event's id begins: milliseconds since the epoch."""
HEX = frozenset("0123456789abcdef")


def seconds_of(at: str) -> float:
    """Seconds since the epoch of an ISO 8601 moment; `NEVER` for text that is none."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return NEVER
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def text_of(seconds: float) -> str:
    """The moment as the channel writes it: UTC, whole seconds."""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def mark_of(seconds: float) -> str:
    """The moment as an event's id begins with it: by that, ids sort by time."""
    return f"{int(seconds * 1000):0{MARK}x}"


def exact(at: str, id: str) -> float:
    """Seconds since the epoch, to the millisecond when the event's id agrees with its moment.

    The channel's moments are whole seconds, too coarse to tell what came before within one.
    """
    told, begin = seconds_of(at), id[:MARK]
    if len(begin) < MARK or not HEX.issuperset(begin):
        return told
    marked = int(begin, 16) / 1000
    return marked if int(marked) == told else told


def span(seconds: float) -> str:
    """A length of time in its largest unit, as people say it: `40s`, `12m`, `3h`, `2d`.

    `?` for one that has no known beginning or end.
    """
    if not isfinite(seconds):
        return "?"
    for size, unit in ((86400, "d"), (3600, "h"), (60, "m")):
        if seconds >= size:
            return f"{int(seconds // size)}{unit}"
    return f"{max(0, int(seconds))}s"


def given_for(at: str, until: str) -> str:
    """How long what ends at `until` was given for at a moment; empty when it has no such end.

    In whole minutes: the end is reckoned a moment before the event is written.
    """
    seconds = seconds_of(until) - seconds_of(at)
    if not isfinite(seconds) or seconds <= 0:
        return ""
    return span(60 * round(seconds / 60) if seconds > 30 else seconds)


def left(seconds: float) -> str:
    """A length of time that runs down: hours with their minutes, so that 2h do not become 1h."""
    hours, rest = divmod(max(0, int(seconds)), 3600) if isfinite(seconds) else (0, 0)
    if not 1 <= hours < 24 or rest < 60:
        return span(seconds)
    return f"{hours}h {rest // 60}m"


def ago(then: str, at: str) -> str:
    """How long before a moment another one was, in words: `12m ago`."""
    return f"{span(seconds_of(at) - seconds_of(then))} ago"
