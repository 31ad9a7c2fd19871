"""Reads what the signs of a document mean where it says so: `Legend: 🟢 done · ⚪ to do`.

The reader of tasks sees signs in place of them that mean the same everywhere; lines stay as they
are written.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.status import Status, whole_status, without_signs
from coord_tui.core.importing.words.status import STATUS_SIGNS

_CLEAR: dict[Status, str] = {"done": "✅", "claimed": "🔄", "open": "⬜", "dropped": "🗑"}
_PARTS = re.compile(r"\s*[·•|,;/、，]\s*|\s{2,}|\s+(?=[^\w\s.,;:!?()\[\]{}'\"/&+=–—-]️?\s)")
_BETWEEN = " \t=:：-–—→"
_LABEL = re.compile(r"^[^\W\d_][^:：]{0,30}[:：]\s*")
_FEWEST = 2


def with_legend(document: Document) -> Document:
    """The document with the signs that its legend explains turned into the usual ones."""
    changed = {
        sign: _CLEAR[status]
        for sign, status in _legend(document).items()
        if STATUS_SIGNS.get(sign) != status
    }
    if not changed:
        return document
    return document._replace(root=_turned(document.root, str.maketrans(changed)))


def _legend(document: Document) -> dict[str, Status]:
    """What each sign means that a line, a list or a table of two signs or more explains."""
    found: dict[str, Status] = {}
    for node in document.root.walk():
        for texts in _lists(node):
            pairs = dict(pair for text in texts if (pair := _pair(text)))
            if len(pairs) >= _FEWEST and len(pairs) * 2 > len(texts):
                found = {**pairs, **found}
    return found


def _lists(node: Node) -> Iterator[Sequence[str]]:
    """The parts of a line, the points of a list, the rows of a table."""
    if node.kind in ("text", "item"):
        yield _PARTS.split(_LABEL.sub("", node.words))
    if node.kind == "table":
        yield [" ".join(plain(cell) for cell in row.cells) for row in node.rows[1:]]
    yield [child.words for child in node.children if child.kind == "item"]


def _pair(text: str) -> tuple[str, Status] | None:
    """A sign and the status that is all that stands beside it."""
    words, signs = without_signs(text.strip())
    sign = signs.strip(" \ufe0f`")
    status = whole_status(words.strip(_BETWEEN))
    return (sign, status) if status and len(sign) == 1 else None


def _turned(node: Node, signs: dict[int, str]) -> Node:
    rows = tuple(_row(row, signs) for row in node.rows)
    children = tuple(_turned(child, signs) for child in node.children)
    words = node.words.translate(signs)
    return node._replace(words=words, runs=_runs(node.runs, signs), rows=rows, children=children)


def _row(row: Row, signs: dict[int, str]) -> Row:
    return row._replace(cells=tuple(_runs(cell, signs) for cell in row.cells))


def _runs(runs: Runs, signs: dict[int, str]) -> Runs:
    return tuple(run._replace(text=run.text.translate(signs)) for run in runs)
