"""Facts with a name before them, and long texts, as lines: what all details are made of."""

from collections.abc import Iterable

from coord_tui.core.board import Board, Hold, age
from coord_tui.core.times import span
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert, wrap

COLUMN = 9
"""Cells for the name of a fact, before the fact."""
LONGEST, MOST = 20_000, 400
"""Characters of a text, and lines, that are worth showing."""
POINT = Span(f" {symbols.POINT} ", "dim")


def facts(name: str, values: Iterable[Spans]) -> list[Line]:
    """One line a value, the name before the first; no lines without values."""
    names = [inert(name)]
    return [
        Line((Span(f"{names.pop() if names else '':<{COLUMN - 1}} ", "dim"), *value))
        for value in values
    ]


def texts(values: Iterable[str], role: str = "") -> list[Spans]:
    """The texts that say something, as values."""
    return [(Span(inert(value), role),) for value in values if value]


def as_rows(lines: Iterable[Line]) -> tuple[Row, ...]:
    """The lines as rows to read, over which the cursor passes."""
    return tuple(Row(f"line {n}", (line,), False) for n, line in enumerate(lines))


def prose(text: str, width: int, role: str = "dim") -> list[Line]:
    """Markdown as it is written, broken to `width` cells; bullets stay bullets."""
    lines: list[Line] = []
    for written in text[:LONGEST].replace("\r\n", "\n").split("\n"):
        lines += _paragraph(written, width, role)
        if len(lines) >= MOST:
            break
    cut = len(text) > LONGEST or len(lines) > MOST
    return lines[:MOST] + ([Line((Span(symbols.MORE, role),))] if cut else [])


def _paragraph(written: str, width: int, role: str) -> list[Line]:
    body = written.lstrip(" \t")
    indent = min(8, len(written) - len(body))
    bullet = body[:2] in ("- ", "* ", "+ ")
    start = " " * indent + ("• " if bullet else "")
    parts = wrap(body[2:] if bullet else body, max(16, width - len(start)))
    return [
        Line((Span((start if n == 0 else " " * len(start)) + part, role),))
        for n, part in enumerate(parts)
    ] or [Line()]


def hold(board: Board, held: Hold, of: str = "") -> Spans:
    """Who holds what (unless that is all of `of`), since when, for how long, and what for."""
    found = held.reservation
    why = inert(found.task) if found.task else f"“{inert(found.intent)}”" if found.intent else ""
    left = f"{span(held.seconds_left)} left" if held.seconds_left else "until it is done"
    return (
        Names(board).span(found.session, "strong"),
        Span(f" {inert(found.shown)} " if found.shown != of else " ", "object"),
        Span(f"{span(age(board, found.at))} ago {symbols.POINT} {left}", "dim"),
        *((POINT, Span(why)) if why else ()),
    )
