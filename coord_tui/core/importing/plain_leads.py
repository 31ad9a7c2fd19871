"""Finds plain lines that work as headings: several short ones, each with a list of its own below.

A lone line above a list may be a sentence; two of them under one heading, which end as no sentence
does, part what is below them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """What is asked of a part of a document."""

    kind: str
    words: str
    one_line: bool


_HEAD = re.compile(r"[^\W_a-z](?:[^.!?:;,。！？：；，]|\.(?=\w)){1,59}")
"""As few letters, and no sign that a sentence has; a small letter goes on with something."""
_LONGEST = 8
_LEAST = 2


def plain_leads(parts: Sequence[Part]) -> frozenset[int]:
    """Which of the parts are such lines, by their places."""
    found: set[int] = set()
    heads: list[int] = []
    for at, part in enumerate(parts):
        if part.kind == "section":
            found |= _enough(heads)
            heads = []
        elif _heads(part, parts[at + 1] if at + 1 < len(parts) else None):
            heads.append(at)
    return frozenset(found | _enough(heads))


def _enough(heads: Sequence[int]) -> set[int]:
    return set(heads) if len(heads) >= _LEAST else set()


def _heads(part: Part, after: Part | None) -> bool:
    """Whether one short line with a list right after it may be a heading."""
    if part.kind != "text" or not part.one_line or after is None or after.kind != "item":
        return False
    return bool(_HEAD.fullmatch(part.words.strip())) and len(part.words.split()) <= _LONGEST
