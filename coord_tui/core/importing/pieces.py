"""Takes what was read of a document apart into the pieces that hold words: rows, points, lines.

A statement covers lines; what it took of the words on them is found by these pieces, once the plan
is there. What no statement covers is no piece: it is unread as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.markdown.lengths import is_shortened
from coord_tui.core.importing.outline import LEAD, Document, Node, field
from coord_tui.core.importing.path_lists import listed_paths
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
    rest = (n for n, is_covered in enumerate(covered, 1) if is_covered and n not in seen)
    found += (_line(document, number) for number in rest)
    found.sort(key=lambda piece: piece.at)
    return tuple(_with_gaps(found, document, before))


def _own_end(node: Node) -> int:
    """The last line of a node's own words."""
    if node.kind in ("section", "item"):
        return max(node.line, min([node.end, *(child.line - 1 for child in node.children)]))
    return node.end


def _pieces(
    document: Document, node: Node, covered: Sequence[bool], before: Sequence[int]
) -> Iterator[Piece]:
    if node.kind == "table":
        yield from (
            _line(document, row.line)
            if is_shortened(document.lines[row.line - 1])
            else Piece(Place(document.name, row.line, row.line), "row", tuple(_cells(node, at)))
            for at, row in enumerate(node.rows)
            if at and covered[row.line - 1]
        )
    elif node.kind == "section" and not (node.level >= LEAD and covered[node.line - 1]):
        if before[node.end] > before[node.line - 1] or not _speaks(node):
            yield Piece(document.at(node), "heading", tuple(_names(node)))
        if is_shortened(document.lines[node.line - 1]):
            yield _line(document, node.line)
    elif node.kind in ("fence", "html"):
        lines = range(node.line, node.end + 1)
        yield from (_line(document, number) for number in lines if covered[number - 1])
    else:
        yield from _words(document, node, covered)


def _speaks(node: Node) -> bool:
    """Whether more than headings stands below a heading: a passage that begins with it."""
    return any(child.kind != "section" or _speaks(child) for child in node.children)


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


_ASIDE = re.compile(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]|\s[—–-]\s+(.*)$")
_NAME = re.compile(r"@?[^\W\d_][\w.-]*( [^\W\d_][\w.-]*)?")


def _names(heading: Node) -> Iterator[Part]:
    """What a heading names: paths, code, and who stands in brackets or behind a dash.

    Behind the dash of a title stands what the document is; a line that only happens to stand right
    above a list says all that it says.
    """
    if heading.level > LEAD and not heading.words.endswith((":", "：")):
        said = field(heading.runs)
        yield Part(said.words if said else heading.words)
        return
    yield from (Part(run.text) for run in heading.runs if run.code)
    yield from (Part(found.path) for found in listed_paths(heading.runs))
    for aside in _ASIDE.finditer(plain(heading.runs)):
        words = (aside[1] or ("" if heading.level == 1 else aside[2])).strip()
        if _NAME.fullmatch(words) and (words[0] == "@" or words[0].isupper()):
            yield Part(words)


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
