"""Takes what was read of a document apart into the pieces that hold words: rows, points, lines.

A statement covers lines; what it took of the words on them is found by these pieces, once the plan
is there. What no statement covers is no piece: it is unread as it stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Literal, NamedTuple

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.heading_pieces import is_head, said_above, said_in
from coord_tui.core.importing.hidden_words import comments, targets
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.markdown.lengths import is_shortened
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.statements import Place


class Part(NamedTuple):
    """Some words, and what they are said to be: the head of their column, the label before them."""

    words: str
    label: str = ""


class Piece(NamedTuple):
    """What stands on one line or a few."""

    at: Place
    kind: Literal["row", "point", "text", "heading"]
    parts: tuple[Part, ...]
    follows: bool = True
    """Whether nothing that is unread as it stands is between it and the piece before."""
    last: int = 0
    """The last line of all that stands under a heading."""


def pieces_of(document: Document, covered: Sequence[bool]) -> tuple[Piece, ...]:
    """The pieces of the lines that are covered, and the headings of what is, in order."""
    found: list[Piece] = []
    seen: set[int] = set()
    before = list(accumulate(covered, initial=0))
    for node in document.root.walk():
        own = range(node.line, _own_end(node) + 1) if node.level or node.kind != "section" else ()
        seen.update(own)
        if own and (node.kind == "section" or any(covered[n - 1] for n in own)):
            found += _pieces(document, node, covered, before)
            found += _hidden(document, node, covered, before)
        elif is_head(node) and before[node.end] > before[node.line]:
            found.append(_heading(document, node, said_in(node)))
    rest = (n for n, is_covered in enumerate(covered, 1) if is_covered and n not in seen)
    found += (_line(document, number) for number in rest)
    found.sort(key=lambda piece: piece.at)
    return tuple(_with_gaps(found, document, before))


def _hidden(
    document: Document, node: Node, covered: Sequence[bool], before: Sequence[int]
) -> Iterator[Piece]:
    """What the lines of a node say without showing it."""
    if node.kind in ("fence", "html"):
        return
    rows = node.rows or (Row(node.line, (node.runs,)),)
    for row in rows:
        shown = node.kind == "section" and before[node.end] > before[node.line - 1]
        if shown or covered[row.line - 1]:
            end = row.line if node.rows else _own_end(node)
            said = (*chain(*map(targets, row.cells)), *comments(document.lines[row.line - 1 : end]))
            at = Place(document.name, row.line, row.line)
            yield from (Piece(at, "point", (Part(words),)) for words in said if words)


def _own_end(node: Node) -> int:
    """The last line of a node's own words."""
    if node.kind in ("section", "item"):
        return max(node.line, min([node.end, *(child.line - 1 for child in node.children)]))
    return node.end


def _pieces(
    document: Document, node: Node, covered: Sequence[bool], before: Sequence[int]
) -> Iterator[Piece]:
    if node.kind == "table":
        if node.rows and before[node.end] > before[node.line]:
            above = document.at(node)._replace(end=node.line)
            yield Piece(above, "heading", tuple(map(Part, said_above(node.rows))), last=node.end)
        yield from (
            _line(document, row.line)
            if is_shortened(document.lines[row.line - 1])
            else Piece(Place(document.name, row.line, row.line), "row", tuple(_cells(node, at)))
            for at, row in enumerate(node.rows)
            if at and covered[row.line - 1]
        )
    elif node.kind == "section" and not (node.level >= LEAD and covered[node.line - 1]):
        if before[node.end] > before[node.line - 1] or not says_below(node):
            yield _heading(document, node, said_in(node))
        if is_shortened(document.lines[node.line - 1]):
            yield _line(document, node.line)
    elif node.kind in ("fence", "html"):
        if said := node.info.split(None, 1)[1:]:
            yield _heading(document, node._replace(end=node.line), said)
        lines = range(node.line, node.end + 1)
        yield from (_line(document, number) for number in lines if covered[number - 1])
    else:
        yield from _words(document, node, covered)


def _heading(document: Document, node: Node, said: Iterable[str]) -> Piece:
    place = Place(document.name, node.line, node.first if node.kind == "section" else node.line)
    return Piece(place, "heading", tuple(map(Part, said)), last=node.end)


def says_below(node: Node) -> bool:
    """Whether more than headings stands below a heading: if unread, a passage begins with it."""
    return any(child.kind != "section" or says_below(child) for child in node.children)


def _cells(node: Node, at: int) -> Iterator[Part]:
    heads = [plain(cell) for cell in node.rows[0].cells]
    for number, cell in enumerate(node.rows[at].cells):
        yield Part(plain(cell), heads[number] if number < len(heads) else "")


def _words(document: Document, node: Node, covered: Sequence[bool]) -> Iterator[Piece]:
    """A point or paragraph; line by line where only some of its lines are covered."""
    end = _own_end(node)
    source = document.lines[node.line - 1 : end]
    if not all(covered[node.line - 1 : end]) or any(map(is_shortened, source)):
        lines = range(node.line, end + 1)
        yield from (_line(document, number) for number in lines if covered[number - 1])
        return
    said = field(node.runs)
    part = Part(said.words, said.label) if said else Part(node.words)
    kind: Literal["point", "text"] = "point" if node.kind == "item" else "text"
    yield Piece(Place(document.name, node.line, end), kind, (part,))


def _line(document: Document, number: int) -> Piece:
    at = Place(document.name, number, number)
    return Piece(at, "point", (Part(document.lines[number - 1].strip()),))


def _with_gaps(
    found: Sequence[Piece], document: Document, before: Sequence[int]
) -> Iterator[Piece]:
    says = (any(letter.isalnum() for letter in line) for line in document.lines)
    saying = list(accumulate(says, initial=0))
    last = 0
    for piece in found:
        start = max(last, piece.at.line - 1)
        open = (saying[start] - saying[last]) - (before[start] - before[last])
        yield piece._replace(follows=open <= 0)
        last = max(last, piece.at.end)
