"""Reads tables whose columns say how far work is: `To do | Doing | Done`; each cell is a task.

Columns that only count tasks are no board.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.markdown.blocks import Row, Run, Runs, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import said
from coord_tui.core.importing.readers.status import Status, whole_status, without_signs
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields
from coord_tui.core.importing.readers.tasks_heads import head_of
from coord_tui.core.importing.readers.tasks_names import unmarked
from coord_tui.core.importing.readers.tasks_saying import saying
from coord_tui.core.importing.statements import Place, Said

_COUNT = re.compile(r"\W*\d+(?:\s*(?:%|/\s*\d+))?(?:\s+[^\W\d_]+)?\W*")
_LONGEST = 20
"""Of a task's words; longer cells are prose."""


def board_columns(node: Node) -> tuple[Status, ...]:
    """What each column of a board says of the tasks in it; nothing for another table."""
    headings = [without_signs(plain(cell))[0] for cell in node.rows[0].cells] if node.rows else []
    states = tuple(whole_status(each) for each in headings)
    if len(states) < 2 or not all(states) or len(set(states)) < len(states) - 1:
        return ()
    cells = [plain(cell) for row in node.rows[1:] for cell in row.cells if plain(cell).strip()]
    worded = [each for each in cells if said(each) and not _COUNT.fullmatch(each)]
    return states if worded and len(set(states)) > 1 and len(worded) * 2 > len(cells) else ()


def read_board(
    document: Document, node: Node, states: Sequence[Status], context: Context, names: Names
) -> Iterator[Said]:
    """The tasks in the cells of a board, column for column."""
    for status, row, cell in _cells(node, states):
        head = head_of(cell, names)
        if not head.id and (name := unmarked(head.title)).id:
            head = head._replace(id=name.id, title=name.rest, named=name)
        if head.title and said(head.title) and len(head.title.split()) <= _LONGEST:
            at = Place(document.name, row.line, row.line)
            why = "a cell of a board"
            yield from saying(at, head, Fields(status=status), context, names, "likely", why)


def _cells(node: Node, states: Sequence[Status]) -> Iterator[tuple[Status, Row, Runs]]:
    for status, column in zip(states, range(len(states)), strict=True):
        for row in node.rows[1:]:
            for part in _parts(row.cells[column] if column < len(row.cells) else ()):
                yield status, row, part


def _parts(cell: Runs) -> Iterator[Runs]:
    """The tasks of a cell, which stand in lines of their own."""
    found: list[list[Run]] = [[]]
    for run in cell:
        for count, text in enumerate(re.split(r"\n|<br\s*/?>", run.text)):
            if count:
                found.append([])
            found[-1].append(run._replace(text=text))
    return (tuple(part) for part in found if plain(part).strip(" -–—*•"))
