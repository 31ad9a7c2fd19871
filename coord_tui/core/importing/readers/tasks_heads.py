"""Takes the words of a task apart: its id, title, status, commit, owner and what it waits for.

What is read is taken out of the title; anything else stays in it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coord_tui.core.importing.markdown.blocks import Run, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.phrases import said
from coord_tui.core.importing.readers.links_words import Wait, wait_in
from coord_tui.core.importing.readers.status import (
    Status,
    commit_in,
    signed,
    whole_status,
    without_signs,
)
from coord_tui.core.importing.readers.tasks_names import Named, named


class Head(NamedTuple):
    """What the words of a heading, an item or a cell say of a task."""

    title: str
    id: str = ""
    status: Status = ""
    commit: str = ""
    owner: str = ""
    waits: tuple[Wait, ...] = ()
    named: Named = Named("", "")
    struck: bool = False
    sign: bool = False
    """Whether the status is a sign's only."""
    worded: bool = False
    """Whether its words say how far it is."""
    state: str = ""
    """The words that say how far it is."""
    more: str = ""
    """What follows a title that stands apart in strong letters."""


_BRACKETS = re.compile(r"\s*[\[(（【]([^()\[\]（）【】]*)[\])）】]\s*$")
_DASH = re.compile(r"\s+[-–—|·:]+\s*([^-–—|·:()]{1,40})$|\s*[:：]\s*([^:：()]{1,40})$")
_SHOUTED = re.compile(r"\s+((?:[A-Z]{2,}|IN)(?:[ -][A-Z]+){0,2})$")
_URGENT = re.compile(r"[pP]\d|high|medium|low|critical|urgent", re.IGNORECASE)
_SHOUTS = re.compile(r"([A-Z]{2,}(?: [A-Z]{2,})*)(?=$|\s+(?:by|on|\()|\s*[-–—:(])")
_AT = re.compile(r"\s+(?:[-–—]\s*)?@([\w.-]+)$")
_OWNER = re.compile(
    r"(?:owner|owned by|assigned to|assigned|assignee|agent|by|claimed by|responsable|responsável"
    r"|担当|담당|负责人)"
    r"\s*[:：]?\s+@?(.+)|[→@]\s*(.+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^([^\W\d][\w .+-]{0,30}?)\s*(?:[:：]\s*|\s+[-–—→]\s+)(?=\S)")


def head_of(runs: Sequence[Run], names: Names, first: str = "") -> Head:
    """The parts of a task's words. `first` replaces the words that stand apart at the beginning."""
    begun, after = _strong_title(runs)
    text, signs = without_signs(plain(begun))
    text, status, worded = _leading_status(text)
    name = named(text, first or _apart(begun))
    text, state, in_brackets = _leading_brackets(name.rest) if name.id else (text, "", "")
    status, worded = status or state, worded or bool(state)
    tail, rest = _Tail(text, names), _Tail(plain(after), names)
    tail.read()
    rest.read()
    struck = _struck(runs)
    status = status or tail.status or rest.status
    by_sign = signed(signs + tail.signs + rest.signs)
    title, more = without_signs(tail.text.strip(" -–—:;,|·"))
    title = title if title.endswith(("..", "etc.")) else title.removesuffix(".")
    shouted = _SHOUTS.match(title)
    if shouted and (said_so := whole_status(shouted[1])):
        status, title = status or said_so, ""
    return Head(
        title=title, id=name.id,
        status=status or by_sign or signed(more) or ("done" if struck else ""),
        commit=tail.commit or rest.commit, owner=tail.owner or rest.owner,
        waits=(*tail.waits, *rest.waits), named=name, struck=struck,
        sign=bool(by_sign) and not status, worded=worded or bool(tail.status or rest.status),
        state=tail.state or rest.state or in_brackets, more=rest.text.strip(" -–—:;,|·"),
    )  # fmt: skip


def _strong_title(runs: Sequence[Run]) -> tuple[Sequence[Run], Sequence[Run]]:
    """The runs of a title, and those after it when the title stands apart in strong letters."""
    end = 0
    while end < len(runs) and (
        runs[end].strong or (end + 1 < len(runs) and not runs[end].text.strip())
    ):
        end += 1
    title, rest = plain(runs[:end]), plain(runs[end:])
    name = named(title)
    title = name.rest if name.id else title
    long = name.id or len(title.split()) >= 3 or len(rest) > 60
    if title and rest and long and re.search(r"\w", title) and not title.endswith((":", "：")):
        return runs[:end], runs[end:]
    return runs, ()


def with_owner(head: Head, names: Names) -> Head:
    """The runs of a title, and those after it when the title stands apart in strong letters."""
    found = None if head.owner else _BEFORE.match(head.title)
    if found and names.of(found[1]):
        return head._replace(owner=found[1].strip(), title=head.title[found.end() :])
    return head


