"""Finds what of a document was not read: every line that says something and stands in no statement.

Rulers and blank lines say nothing; what a statement was found under is its title. Lines that
follow each other in one section make one passage, which begins with the section's heading when
nothing of it was read; a fence of which nothing was read is whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.pieces import says_below
from coord_tui.core.importing.reading import Passage
from coord_tui.core.importing.statements import Place, Said

_SILENT, _OPEN, _READ, _HEADING, _BEGINS = range(5)
_UNDERLINE = re.compile(r"[\s>]*(=+|-+)\s*")
_FENCE_MARK = re.compile(r"[\s>]*(```|~~~)")


def covered_lines(document: Document, said: Iterable[Said]) -> list[bool]:
    """Of each line whether a statement stands on it."""
    return _read_lines(len(document.lines), (each.at for each in said))


def unread_passages(document: Document, read: Sequence[bool]) -> tuple[Passage, ...]:
    """The passages from which nothing was taken, in order; `read` are the lines that were."""
    states = [
        _READ if is_read else _OPEN if says(line) else _SILENT
        for is_read, line in zip(read, document.lines, strict=True)
    ]
    before = list(accumulate(read, initial=0))
    for node in document.root.walk():
        _silence(document, node, states, before)
    return tuple(
        Passage(Place(document.name, line, end), "\n".join(document.lines[line - 1 : end]).strip())
        for line, end in _runs(states)
    )


def says(line: str) -> bool:
    """Whether there is a letter or a digit in a line."""
    return any(letter.isalnum() for letter in line)


def _read_lines(count: int, places: Iterable[Place]) -> list[bool]:
    """Whether a statement covers each line; in time linear in both."""
    edges = [0] * (count + 2)
    for place in places:
        if 1 <= place.line <= count:
            edges[place.line] += 1
            edges[min(place.end, count) + 1] -= 1
    return [covered > 0 for covered in accumulate(edges[1 : count + 1])]


def _silence(document: Document, node: Node, states: list[int], before: Sequence[int]) -> None:
    """Take out the lines that only hold the others: titles, marks, a table's header."""

    def any_read(line: int, end: int) -> bool:
        return before[min(end, len(states))] > before[line - 1]

    if node.kind == "section" and 0 < node.level < LEAD:
        is_read = any_read(node.line, node.end)
        state = _HEADING if is_read else _BEGINS if says_below(node) else _SILENT
        for number in _title(document, node):
            _set(states, number, state)
    elif _leads(node) and any_read(node.line + (node.kind == "item"), node.end):
        _set(states, node.line, _SILENT)
    elif node.kind == "table" and node.rows and any_read(node.line, node.end):
        _set(states, node.rows[0].line, _SILENT)
    elif node.kind == "fence" and any_read(node.line, node.end):
        for number in (node.line, node.end):
            if _FENCE_MARK.match(document.lines[number - 1]):
                _set(states, number, _SILENT)
    elif node.kind == "fence" and says(node.text):
        states[node.line - 1 : node.end] = [_OPEN] * (node.end - node.line + 1)


def _leads(node: Node) -> bool:
    """Whether a line works as a heading of what stands below it."""
    point = node.kind == "item" and node.words.endswith((":", "："))
    return point or (node.kind == "section" and node.level >= LEAD)


def _set(states: list[int], number: int, state: int) -> None:
    if states[number - 1] != _READ or state >= _HEADING:
        states[number - 1] = state


def _title(document: Document, node: Node) -> Iterator[int]:
    """The lines of a heading: one, or those down to its underline."""
    yield node.line
    if document.lines[node.line - 1].lstrip(" >-*+.0123456789").startswith("#"):
        return
    for number in range(node.line + 1, min(node.end, len(document.lines)) + 1):
        yield number
        if _UNDERLINE.fullmatch(document.lines[number - 1]):
            return


def _runs(states: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From where to where lines are open with nothing but silent ones between them."""
    start = end = 0
    for number, state in enumerate([*states, _HEADING], 1):
        if state == _OPEN:
            start, end = start or number, number
        elif state != _SILENT:
            if end >= start > 0:
                yield start, end
                start = 0
            if state != _BEGINS:
                start = 0
            elif not start:
                start, end = number, 0
