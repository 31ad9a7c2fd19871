"""Reads tables of streams of work that wait for each other: `Stream | Depends on | Blocks`.

Such a stream is a task and whoever works on it in one; its title stands in a heading that begins
with its name. Where a document has tasks of its own, its streams are none.
"""

import re
from collections.abc import Iterator

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.links_words import Wait, WaitKind, references
from coord_tui.core.importing.readers.task_columns import Header, header_of, text_at
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields
from coord_tui.core.importing.readers.tasks_heads import Head
from coord_tui.core.importing.readers.tasks_saying import saying
from coord_tui.core.importing.statements import Place, Said, Sure
from coord_tui.core.importing.words.tasks import STREAM_WORDS

STREAMS = "streams of work that wait for each other"
"""Why such rows are tasks."""
_CALLED = listed(STREAM_WORDS) | listed("workstreams; ws; wp; streams; lanes; tracks")
_LONGEST_NAME = 2
_NAMED = re.compile(r"([^:：]{1,40}?)\s*(?:[:：]|\s[-–—]+\s)\s*(.+)")
_FEWEST = 2
"""Of the times that rows name other rows."""
_WAYS: dict[str, WaitKind] = {"after": "after", "blocks": "before"}


def read_streams(document: Document, node: Node, context: Context, names: Names) -> Iterator[Said]:
    """The streams in a table, if its rows wait for each other and nobody calls them tasks."""
    header = header_of(node.rows)
    if context.elsewhere or not _wait_for_each_other(header):
        return
    sure: Sure = "likely" if said(header.headings[0]) in _CALLED else "doubtful"
    titles = _titles(document)
    for row in node.rows[1:]:
        name = text_at(row, 0).strip("*`~[] ")
        waits = tuple(
            Wait(_WAYS[kind], text_at(row, at))
            for at, kind in enumerate(header.kinds)
            if kind in _WAYS
        )
        head = Head(titles.get(name.casefold(), name), id=re.sub(r"\s+", "-", name))
        owner = name if names.of(name) else ""
        at = Place(document.name, row.line, row.line)
        yield from saying(at, head, Fields(owner=owner, waits=waits), context, names, sure, STREAMS)


def _wait_for_each_other(header: Header) -> bool:
    rows = [cell.strip("*`~[] ") for cell in header.cells(0)]
    short = all(0 < len(name.split()) <= _LONGEST_NAME for name in rows)
    if not short or len(set(rows)) < len(rows) or header.kinds[0] in ("path", "owns", "files"):
        return False
    named = [
        other
        for at, kind in enumerate(header.kinds)
        if at and kind in _WAYS
        for cell in header.cells(at)
        for other in references(cell)
    ]
    return sum(each in rows for each in named) >= max(_FEWEST, len(named) / 2)


def _titles(document: Document) -> dict[str, str]:
    """What headings say after the name of a stream: `DEV-A: Engine`."""
    sections = (node for node in document.root.walk() if node.kind == "section")
    found = [_NAMED.match(node.words) for node in reversed([*sections])]
    return {each[1].casefold(): each[2] for each in found if each}
