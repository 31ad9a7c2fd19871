"""Tells what only one may touch: `Files that only Ana edits`, `` `api/` only ``, `Edit only …`."""

import re

from coord_tui.core.importing.whom import AVOIDS
from coord_tui.core.importing.words.only import (
    ONLY,
    ONLY_GLUED,
    SMALL,
    TOUCHING,
    TOUCHING_GLUED,
)

_WORD = re.compile(r"[^\W\d_]+")


def says_only(words: str) -> bool:
    """Whether a label says that what follows is touched by one only."""
    parts = _words(words)
    only = any(each in ONLY for each in parts) or _glued(words, ONLY_GLUED)
    return only and touches(words) and not AVOIDS.within(words)


def touches(words: str) -> bool:
    """Whether words speak of editing."""
    return any(_touches(each) for each in _words(words)) or _glued(words, TOUCHING_GLUED)


def nothing_but_only(words: str) -> bool:
    """Whether words around paths say nothing but that these alone are to be touched."""
    parts = _words(words)
    only = [each for each in parts if each in ONLY]
    return bool(only) and all(each in ONLY or each in SMALL or _touches(each) for each in parts)


def without_only(words: str) -> str:
    """A name without what says that nobody else is meant: `Ana only`, `仅 Ana`."""
    parts = words.split()
    if len(parts) > 1 and parts[-1].casefold() in ONLY:
        return " ".join(parts[:-1])
    if len(parts) > 1 and parts[0].casefold() in ONLY:
        return " ".join(parts[1:])
    return _ONLY_BESIDE.sub("", words.strip())


_ONLY_BESIDE = re.compile(r"^(?:只有?|仅限?|僅限?)\s*(?=\S)|(?<=\S)\s*(?:のみ|だけ)$")


def _words(words: str) -> list[str]:
    return _WORD.findall(words.casefold())


def _touches(word: str) -> bool:
    return word.startswith(TOUCHING)


def _glued(words: str, phrases: tuple[str, ...]) -> bool:
    return any(each in words for each in phrases)
