"""Finds what was lost of lines that were read: a cell, a point's second half, a name in a heading.

Of a piece that is in the plan only the words that stand in no item of it are listed; those that say
how the others belong together are no loss. Neighbours make one passage.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from coord_tui.core.importing.kept import Keeps, Kept, Span, all_words
from coord_tui.core.importing.known_words import is_glued, is_quiet, joins, tokens
from coord_tui.core.importing.pieces import Part, Piece
from coord_tui.core.importing.reading import Passage


class _Lost(NamedTuple):
    """What of a piece is in no item."""

    text: str
    partly: bool


def unread_parts(pieces: Iterable[Piece], spans: Sequence[Span]) -> Iterator[Passage]:
    """The passages in which the words stand that the plan does not keep of what was read."""
    by_file: dict[str, list[Span]] = {}
    for span in spans:
        by_file.setdefault(span.at.file, []).append(span)
    for file, its in groupby(pieces, lambda piece: piece.at.file):
        here = by_file.get(file, [])
        kept, anywhere = Kept(here), all_words(here)
        yield from _passages((piece, _lost(piece, kept, anywhere)) for piece in its)


def _passages(found: Iterable[tuple[Piece, _Lost | None]]) -> Iterator[Passage]:
    """The passages of pieces that follow each other and lost something."""
    passage: Passage | None = None
    kind = ""
    for piece, lost in found:
        if passage and lost and piece.follows and _alike(piece.kind, kind):
            at = passage.at._replace(end=max(passage.at.end, piece.at.end))
            text = f"{passage.text}\n{lost.text}"
            passage = Passage(at, text, passage.partly or lost.partly)
            continue
        if passage:
            yield passage
        passage = Passage(piece.at, lost.text, lost.partly) if lost else None
        kind = piece.kind
    if passage:
        yield passage


def _alike(kind: str, before: str) -> bool:
    """Whether two pieces may be told in one passage."""
    return kind == before == "row" or {kind, before} <= {"point", "text"}


def _lost(piece: Piece, kept: Kept, anywhere: Keeps) -> _Lost | None:
    keeps = anywhere if piece.kind == "heading" else kept.at(piece.at)
    match piece.kind:
        case "row":
            return _of_row(piece.parts, keeps)
        case "heading":
            lost = [part.words for part in piece.parts if _is_lost(part.words, keeps)]
            return _Lost(", ".join(dict.fromkeys(lost)), True) if lost else None
    (part,) = piece.parts
    text = lost_words(part, keeps, sentences=piece.kind == "text")
    if not text:
        return None
    return _Lost(text, text != part.words or bool(part.label))


def _of_row(cells: Sequence[Part], keeps: Keeps) -> _Lost | None:
    """The cells that were lost, each with the head of its column."""
    lost = [(cell, lost_words(cell, keeps)) for cell in cells]
    if len(cells) == _FIELD and not lost[1][1] and not _is_lost(cells[0].words, keeps):
        return None
    found = [f"{cell.label}: {text}" if cell.label else text for cell, text in lost if text]
    if not found:
        return None
    return _Lost("; ".join(found), any(cell.words and not text for cell, text in lost))


_FIELD = 2
"""Cells of a row that is a label and a value."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_`])|(?<=[。！？])")
_CLAUSE = re.compile(
    r"[;,.:!?]+(?=\s|$)|[()（）\[\]【】;；：,，、。！？|→←]+|\s[—–·•>-]+\s|—|\s(?=[(（])"
)


def lost_words(part: Part, keeps: Keeps, *, sentences: bool = False) -> str:
    """What of some words is kept nowhere: all of it, the sentences or the clauses."""
    text = part.words
    words = tokens(text)
    if not words or is_quiet(words) or all(map(keeps, words)):
        return ""
    if not any(map(keeps, words)):
        return text
    pieces = _SENTENCE.split(text) if sentences else [text]
    if len(pieces) > 1:
        return " … ".join(one for one in pieces if _clauses(one, keeps))
    return _clauses(text, keeps)


def _clauses(text: str, keeps: Keeps) -> str:
    """The clauses that lost something; neighbours with what stands between them."""
    ends = [*((sign.start(), sign.end()) for sign in _CLAUSE.finditer(text)), (len(text),) * 2]
    found: list[tuple[int, int]] = []
    start, before = 0, False
    for end, after in ends:
        lost = _is_lost(text[start:end], keeps)
        if lost and before:
            found[-1] = (found[-1][0], end)
        elif lost:
            found.append((start, end))
        before = lost if text[start:end].strip() else before
        start = after
    return " … ".join(text[first:last].strip() for first, last in found)


def _is_lost(clause: str, keeps: Keeps) -> bool:
    """Whether a clause of something that was read says more than is kept of it."""
    words = tokens(clause)
    missing = [word for word in words if not keeps(word)]
    if is_quiet(missing):
        return False
    glued = sum(map(is_glued, missing))
    if glued > max(2, sum(map(is_glued, words)) - glued):
        return True
    return any(
        not is_glued(word) and not keeps(word) and not (joins(word) and _PLAIN.fullmatch(chunk))
        for chunk in clause.split()
        for word in tokens(chunk)
    )


_PLAIN = re.compile(r"[^\w]*[^\W\d_]+([^\w/@#.]+[^\W\d_]+)*[^\w/]*")
"""What is no path, no id, no handle: in those each word counts."""
