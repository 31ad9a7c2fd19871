"""Turns tables and fences that describe somebody into the lists that they stand for.

`| Owns | api/ |` below a name says what an item `Owns: api/` says, and so does a fence with a line
`Owns:` and paths below it. Other tables and fences give nothing.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.columns import column, label
from coord_tui.core.importing.markdown.blocks import Row, Run, Runs, plain, source_lines
from coord_tui.core.importing.outline import LEAD, Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.whom import AVOIDS, OWNS

PLAIN = wordlist("text txt plaintext plain tree none yaml yml")
"""What a fence may call itself that holds no program; most say nothing."""


def is_plain(fence: Node) -> bool:
    """Whether a fence holds no program."""
    return (fence.info.split() or ["plain"])[0].casefold() in PLAIN


def card(table: Node) -> tuple[Node, ...]:
    """The rows of a table of two columns as fields, when the first one holds labels."""
    rows = [row for row in table.rows if len(row.cells) > 1]
    if not rows or any(len(row.cells) > 2 for row in rows) or not _labels(rows[1:]):
        return ()
    # A table without a header of its own has its first field there.
    head = [] if column(plain(rows[0].cells[1])) or not _is_label(rows[0]) else rows[:1]
    fields = [*head, *rows[1:]]
    if any(_says_whose(plain(row.cells[0])) for row in fields):
        fields = [row for row in fields if _is_label(row)]
    return tuple(_field(row, row.cells[1]) for row in fields)


def profiles(table: Node) -> tuple[Node, ...]:
    """The columns of a table as parts of those who head them.

    The first one holds labels, known ones or, where a row has a path in most cells, any.
    """
    header, *rows = table.rows or (Row(table.line, ()),)
    listing = [row for row in rows if _lists_paths(row)]
    if len(header.cells) < 3 or not listing or (_names_of_row(header) and not _labels(rows)):
        return ()
    named = [(at, cell) for at, cell in enumerate(header.cells) if at and called(plain(cell))]
    if len(named) + 1 < len(header.cells) or any(_is_of_things(plain(cell)) for _, cell in named):
        return ()
    alone = listing[0] if len(listing) == 1 and not _is_label(listing[0]) else None
    return tuple(_profile(header.line, at, cell, rows, alone) for at, cell in named)


def _is_of_things(heading: str) -> bool:
    """Whether a heading says what its column holds: `Files`, but not `B — Tools and files`."""
    who = called(heading)
    return bool(column(who.name if who and who.role else heading))


def _names_of_row(header: Row) -> str:
    """The words that head a table's first column; with none, that column holds labels."""
    return plain(header.cells[0]).strip() if header.cells else ""


def _lists_paths(row: Row) -> bool:
    """Whether a row has a path in most of its cells, or one and a label about files."""
    told = bool(row.cells) and label(plain(row.cells[0])) in ("owns", "files", "path")
    listing = [bool(listed_paths(cell)) for cell in row.cells[1:]]
    return any(listing) and (told or 2 * sum(listing) > len(listing))


def _profile(line: int, at: int, name: Runs, rows: Sequence[Row], alone: Row | None) -> Node:
    """What a column says of who heads it; a row of paths that stands `alone` says what they own."""
    fields = tuple(
        _field(row, row.cells[at], "Owns" if row is alone else "")
        for row in rows
        if at < len(row.cells)
    )
    return Node("section", line, line, name, LEAD, children=fields, words=plain(name))


def _field(row: Row, value: Runs, called: str = "") -> Node:
    words = called or plain(row.cells[0]).rstrip(" :：")
    return _item(row.line, (Run(f"{words}: ", strong=True), *value))


def _item(line: int, runs: Runs) -> Node:
    return Node("item", line, line, runs, words=plain(runs))


def _labels(rows: Sequence[Row]) -> bool:
    """Whether the first cells are labels: one says whose files are, or at least half are known."""
    told = any(row.cells and _says_whose(plain(row.cells[0])) for row in rows)
    return told or (bool(rows) and 2 * sum(_is_label(row) for row in rows) >= len(rows))


def _says_whose(words: str) -> bool:
    return label(words) == "owns" or OWNS.within(words)


def _is_label(row: Row) -> bool:
    words = plain(row.cells[0]) if row.cells else ""
    return bool(label(words)) or _says_whose(words) or AVOIDS.within(words)


class _Line(NamedTuple):
    """A line of a fence."""

    number: int
    indent: int
    text: str

    @property
    def head(self) -> str:
        """The words of a line that heads those below it; empty when it is another."""
        found = _HEAD.fullmatch(self.text)
        return found["plain"] or found["marked"] if found else ""


_HEAD = re.compile(
    r"(?P<plain>[^:：`/]{2,60})[:：]|(?:#+|\[|==+|--+)\s*(?P<marked>[^`/\]=]{2,60}?)\s*[\]=-]*"
)


def _lines(fence: Node) -> list[_Line]:
    found = enumerate(source_lines(fence.text), fence.line + 1)
    return [
        _Line(number, len(text) - len(text.lstrip()), text.strip())
        for number, text in found
        if text.strip()
    ]


def sections(fence: Node) -> tuple[Node, ...]:
    """The parts of a fence under lines such as `Owns:` or `Agent 1:`; none when it has no such."""
    lines = _lines(fence) if is_plain(fence) else []
    heads = [at for at, line in enumerate(lines) if line.head]
    if not heads or heads[0] > 0:
        return ()
    return _nested(lines, 0)


_DEEPEST = 3
"""How deep parts may lie in parts."""


def _nested(lines: Sequence[_Line], depth: int) -> tuple[Node, ...]:
    """Parts and the parts in them: a deeper head belongs to the one above it."""
    found: list[Node] = []
    at = 0
    while at < len(lines):
        first = lines[at]
        at += 1
        start = at
        while at < len(lines) and not _ends(lines[at], first, depth):
            at += 1
        below = lines[start:at]
        children = _body(below, depth + 1) if below else ()
        head = Node("section", first.number, lines[at - 1].number, (Run(first.head),), LEAD)
        found.append(head._replace(children=children, words=first.head))
    return tuple(found)


def _ends(line: _Line, head: _Line, depth: int) -> bool:
    """Whether a line is the head of the next part."""
    return bool(line.head) and (line.indent <= head.indent or depth == _DEEPEST)


def _body(lines: Sequence[_Line], depth: int) -> tuple[Node, ...]:
    """The lines under a head as a fence of their own, and the heads among them as its parts."""
    inside = next((at for at, line in enumerate(lines) if line.head), len(lines))
    parts = _nested(lines[inside:], depth)
    if not inside:
        return parts
    first, last = lines[0].number, lines[inside - 1].number
    texts = {line.number: " " * line.indent + line.text for line in lines[:inside]}
    text = "\n".join(texts.get(number, "") for number in range(first, last + 1))
    return (Node("fence", first - 1, last, text=text), *parts)


_WIDE = re.compile(r"(?<=\S)(?:\s{2,}|\t+)(?=[^\s#])")


def items(fence: Node) -> tuple[Node, ...]:
    """The lines of a fence as items; what stands far to the right is said of what is left of it."""
    return tuple(
        _item(line.number, (Run(_WIDE.sub(_joint, line.text)),))
        for line in (_lines(fence) if is_plain(fence) else ())
    )


def _joint(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    return " " if before.endswith((":", "：", ">", "-", "→")) else " — "
