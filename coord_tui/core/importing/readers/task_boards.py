"""Reads tables whose columns say how far work is: `To do | Doing | Done`; each cell is a task.

Columns that only count tasks are no board.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.markdown.tables import cells, read_cells
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import said
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields
from coord_tui.core.importing.readers.tasks_heads import head_of
from coord_tui.core.importing.readers.tasks_names import unmarked
from coord_tui.core.importing.readers.tasks_saying import saying
from coord_tui.core.importing.statements import Place, Said
from coord_tui.core.importing.status import Status, whole_status, without_signs

_COUNT = re.compile(r"\W*\d+(?:\s*(?:%|/\s*\d+))?(?:\s+[^\W\d_]+)?\W*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LONGEST = 20
"""Of a task's words; longer cells are prose."""


def columns_of_states(node: Node) -> tuple[Status, ...]:
    """What each column of a table says of how far work is; nothing for another table."""
    headings = [without_signs(plain(cell))[0] for cell in node.rows[0].cells] if node.rows else []
    states = tuple(whole_status(each) for each in headings)
    if len(states) < 2 or not all(states) or len(set(states)) < max(2, len(states) - 1):
        return ()
    return states


def _is_board(node: Node) -> bool:
    """Whether words stand in the cells, and no counts."""
    filled = [plain(cell) for row in node.rows[1:] for cell in row.cells if plain(cell).strip()]
    worded = [each for each in filled if said(each) and not _COUNT.fullmatch(each)]
    return len(worded) * 2 > len(filled)


def read_board(
    document: Document, node: Node, states: Sequence[Status], context: Context, names: Names
) -> Iterator[Said]:
    """The tasks in the cells of a board, column for column."""
    for status, row, cell in _cells(document, node, states) if _is_board(node) else ():
        head = head_of(cell, names)
        if not head.id and (name := unmarked(head.title)).id:
            head = head._replace(id=name.id, title=name.rest, named=name)
        if head.title and said(head.title) and len(head.title.split()) <= _LONGEST:
            at = Place(document.name, row.line, row.line)
            why = "a cell of a board"
            yield from saying(at, head, Fields(status=status), context, names, "likely", why)


def _cells(
    document: Document, node: Node, states: Sequence[Status]
) -> Iterator[tuple[Status, Row, Runs]]:
    rows = [(row, _parted(document, row)) for row in node.rows[1:]]
    for column, status in enumerate(states):
        for row, parted in rows:
            for part in parted[column] if column < len(parted) else ():
                if plain(part).strip(" -–—*•"):
                    yield status, row, part


def _parted(document: Document, row: Row) -> list[tuple[Runs, ...]]:
    """The cells of a row, each with the tasks that stand in lines of their own."""
    written = cells(document.lines[row.line - 1])
    if len(written) != len(row.cells) or not any(map(_BREAK.search, written)):
        return [(cell,) for cell in row.cells]
    return [read_cells(_BREAK.split(cell), row.line) for cell in written]
