"""Finds headings that only say more of the one right above them: `## Agent 1`, then `## Screens`.

Markdown makes two parts of them, of which the first is empty; what follows belongs to both. That is
believed where it comes back, and the first one is surely somebody's name.
"""

from collections.abc import Sequence
from itertools import pairwise

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.evident import evident

_LEAST = 2
"""One empty part alone may have been forgotten."""


def subtitles(headings: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Which of the parts of a document, each with its level and its words, are such headings.

    What is no heading has the level 0.
    """
    found = frozenset(
        at
        for at, (above, one) in enumerate(pairwise(headings), 1)
        if 0 < above[0] == one[0] and _is_name(above[1]) and not _is_name(one[1])
    )
    return found if len(found) >= _LEAST else frozenset()


def _is_name(words: str) -> bool:
    who = called(words)
    return bool(who and evident(who.name))
