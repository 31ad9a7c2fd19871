"""Finds who is named at the same place of many tasks: `… (Ana)`, `… · Ben · 2h`, `… | everyone`.

What stands there may be a priority, a size or a part of the program as well: it is people when
everybody or a known session is named there too, or when a name of the place heads a part or stands
among names elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.bare_names import may_be_name
from coord_tui.core.importing.calling import called, everybody
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.names import Names, folded, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.tasks_names import named as named_task
from coord_tui.core.importing.readers.whom_context import sections
from coord_tui.core.importing.statements import Said, SaidSession
from coord_tui.core.importing.status import whole_status

_WHY = "named at the end of tasks, at one place"
_SIGN = re.compile(r"\s+([·•|—–]|-{1,2})\s+")
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,40})[)）\]】]\s*$")
_NUMBER = re.compile(r"\d")
_AND = re.compile(r"\s*[,，、;；&+/]\s*")
_LEAST = 3
"""On as many lines names must stand at one place."""
_TWICE = 2


class _Piece(NamedTuple):
    """What stands at a place of a line, part by part."""

    node: Node
    place: str
    parts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The parts that may be names, where each one is or stands for everybody."""
        maybe = tuple(each for each in self.parts if _may_be(each))
        return maybe if all(each in maybe or everybody(each) for each in self.parts) else ()


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Those whom no other form found, and who come back or are named elsewhere as well."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    places: dict[str, list[_Piece]] = {}
    for piece in _pieces(document):
        places.setdefault(piece.place, []).append(piece)
    elsewhere = _elsewhere(document) if places else frozenset()
    for pieces in places.values():
        for name, node in _people(pieces, names, elsewhere).items():
            at, kind = document.at(node), kind_of(name)
            yield SaidSession(at, name, kind=kind, sure="likely", why=_WHY)


def _pieces(document: Document) -> Iterator[_Piece]:
    """What stands at the ends of tasks: in brackets, or behind each sign of one kind."""
    for node in document.root.walk():
        if node.kind != "item" or not (node.box or named_task(node.words).id):
            continue
        nth: Counter[str] = Counter()
        parts = _SIGN.split(node.words)
        for sign, words in zip(parts[1::2], parts[2::2], strict=True):
            nth[sign] += 1
            yield _Piece(node, f"{sign}{nth[sign]}", _parts(words))
        if found := _BRACKETS.search(node.words):
            yield _Piece(node, "(", _parts(found[1]))


def _parts(words: str) -> tuple[str, ...]:
    """The names in a piece; what has a number is said of the task: `Ana, issue #4`."""
    parts = _AND.split(words.strip())
    return tuple(each for at, each in enumerate(parts) if not at or not _NUMBER.search(each))


def _people(pieces: Sequence[_Piece], names: Names, elsewhere: frozenset[str]) -> dict[str, Node]:
    """Who is named at a place, and where first, when it is a place of people."""
    lines: dict[str, set[int]] = {}
    for each in pieces:
        for name in each.names:
            lines.setdefault(folded(name), set()).add(each.node.line)
    named = sum(bool(each.names) or everybody(each.parts[0]) for each in pieces)
    told = any(everybody(part) or names.of(part) for each in pieces for part in each.parts)
    told = told or bool(lines.keys() & elsewhere)
    if not told or len(lines) < _TWICE or named < _LEAST or 2 * named < len(pieces):
        return {}
    found: dict[str, Node] = {}
    for each in pieces:
        for name in each.names:
            often = len(lines[folded(name)]) >= _TWICE or folded(name) in elsewhere
            if often and not names.of(name):
                found.setdefault(name, each.node)
    return found


def _may_be(words: str) -> bool:
    """Whether a piece is one word that may be somebody's name, or evidently is one."""
    if evident(words):
        return True
    capital = words[:1].isupper() and words[1:] == words[1:].lower() and len(words) > 2
    glued = words == words.lower() == words.upper() and 1 < len(words) < _SHORT
    return words.isalpha() and (capital or glued) and may_be_name(words) and not whole_status(words)


_SHORT = 5
"""Fewer letters than this has a name in a script without case."""


def _elsewhere(document: Document) -> frozenset[str]:
    """Who heads a part below a heading about people, or stands among names in a heading."""
    found: set[str] = set()
    for node, within in sections(document, Names(())):
        who = called(node.words)
        if within.mode == "people" and who:
            found.add(folded(who.name))
        if several := _LIST.search(node.words):
            found |= {folded(each) for each in _JOINED.split(several[0])}
    return frozenset(found)


_LIST = re.compile(r"[^\W\d_]+(?:\s*[+&×]\s*[^\W\d_]+)+(?=\s*$|\s*[(（:：—–-])")
_JOINED = re.compile(r"\s*[+&×]\s*")