class _Tail:
    """Reads the end of a title, piece by piece, as long as the pieces mean something."""

    def __init__(self, text: str, names: Names) -> None:
        self.text, self.names = text, names
        self.status: Status = ""
        self.commit = self.owner = self.signs = self.state = ""
        self.waits: list[Wait] = []

    def read(self) -> None:
        for _ in range(6):
            self.text, signs = without_signs(self.text)
            self.signs += signs
            if not (
                self._bracket() or self._at() or self._shouted() or self._dash() or self._signed()
            ):
                return

    def _bracket(self) -> bool:
        found = _BRACKETS.search(self.text)
        if not found or not found.start() or not self._means(found[1]):
            return False
        self.text = self.text[: found.start()]
        return True

    def _at(self) -> bool:
        found = _AT.search(self.text)
        if not found:
            return False
        self.owner, self.text = self.owner or found[1], self.text[: found.start()]
        return True

    def _shouted(self) -> bool:
        found = _SHOUTED.search(self.text)
        status = whole_status(found[1]) if found else ""
        if not found or not status:
            return False
        self._take(status, found[1])
        self.text = self.text[: found.start()]
        return True

    def _take(self, status: Status, words: str) -> None:
        if not self.status:
            self.status, self.state = status, words

    def _dash(self) -> bool:
        found = _DASH.search(self.text)
        if not found or not found.start() or not self._means(found[1] or found[2], bare=True):
            return False
        self.text = self.text[: found.start()]
        return True

    def _signed(self) -> bool:
        """`Title ✅ completed`: words after a sign in the middle of the text."""
        found = re.search(r"\s([^\w\s()`'\"*#/.,:;&+-]️?)\s*([\w ]{2,30})$", self.text)
        status = whole_status(found[2]) if found else ""
        if not found or not status:
            return False
        self._take(status, found[2])
        self.text = self.text[: found.start()]
        return True

    def _means(self, piece: str, bare: bool = False) -> bool:
        """Take a piece in brackets, or (`bare`) after a dash, when it says something of a task."""
        bare_piece, signs = without_signs(piece.strip(" `*"))
        if status := whole_status(bare_piece):
            self._take(status, bare_piece)
        elif (commit := commit_in(piece)) and len(said(piece).split()) <= 4:
            self.commit = self.commit or commit
            self.status = self.status or "done"
        elif wait := wait_in(bare_piece, strict=bare):
            self.waits.append(wait)
        elif owner := self._owner(bare_piece):
            self.owner = self.owner or owner
        elif not (signs and not bare_piece):
            return False
        self.signs += signs
        return True

    def _owner(self, piece: str) -> str:
        found = _OWNER.fullmatch(piece)
        name = (found[1] or found[2]).strip() if found else piece
        if re.fullmatch(r"@[\w.-]+", piece):
            return piece[1:]
        return name if self.names.of(name) else ""


def _leading_status(text: str) -> tuple[str, Status, bool]:
    """A text without the status before it: `[DONE] Title`, `DONE: Title`."""
    found = re.match(
        r"[\[(【]([^\])】]{2,20})[\])】]\s*[:：-]?\s*|([A-Z][A-Z ]{2,15})\s*[:：-]\s+", text
    )
    status = whole_status(found[1] or found[2]) if found else ""
    return (text[found.end() :], status, True) if found and status else (text, "", False)


def _leading_brackets(text: str) -> tuple[str, Status, str]:
    """A title without the status and priority in brackets before it: `(P0, DONE) Title`."""
    found = re.match(r"[(（\[]([^()（）\[\]]{1,40})[)）\]]\s*[:：–—-]?\s*(?=\S)", text)
    parts = re.split(r"\s*[,;、，/]\s*", found[1]) if found else []
    states = [whole_status(part) for part in parts]
    if not found or not all(
        state or _URGENT.fullmatch(part) for part, state in zip(parts, states, strict=True)
    ):
        return text, "", ""
    return text[found.end() :], next((state for state in states if state), ""), found[1]


def _apart(runs: Sequence[Run]) -> str:
    """The words at the beginning that have a style of their own."""
    style = next(((run.code, run.strong, bool(run.link)) for run in runs if run.text.strip()), None)
    if not style or not any(style):
        return ""
    text = ""
    for run in runs:
        if run.text.strip() and (run.code, run.strong, bool(run.link)) != style:
            break
        text += run.text
    return without_signs(text)[0].strip(" []:：.")


def _struck(runs: Sequence[Run]) -> bool:
    """Whether most of the words are struck out."""
    struck = sum(len(run.text) for run in runs if run.struck)
    return struck * 2 > sum(len(run.text) for run in runs)
