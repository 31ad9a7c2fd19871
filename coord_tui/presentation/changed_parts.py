"""Finds what makes a changed line differ from the line that it was: the part worth setting off."""

import re

LEAST = 0.4
"""How much of the shorter line must be the same for the rest to be worth setting off."""

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


def changed_parts(text: str, other: str) -> tuple[int, int]:
    """From where to where `text` differs from `other`, in whole words; (0, 0): as a whole.

    The part is empty where the other line only has something more.
    """
    words, others = _WORDS.findall(text), _WORDS.findall(other)
    head = _alike(words, others)
    rest, other_rest = words[head:][::-1], others[head:][::-1]
    tail = _alike(rest, other_rest)
    begin, end = len("".join(words[:head])), len(text) - len("".join(rest[:tail]))
    same = len("".join(words[:head]).strip()) + len("".join(rest[:tail]).strip())
    shorter = min(len(text.strip()), len(other.strip()))
    return (begin, end) if same and same >= LEAST * shorter else (0, 0)


def _alike(words: list[str], others: list[str]) -> int:
    """How many words two lists begin with that are the same."""
    differ = (n for n, (one, other) in enumerate(zip(words, others, strict=False)) if one != other)
    return next(differ, min(len(words), len(others)))
