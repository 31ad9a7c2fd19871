"""What is said about a place in a plan, in one line: where, what was found, what is allowed."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

Level = Literal["error", "warning"]

Places: TypeAlias = Mapping[str, tuple[int, int]]
"""Where each key's value begins, or a key that is a name: `groups[1].tasks[0].owner` → (41, 14)."""


class Finding(NamedTuple):
    """What is amiss at one place of a plan; `line` is from 1, 0 for the plan as a whole."""

    level: Level
    rule: str
    line: int
    key: str
    """Where it is in the structure, `groups[1].tasks[0].owner`."""
    message: str
    column: int = 0
    """From 1; 0 when only the line is known, as for a plan made in code."""

    def at_key(self, places: Places) -> "Finding":
        """The same where its key stands; for a key that was never written, what it is in."""
        key = self.key
        while key and key not in places:
            key = key[: max(key.rfind("."), key.rfind("["), 0)]
        if key not in places:
            return self
        line, column = places[key]
        return self._replace(line=line, column=column)

    def __str__(self) -> str:
        column = f"{self.column}:" if self.column else ""
        return f"{self.line}:{column} {self.key}: {self.message}"


class Problem(NamedTuple):
    """What is wrong at one place of a plan (line and column from 1)."""

    line: int
    column: int
    key: str
    """Where it is in the structure, `groups[1].tasks[0].owner`; empty for the document."""
    found: str
    allowed: str = ""
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.line}:{self.column}: " + (f"{self.key}: " if self.key else "")
        allowed = f", allowed: {self.allowed}" if self.allowed else ""
        return f"{where}found {self.found}{allowed}" + (f"; {self.hint}" if self.hint else "")


def joined(key: str, name: str) -> str:
    """The key of what stands under `name` in `key`; an odd name is quoted."""
    if not re.match(r"^[\w.-]+$", name):
        return f"{key}[{shown(name)}]"
    return f"{key}.{name}" if key else name


def shown(text: str) -> str:
    """Text from the plan as it may stand in a message: quoted, cut, control characters escaped."""
    return repr(text if len(text) <= 40 else text[:39] + "…")


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint that names the word that was meant; empty when none is near."""
    from difflib import get_close_matches  # only mistakes need it

    by_lower = {each.lower(): each for each in known}
    likeness = 0.5 if len(word) < 4 else 0.6  # of two letters, one may be wrong
    close = get_close_matches(word.lower(), by_lower, 1, likeness)
    return f"did you mean {by_lower[close[0]]}?" if close else ""
