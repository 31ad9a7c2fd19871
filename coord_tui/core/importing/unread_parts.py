"""Finds what was lost of lines that were read: a cell, a point's second half, a name in a heading.

Of a piece that is in the plan only the words that stand in no item of it are listed; those that say
how the others belong together are no loss. Neighbours make one passage.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from coord_tui.core.importing.columns import Column, column
from coord_tui.core.importing.heading_pieces import is_called
from coord_tui.core.importing.kept import Below, Keeps, Kept, Span
from coord_tui.core.importing.known_words import (
    is_glued,
    is_quiet,
    is_strange,
    joins,
    limits,
    limits_glued,
    orders,
    tokens,
)
from coord_tui.core.importing.pieces import Part, Piece
from coord_tui.core.importing.reading import Passage
from coord_tui.core.importing.wholes import wholes


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
        kept, below = Kept(here), Below(here)
        yield from _passages((piece, _lost(piece, kept, below)) for piece in its)


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


def _lost(piece: Piece, kept: Kept, below: Below) -> _Lost | None:
    if not piece.parts:
        return None
    keeps = below.of(piece.at.line, piece.last) if piece.last else kept.at(piece.at)
    match piece.kind:
        case "row":
            return _of_row(piece.parts, keeps)
        case "heading":
            said = dict.fromkeys(part.words for part in piece.parts)
            lost = [each for each in said if _is_lost(each, keeps) or _leaves_name(each, keeps)]
            return _Lost(", ".join(_largest(lost)), True) if lost else None
    (part,) = piece.parts
    text = lost_words(part, keeps, sentences=piece.kind == "text")
    if part.label and not is_called(part.label) and _is_lost(part.label, keeps):
        text = f"{part.label}: {text}".rstrip()
    if not text:
        return None
    return _Lost(text, text != part.words or bool(part.label))


_FEW = 16


def _largest(parts: list[str]) -> list[str]:
    """Those of a few parts that stand in no other one."""
    if len(parts) > _FEW:
        return parts
    return [one for one in parts if not any(one in each for each in parts if each != one)]


def _of_row(cells: Sequence[Part], keeps: Keeps) -> _Lost | None:
    """The cells that were lost, each with the head of its column."""
    kinds = [column(cell.label) for cell in cells]
    lost = [
        (cell, lost_words(cell, keeps, values=_holds_values(cell, kinds, at, keeps)))
        for at, cell in enumerate(cells)
    ]
    if len(cells) == _FIELD and not lost[1][1] and not _is_lost(cells[0].words, keeps):
        return None
    found = [f"{cell.label}: {text}" if cell.label else text for cell, text in lost if text]
    if not found:
        return None
    return _Lost("; ".join(found), any(cell.words and not text for cell, text in lost))


def _holds_values(cell: Part, kinds: Sequence[Column], at: int, keeps: Keeps) -> bool:
    """Whether each word of a cell counts: not in `T2 and T3`, nor below the name of who owns it.

    So is it with the first cell that names the row, which is its title as a whole.
    """
    names = kinds[at] in ("id", "title") and kinds.index(kinds[at]) == at
    whose = bool(cell.label) and all(map(keeps, tokens(cell.label)))
    return not (names or whose or kinds[at] in ("status", "after", "blocks"))


_FIELD = 2
"""Cells of a row that is a label and a value."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_`])|(?<=[。！？])")
_CLAUSE = re.compile(
    r"[;,.:!?]+(?=\s|$)|[()（）\[\]【】;；：,，、。！？|→←]+|\s[—–·•>-]+\s|—|\s(?=[(（])"
)


def lost_words(part: Part, keeps: Keeps, *, sentences: bool = False, values: bool = False) -> str:
    """What of some words is kept nowhere: all of it, the sentences or the clauses.

    Where `values` stand, and no prose, each word counts.
    """
    text = part.words
    words = tokens(text)
    if not words or is_quiet(words) or all(map(keeps, (*words, *wholes(text)))):
        return ""
    if not any(map(keeps, words)):
        return text
    pieces = _SENTENCE.split(text) if sentences else [text]
    if len(pieces) > 1:
        return " … ".join(one for one in pieces if _clauses(one, keeps, not any(wholes(one))))
    return _clauses(text, keeps, values)


def _clauses(text: str, keeps: Keeps, values: bool) -> str:
    """The clauses that lost something; neighbours with what stands between them."""
    ends = [*((sign.start(), sign.end()) for sign in _CLAUSE.finditer(text)), (len(text),) * 2]
    found: list[tuple[int, int]] = []
    start, before = 0, False
    for end, after in ends:
        lost = _is_lost(text[start:end], keeps, values)
        if lost and before:
            found[-1] = (found[-1][0], end)
        elif lost:
            found.append((start, end))
        before = lost if text[start:end].strip() else before
        start = after
    return " … ".join(text[first:last].strip() for first, last in found)


def _is_lost(clause: str, keeps: Keeps, values: bool = False) -> bool:
    """Whether a clause of something that was read says more than is kept of it."""
    if not all(map(keeps, wholes(clause))):
        return True
    words = tokens(clause)
    missing = [word for word in words if not keeps(word)]
    if is_quiet(missing) and (missing == words or not any(map(limits, missing))):
        return False
    glued = sum(map(is_glued, missing))
    if glued > max(2, sum(map(is_glued, words)) - glued) or (glued and limits_glued(clause)):
        return True
    if values and _leaves_name(clause, keeps):
        return True
    return any(
        not (is_glued(word) or keeps(word))
        and not (joins(word, values) and _PLAIN.fullmatch(chunk))
        and not (orders(word) and _is_kept_behind(words, at, keeps))
        for at, (chunk, word) in enumerate(_chunks(clause))
    )


def _chunks(clause: str) -> Iterator[tuple[str, str]]:
    """The words of a clause, each with all that stands between two spaces around it."""
    return ((chunk, word) for chunk in clause.split() for word in tokens(chunk))


def _is_kept_behind(words: Sequence[str], at: int, keeps: Keeps) -> bool:
    """Whether what stands behind a word is kept, those that only join left aside."""
    for number in range(at + 1, len(words)):
        if keeps(words[number]) or not joins(words[number]):
            return keeps(words[number])
    return False


def _leaves_name(words: str, keeps: Keeps) -> bool:
    """Whether one of a few words may be somebody's short name, which is not kept: `Bo`."""
    short = [each for each in words.split() if each.istitle() and is_strange(each.casefold())]
    return any(not keeps(each.casefold()) for each in short)


_PLAIN = re.compile(r"[^\w]*[^\W\d_]+([^\w/@#.]+[^\W\d_]+)*[^\w/]*")
"""What is no path, no id, no handle: in those each word counts."""
