"""Finds the round or phase that a heading names, with its state: `Phase 0 — Stabilize (now)`."""

import re
from itertools import pairwise
from typing import Literal, NamedTuple

from coord_tui.core.importing.phrases import listed, said, wordlist
from coord_tui.core.importing.readers.tasks_headings import asks_for_tasks, of_priority
from coord_tui.core.importing.remembered import remembered
from coord_tui.core.importing.status import signed, whole_status, without_signs
from coord_tui.core.importing.words.headings import (
    CURRENT_WORDS,
    GROUP_WORDS,
    OTHER_GLUED,
    OTHER_TIMES,
    RUNNING,
    THIS_GLUED,
)

State = Literal["", "done", "current", "later"]


class Group(NamedTuple):
    """A group that a heading names."""

    title: str
    line: int
    state: State = ""
    note: str = ""
    whole: bool = False
    """Whether it is the whole document: its tasks may stand in other groups, too."""


_CURRENT = listed(CURRENT_WORDS)
_STATES: dict[str, State] = {"done": "done", "claimed": "current", "open": "later"}
_GLUED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NUMBER = (
    r"(?:\s*[#:]?\s*\d+(?:\.\d+)*[a-z]?|\s+(?:[ivx]{1,4}|[a-hа-е]|one|two|three|four|five|six|zero"
    r"|uno|dos|tres|um|dois|três|un|deux|trois|eins))"
)


def _choice(glued: bool) -> str:
    words = [each for each in listed(GROUP_WORDS) if bool(_GLUED.search(each)) is glued]
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_NAME = re.compile(
    rf"(?:^|[\s(–—:-])(?:(?:{_choice(False)})s?{_NUMBER}\b"
    rf"|\d+(?:st|nd|rd|th|º|ª|\.)?\s+(?:{_choice(False)})\b)"
    rf"|(?:第\s*[\d一二三四五六七八九十]+\s*|^|\s)(?:{_choice(True)})\s*[\d一二三四五六七八九十]*"
    rf"|\d+\s*(?:{_choice(True)})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ROUNDS = {word for each in listed(GROUP_WORDS) for word in (each, f"{each}s")}
_RUNNING, _OTHER_TIMES = wordlist(RUNNING), wordlist(OTHER_TIMES)
_THIS_GLUED, _OTHER_GLUED = listed(THIS_GLUED), listed(OTHER_GLUED)
_BRACKETED = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]\s*$")
_TAIL = re.compile(r"\s+[-–—:]+\s*([^-–—:]+)$|\s+((?:IN )?[A-Z]{4,})$")
_HEAD = re.compile(r"(\S[^:]{0,40}?)\s*[-–—:]\s+(?=\S)")
_INNER_SIGN = re.compile(r"\s[✅✔✓☑🔄🚧⏳]\ufe0f?(?=\s)")
_CONDITION = re.compile(
    r"(?:only\s+)?(?:after|once|when|if|requires|needs|depends|blocked|solo|sólo|apenas|nur|nach"
    r"|après|después)\b",
    re.IGNORECASE,
)


@remembered
def group_of(words: str, line: int = 0) -> Group | None:
    """The group that a heading names: a part of a plan with a number, or the sprint that runs."""
    time = _time_in(words)
    if not _NAME.search(words) and (not time or of_priority(words)):
        return None
    stating = _Stating(words)
    state: State = stating.state or ("current" if time == "running" else "")
    return Group(_own_title(stating.title), line, state, stating.note)


def _time_in(words: str) -> Literal["", "running", "other"]:
    """Whether a round is spoken of by when it is: `This week`, `Nächste Woche`, `sprint actuel`."""
    parts = _WORD.findall(words.casefold())
    for one, two in pairwise(parts):
        beside = two if one in _ROUNDS else one if two in _ROUNDS else ""
        if beside in _RUNNING or beside in _OTHER_TIMES:
            return "running" if beside in _RUNNING else "other"
    spelled = said(words)
    if any(spelled.startswith(each) for each in _THIS_GLUED):
        return "running"
    return "other" if any(spelled.startswith(each) for each in _OTHER_GLUED) else ""


class _Stating:
    """Takes the state of a group, and when it begins, out of its heading."""

    def __init__(self, words: str) -> None:
        self.title, signs = without_signs(words.rstrip(" :：*"))
        self.state: State = ""
        self.note = ""
        while self._bracketed():
            pass
        self.title = without_signs(_INNER_SIGN.sub(" ", self.title))[0]
        self._at_end()
        self._at_beginning()
        self.title = self.title.strip()
        self.state = self.state or ("done" if signed(signs) == "done" else "")

    def _bracketed(self) -> bool:
        found = _BRACKETED.search(self.title)
        state = _state(found[1]) if found else ""
        if not found or not found.start() or not (state or _CONDITION.match(found[1])):
            return False
        self.state, self.note = self.state or state, self.note if state else found[1]
        self.title = without_signs(self.title[: found.start()])[0]
        return True

    def _at_end(self) -> None:
        found = _TAIL.search(self.title)
        if found and (state := _state((found[1] or found[2]).strip())):
            self.state, self.title = self.state or state, self.title[: found.start()]

    def _at_beginning(self) -> None:
        found = _HEAD.match(self.title)
        if found and whole_status(found[1]) and _NAME.search(self.title[found.end() :]):
            self.state, self.title = self.state or _state(found[1]), self.title[found.end() :]


def _state(words: str) -> State:
    if said(words) in _CURRENT:
        return "current"
    return _STATES.get(whole_status(words), "")


def _own_title(title: str) -> str:
    """The part of a title that names the group, when the other parts only ask for its tasks."""
    parts = re.split(r"\s+[-–—]+\s+|\s*[:：]\s+", title)
    naming = [part for part in parts if _NAME.search(part)]
    others = [part for part in parts if part not in naming]
    asking = all(asks_for_tasks(each) or whole_status(each) for each in others)
    return naming[0].strip() if len(naming) == 1 and others and asking else title
