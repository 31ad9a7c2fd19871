"""One line of the channel: what an event is, how it is written, and how any line at all is read.

Reading is total: whatever the bytes, a line becomes an event or a line that is no event, and never
an error. Fields that this version does not know are kept and written back.
"""

import json
import re
from collections.abc import Mapping
from math import isfinite
from typing import Any, NamedTuple

VERSION = 1
DEEPEST = 100
"""How deep an event may be nested: the same for everybody, however deep a reader's own stack is."""
BRACKETS = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[][{}]'
"""A bracket, or a text that may hold some; possessive, so that it reads any line once."""
MOST = 10**9
"""The largest number that a field may mean: seconds, some thirty years of them."""
ENVELOPE = ("v", "id", "at", "by", "kind")
STAMP = ("email", "via", "clone")
"""Fields that every event has besides its own: the git email of who wrote it, through what
(`screen` or `command`), and in which clone."""


class Event(NamedTuple):
    """Who, when, what. `at` is UTC to the second, `2026-01-31T14:05:09Z`; `fields` is the rest."""

    id: str
    at: str
    by: str
    kind: str
    fields: Mapping[str, Any]
    v: int = VERSION

    def text(self, name: str) -> str:
        """The field as text; empty when it is missing or something else."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """The field as a list of texts; a lone text counts as a list of one."""
        value = self.fields.get(name)
        if isinstance(value, str):
            return (value,) if value else ()
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()

    def number(self, name: str) -> int:
        """The field as a whole number from 1 to `MOST`; 0 when it is missing or something else."""
        value = self.fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            return 0
        return value if 0 < value <= MOST else 0

    @property
    def target(self) -> str:
        """The task, path or pattern that it is about; empty when it names none."""
        return self.text("task") or self.text("path") or self.text("pattern")

    @property
    def own(self) -> dict[str, Any]:
        """The fields without those that every event has."""
        return {name: value for name, value in self.fields.items() if name not in STAMP}

    def flag(self, name: str) -> bool:
        """Whether the field is exactly true."""
        return self.fields.get(name) is True


class ChannelLine(NamedTuple):
    """A line of the channel file: its number (from 1), and its event or what is wrong with it."""

    number: int
    event: Event | None
    problem: str = ""
    text: str = ""
    """The line as it stands, when it is no event."""


def encode(event: Event) -> str:
    """The event as one line of JSON, without the line end; keys in a fixed order."""
    envelope = {"v": event.v, "id": event.id, "at": event.at, "by": event.by, "kind": event.kind}
    return json.dumps(envelope | dict(event.fields), ensure_ascii=False, separators=(",", ":"))


def read_lines(data: bytes) -> tuple[ChannelLine, ...]:
    """Every line of a channel file, in order; blank ones count for the numbering only."""
    lines = data.split(b"\n")
    return tuple(decode(raw, n) for n, raw in enumerate(lines, 1) if raw.strip())


def decode(raw: bytes, number: int = 0) -> ChannelLine:
    """The line as an event, or as a line that is no event and why; never an error."""
    if _is_too_deep(raw):
        return _no_event(raw, number, f"nested deeper than {DEEPEST}")
    try:
        found = json.loads(raw, parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError):
        return _no_event(raw, number, "not JSON")
    if not isinstance(found, dict):
        return _no_event(raw, number, "not an object")
    wrong = [name for name in ENVELOPE[1:] if not isinstance(found.get(name), str)]
    if wrong:
        return _no_event(raw, number, f"no {' and no '.join(wrong)}")
    version = found.get("v")
    fields = {name: value for name, value in found.items() if name not in ENVELOPE}
    event = Event(
        found["id"], found["at"], found["by"], found["kind"], fields,
        version if isinstance(version, int) else VERSION,
    )  # fmt: skip
    return ChannelLine(number, event)


def _is_too_deep(raw: bytes) -> bool:
    """Whether brackets stand deeper in one another than every reader's stack has room for."""
    if raw.count(b"[") + raw.count(b"{") <= DEEPEST:
        return False
    depth = 0
    for found in re.finditer(BRACKETS, raw):
        sign = raw[found.start() : found.start() + 1]
        depth += (sign in b"[{") - (sign in b"]}")
        if depth > DEEPEST:
            return True
    return False


def _finite(text: str) -> float:
    """A number that JSON can say; Python would read and write NaN and Infinity as well."""
    value = float(text)
    if not isfinite(value):
        raise ValueError(text)
    return value


def _no_event(raw: bytes, number: int, problem: str) -> ChannelLine:
    return ChannelLine(number, None, problem, raw.decode("utf-8", "replace"))
