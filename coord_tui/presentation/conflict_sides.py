"""What both sides of a foreseen conflict say, side by side where there is room for two columns."""

from collections.abc import Iterator
from itertools import zip_longest

from coord_tui.core.board import Board
from coord_tui.core.radar import Hunk, Pair, Radar
from coord_tui.presentation import symbols
from coord_tui.presentation.changed_parts import changed_parts
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.conflicts import (
    APART,
    names_of,
    pair_of,
    place_words,
    what_each_did,
)
from coord_tui.presentation.diff import HUNK, shifted, shown
from coord_tui.presentation.facts import as_rows
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.text import inert, layout

ABREAST = 96
"""Cells from which on there is room for both sides: a terminal of 100 columns."""
BETWEEN = Span(" │ ", "frame")
MOST = 2000
"""Lines of one file that are worth showing."""
NOTHING = "nothing"
CLEAN = "nothing would conflict: git merged every pair"


def head_rows(pair: Pair, path: str, board: Board, own: str = "") -> tuple[Row, ...]:
    """The file, between whom it would conflict, and how."""
    what = what_each_did(pair, path, board, own) or "Both edited the same lines."
    name = Line((Span(inert(path), "strong title"),), names_of(pair, board, own), "middle")
    return as_rows((name, Line((Span(what, "warn"),))))


def side_rows(
    pair: Pair,
    hunks: tuple[Hunk, ...],
    board: Board,
    own: str = "",
    *,
    width: int = 80,
    shift: int = 0,
) -> tuple[Row, ...]:
    """Both sides, each hunk under a heading to which one can hop."""
    rows = _abreast if width >= ABREAST else _in_turn
    sides = place_words(pair.one, board, own), place_words(pair.other, board, own)
    lines: list[Row] = []
    for number, hunk in enumerate(hunks):
        title = (Span(f"@@ line {hunk.line}", "hunk"),)
        lines.append(Row(f"{HUNK}{number}", (Line(title),), False))
        found = rows(hunk, sides, width, shift)
        lines += (Row(f"{number}.{n}", (line,), False) for n, line in enumerate(found))
    cut = Row("rest", (Line((Span(symbols.MORE, "dim"),)),), False)
    return (*lines[:MOST], cut) if len(lines) > MOST else tuple(lines)


def conflict_of(key: str) -> Subject:
    """What a row of the list of conflicts stands for."""
    return Subject(pane="tree", path=key.rpartition(APART)[2], pair=pair_of(key))


def why_none(radar: Radar) -> str:
    """Why no conflict is listed."""
    if radar.problem:
        return inert(radar.problem)
    return CLEAN if radar.at else "nothing is compared yet"


def _abreast(hunk: Hunk, sides: tuple[Spans, Spans], width: int, shift: int) -> Iterator[Line]:
    half = (width - len(BETWEEN.text)) // 2
    yield _two(*sides, half)
    ones, others = _emphasised(hunk)
    for one, other in zip_longest(ones or [NO_LINES], others or [NO_LINES], fillvalue=()):
        yield _two(shifted(one, shift), shifted(other, shift), half)
    yield from _base(hunk, shift)


def _two(one: Spans, other: Spans, half: int) -> Line:
    return Line((*layout(Line(one), half), BETWEEN, *layout(Line(other), half)))


def _in_turn(hunk: Hunk, sides: tuple[Spans, Spans], _width: int, shift: int) -> Iterator[Line]:
    for side, lines in zip(sides, _emphasised(hunk), strict=True):
        yield Line((Span(f"{symbols.RULE * 2} ", "dim"), *side))
        for spans in lines or [NO_LINES]:
            yield Line((Span("   "), *shifted(spans, shift)))
    yield from _base(hunk, shift)


def _base(hunk: Hunk, shift: int) -> Iterator[Line]:
    if hunk.base:
        yield Line((Span(f"{symbols.RULE * 2} both began with", "dim"),))
    for text in hunk.base:
        yield Line((Span("   "), *shifted((Span(_text(text), "dim"),), shift)))


NO_LINES: Spans = (Span(NOTHING, "dim"),)


def _emphasised(hunk: Hunk) -> tuple[list[Spans], list[Spans]]:
    """The lines of both sides, what differs between two in one place set off."""
    one, other = [_text(line) for line in hunk.one], [_text(line) for line in hunk.other]
    return _parts(one, other), _parts(other, one)


def _parts(lines: list[str], others: list[str]) -> list[Spans]:
    return [
        _set_off(line, *changed_parts(line, others[n])) if n < len(others) else (Span(line),)
        for n, line in enumerate(lines)
    ]


def _set_off(line: str, begin: int, end: int) -> Spans:
    spans = Span(line[:begin]), Span(line[begin:end], "strong warn"), Span(line[end:])
    return tuple(span for span in spans if span.text)


def _text(line: str) -> str:
    return shown(line.rstrip("\r\n"))
