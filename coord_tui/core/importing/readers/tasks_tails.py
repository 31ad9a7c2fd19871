"""Reads the end of a task's title, piece by piece: its status, commit, owner, what it waits for."""

import re

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.phrases import said
from coord_tui.core.importing.readers.links_words import Wait, says_nothing, wait_in
from coord_tui.core.importing.readers.tasks_clauses import last_clause, names_tasks
from coord_tui.core.importing.readers.tasks_owners import is_name
from coord_tui.core.importing.status import (
    Status,
    commit_in,
    trimmed,
    waited_for,
    whole_status,
    without_signs,
)

_BRACKETS = re.compile(r"\s*[\[(（【]([^()\[\]（）【】]*)[\])）】]\s*$")
_DASH = re.compile(r"\s+[-–—|·:]+\s*([^-–—|·:()]{1,40})$|\s*[:：]\s*([^:：()]{1,40})$")
_STATED = re.compile(r"\s+[-–—|·]+\s*([^-–—|·:()]{2,30}?)\s*[(（]([^()（）]*)[)）]$")
_SHOUTED = re.compile(r"\s+((?:[A-Z]{2,}|IN)(?:[ -][A-Z]+){0,2})$")
_PARTS = re.compile(r"\s*[,;、，；]\s*")
_DASHES = re.compile(r"\s+[-–—|·:]+\s+")
"""What parts a status from what is said of it: `[open — after T2]`."""
_BLOCKED = re.compile(r"(?:blocked|waiting|waits)\b", re.IGNORECASE)
_AT = re.compile(r"\s+(?:[-–—]\s*)?@([\w.-]+)$")
_OWNER = re.compile(
    r"(?:owner|owned by|assigned to|assigned|assignee|agent|by|claimed by|responsable|responsável"
    r"|担当|担当者|담당|담당자|负责人|負責人|verantwortlich|ответственный|исполнитель)"
    r"(?P<colon>\s*[:：]\s*|\s+)@?(?P<who>.+)|[→@]\s*(?P<to>.+)",
    re.IGNORECASE,
)


_MOST_PIECES = 8
_PAIR = 2


def _is_word(part: str) -> bool:
    """Whether a part of a list is one plain word, as in `(create, open, delete)`."""
    return re.fullmatch(r"[^\W\d_]+", part) is not None and not commit_in(part)


class Tail:
    """Reads the end of a title, piece by piece, as long as the pieces mean something."""

    def __init__(self, text: str, names: Names) -> None:
        self.text, self.names = text, names
        self.status: Status = ""
        self.commit = self.owner = self.signs = self.state = self.note = ""
        self.waits: list[Wait] = []
        self.files: tuple[str, ...] = ()

    def read(self) -> None:
        """Take off what means something, until a piece does not."""
        for _ in range(_MOST_PIECES):
            self.text, signs = trimmed(self.text)
            self.signs += signs
            if not (
                self._stated()
                or self._bracket()
                or self._at()
                or self._shouted()
                or self._clause()
                or self._dash()
                or self._signed()
            ):
                return

    def _stated(self) -> bool:
        """`Title — done (ana, 3 May)`: a status with a remark."""
        found = _STATED.search(self.text)
        status = whole_status(found[1]) if found else ""
        if not found or not status:
            return False
        self._take(status, f"{found[1]} ({found[2]})")
        self.commit = self.commit or commit_in(found[2])
        if not self._means(found[2]):
            self.note = found[2]
        self.text = self.text[: found.start()]
        return True

    def _bracket(self) -> bool:
        found = _BRACKETS.search(self.text)
        if not found or not found.start():
            return False
        left = "" if self._means(found[1]) else self._without_meaning(found[1])
        if left == found[1]:
            return False
        self.text = self.text[: found.start()] + (f" ({left})" if left else "")
        return not left

    def _without_meaning(self, inside: str) -> str:
        """What is left of `ana, 2h, after T1` when the parts that mean something are taken."""
        parts = _PARTS.split(inside)
        stated = _DASHES.split(inside)
        if len(stated) > 1 and whole_status(stated[0]):
            parts = stated
        if len(parts) == 1:
            return inside
        if len(parts) > _PAIR and all(map(_is_word, parts)) and not any(map(self.names.of, parts)):
            return inside
        left = [part for part in parts if not self._means(part)]
        return ", ".join(left) if len(left) < len(parts) else inside

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

    def _clause(self) -> bool:
        """`Title – Dana, after D3; files: a.py`: what stands behind the last break."""
        found = last_clause(self.text, self.names)
        if found is None:
            return False
        self.text = found.before
        self._take(found.status, found.state) if found.status else None
        self.owner = self.owner or found.owner
        self.commit = self.commit or found.commit
        self.files = (*found.files, *self.files)
        self.waits += [found.wait] if found.wait else []
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
            return self._waits(wait)
        elif _BLOCKED.match(bare_piece) and names_tasks(others := waited_for(bare_piece)):
            return self._waits(Wait("after", others))
        elif owner := self._owner(bare_piece):
            self.owner = self.owner or owner
        elif not (signs and not bare_piece):
            return False
        self.signs += signs
        return True

    def _waits(self, wait: Wait) -> bool:
        """Note what the task waits for; words that may mean no task stay in the title."""
        if wait not in self.waits:
            self.waits.append(wait)
        return says_nothing(wait.text) or names_tasks(wait.text)

    def _owner(self, piece: str) -> str:
        found = _OWNER.fullmatch(piece)
        name = (found["who"] or found["to"]).strip() if found else piece
        if found and (found["colon"] or "").strip() and is_name(name):
            return name
        if re.fullmatch(r"@[\w.-]+", piece):
            return piece[1:]
        return name if self.names.of(name) else ""
