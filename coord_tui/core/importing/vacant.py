"""Tells by its shape an owner's cell that names nobody: `not Ana`, `to be assigned`, `2 days`.

A negation or a hedge before a name, a state, a level, an estimate and plain words in small letters
are no names; who reads the cell asks first whether all of it is a session that is known.
"""

import re

from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.status import held, whole_status
from coord_tui.core.importing.words.names import AGENTS, PRODUCTS, TEAMS, TITLED, TITLED_FIRST
from coord_tui.core.importing.words.vacancy import (
    ENDS,
    HEDGES,
    HEDGES_GLUED,
    INFINITIVES,
    LEVELS,
    SHORT_HEDGES,
    TURNS,
    VACANT,
)

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BESIDE = re.compile(r"[(（\[【].*|\s[-–—]\s.*")
_VACANT = listed(VACANT)
_ESTIMATE = re.compile(
    r"[~≈<>≤≥]?\s*\d+(?:[.,/–-]\d+)?\s*\+?(?:\s+[^\W\d_]+|[hdwm]|min|hrs?|pts?|%"
    r"|[天日时小周週時間個个月일시간주개월]+)"
)
"""How long something takes: a number and its unit, `2 days`, `~3h`, `2天`."""
_HANDED_ON = re.compile(r"\w\W{0,3}(?:→|⇒|->|=>)\W{0,3}\w")
"""Who hands on to whom: `Ana → Ben`."""
_BETWEEN = re.compile(
    r"\s*[#&+,;/|、·，；]\s*"
    r"|\s+(?:and|or|y|e|et|und|en|и|ve|i|with|oder|ou|o|или|veya|lub)\s+"
)
"""What parts several names in one cell, each of which is judged alone."""
_FEW = 4
"""Letters of a hedge that may begin with a capital, `Formerly Ben`; words of a name."""


@remembered
def vacant(words: str) -> bool:
    """Whether the words of an owner's cell, of which no session is called so, name nobody."""
    bare = _BESIDE.sub("", words.strip(" *_`~")).strip(" *_`~.?!:")
    parts = _WORD.findall(bare)
    if not parts:
        return False
    if _is_hedged(parts) or bare.startswith(HEDGES_GLUED) or _HANDED_ON.search(bare):
        return True
    if evident(bare) or "@" in bare:
        return False
    return _is_no_name(bare) or all(map(_is_prose, _BETWEEN.split(bare)))


def _is_no_name(bare: str) -> bool:
    """Whether words are a state, how urgent something is, or how long it takes."""
    spelled = said(bare)
    known = spelled in _VACANT or spelled in LEVELS
    return known or bool(whole_status(bare)) or held(bare) or bool(_ESTIMATE.fullmatch(bare))


def _is_hedged(parts: list[str]) -> bool:
    """Whether words say that somebody has it not, no more, not yet, or only in turn."""
    first, *others = parts
    if not others:
        return False
    word = first.casefold()
    small = first.islower() or others[0].islower() or len(word) >= _FEW or word in SHORT_HEDGES
    waits = word in INFINITIVES and others[0].islower()
    turns = any(each in TURNS for each in others[:-1])
    return (word in HEDGES and small) or waits or turns or others[-1].casefold() in ENDS


def _is_prose(words: str) -> bool:
    """Whether there are several words, all in small letters: `who is around`, no `api agent`."""
    parts = _WORD.findall(words)
    working = len(parts) <= _FEW and not _WORKING.isdisjoint(parts)
    return len(parts) > 1 and not working and all(each.islower() for each in parts)


_WORKING = AGENTS | TITLED | TITLED_FIRST | PRODUCTS | TEAMS
"""One of these makes a session of a few words in small letters, too."""
