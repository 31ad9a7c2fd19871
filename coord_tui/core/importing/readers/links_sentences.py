"""Finds in one sentence what waits for what: `T2 depends on T1`, `Once T1 lands, T2 can start`.

Gives the words that name the two sides; which tasks they mean, and whether they mean any, is not
known here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.readers.links_hedges import is_conditional
from coord_tui.core.importing.readers.links_words import KINDS, VERBS, WaitKind


class Waiting(NamedTuple):
    """The words of a task and of what it has to do with; several words may be tried in order."""

    task: str
    kind: WaitKind
    others: str


_VERB = re.compile(
    rf"^(?P<task>.{{1,60}}?)\s+(?:(?:is|are|must be|should be|can only start|only starts?|starts?"
    rf"|runs?|begins?|ist|wird|es|est)\s+)?"
    rf"(?P<verb>{VERBS})(?=[\s:：])\s*[:：]?\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_MUST_BEFORE = re.compile(
    r"^(?P<first>.{1,60}?)\s+(?:must|should|has to|have to|needs to|need to)\s+(?:be\s+)?"
    r"(?:\w+\s+){0,3}?"
    r"(?:before|prior to)\s+(?P<then>.{1,60}?)(?:\s+(?:can|starts?|begins?|is|may).*)?$",
    re.IGNORECASE,
)
_START = r"(?:start|begin|wait|proceed|merge|land|run|ship|go|come|block|open)(?:s|ed)?"
_WHEN = r"(?:until|till|after|once|when|as soon as)"
_NOT = r"(?:not|cannot|can['’]t|don['’]t|doesn['’]t|mustn['’]t|shouldn['’]t|won['’]t|never)"
_STARTS = re.compile(
    rf"^(?P<task>.{{1,60}}?)\s+(?:[a-z'’]+\s+){{0,3}}?{_START}\s+(?:only\s+)?{_WHEN}\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    rf"^(?P<task>.{{1,60}}?)\s+(?:[a-z'’]+\s+)?{_NOT}\s+(?:\w+\s+){{0,2}}before\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_DO = re.compile(
    rf"^(?:(?:do not|don['’]t|never)\s+)?"
    rf"(?:do|start|begin|run|merge|land|ship|claim|pick up|open)\s+"
    rf"(?P<task>.{{1,60}}?)\s+(?:only\s+)?(?:{_WHEN}|(?P<before>before))\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"^(?:only\s+)?(?:once|when|after|as soon as)\s+(?P<rest>.{1,60}?)\s*,\s*(?P<task>.+)$",
    re.IGNORECASE,
)
_LOOSE = wordlist("before after na po do до vor nach no block follows once")
"""Words of many uses, believed in short sentences only."""
_SHORT = 8
_NO_TASK = re.compile(
    r"(?:^|\s)(?:not|no|never|doesn.t|nicht|nie|не|não|pas)(?:\s|$)", re.IGNORECASE
)
_MAY = re.compile(
    r"\b(?:can|may|could|might|kann|können|darf|dürfen|puede|pueden|podría|pode|podem|peut|peuvent"
    r"|può|possono|kan|kunnen|mag|может|могут|może|mogą|có thể|bisa|boleh|može|kunde|voi|poate)\b",
    re.IGNORECASE,
)
"""What only may be before another is no duty: `T3 can start before T2`."""


def waiting_in(sentence: str) -> Iterator[Waiting]:
    """The ways in which a sentence can say that one waits for another, the likeliest first.

    What holds in a case only, and what only may be, says nothing.
    """
    if is_conditional(sentence):
        return
    if found := _NOT_BEFORE.match(sentence):
        yield Waiting(found["task"], "after", found["rest"])
    if found := _MUST_BEFORE.match(sentence):
        yield Waiting(found["then"], "after", found["first"])
    if found := _ONCE.match(sentence):
        yield Waiting(found["task"], "after", found["rest"])
    if found := _DO.match(sentence):
        first = found["before"] and not re.match(r"do not|don|never", sentence, re.IGNORECASE)
        yield Waiting(found["task"], "before" if first else "after", found["rest"])
    if found := _STARTS.match(sentence):
        yield Waiting(found["task"], "after", found["rest"])
    found = _VERB.match(sentence)
    if found and not _NO_TASK.search(found["task"]):
        verb = said(found["verb"])
        if KINDS[verb] == "before" and _MAY.search(found["task"]):
            return
        if verb not in _LOOSE or len(sentence.split()) <= _SHORT:
            yield Waiting(found["task"], KINDS[verb], found["rest"])
