"""Takes away what only looks like an id: days that each week's table has again, `T2 … T6`.

Tables of one kind whose rows have the same ids again, but other titles, count days or places; their
rows are called by their titles, in their links too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.tasks_clashes import renamed, words_of_title
from coord_tui.core.importing.statements import Said, SaidTask

_FEWEST = 2
"""Of the ids that come again, before they are taken for days."""

Rows = dict[str, SaidTask]
"""The tasks of one table by their ids."""


def without_days(document: Document, found: Sequence[Said]) -> list[Said]:
    """The statements, ids that are none taken away."""
    at_lines = {each.at.line: each for each in found if isinstance(each, SaidTask) and each.id}
    titles: dict[int, dict[str, str]] = {}
    for tables in _alike(document, at_lines):
        if _come_again(tables):
            for rows in tables:
                called = {id: task.title for id, task in rows.items()}
                titles |= dict.fromkeys((task.at.line for task in rows.values()), called)
    return [renamed(each, titles.get(each.at.line, {})) for each in found]


def _alike(document: Document, at_lines: dict[int, SaidTask]) -> Iterator[list[Rows]]:
    """The tasks of tables that have one header."""
    tables: dict[tuple[str, ...], list[Rows]] = defaultdict(list)
    for node in document.root.walk():
        if node.kind == "table" and (rows := _rows(node, at_lines)):
            tables[tuple("".join(run.text for run in cell) for cell in node.rows[0].cells)] += [
                rows
            ]
    yield from (each for each in tables.values() if len(each) > 1)


def _rows(table: Node, at_lines: dict[int, SaidTask]) -> Rows:
    tasks = [at_lines[row.line] for row in table.rows[1:] if row.line in at_lines]
    return {task.id: task for task in tasks if task.title}


def _come_again(tables: Sequence[Rows]) -> bool:
    """Whether most ids of the tables after the first were there before, with other titles."""
    seen: Rows = {}
    again = other = count = 0
    for rows in tables:
        for id, task in rows.items():
            if before := seen.get(id):
                again += 1
                other += words_of_title(before.title).isdisjoint(words_of_title(task.title))
        count += len(rows) if seen else 0
        seen = {**rows, **seen}
    return other >= _FEWEST and again * 2 > count and other * 2 > again
