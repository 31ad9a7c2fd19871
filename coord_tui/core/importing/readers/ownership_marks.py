"""Finds whose files are whose in matrices whose marks are words of any language: `edits`, `checks`.

Of the marks in the columns of known sessions one means owning when it stands once in nearly every
row, below more than one of them, and no other mark does.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.readers.table_contents import in_cell
from coord_tui.core.importing.readers.taken import Taken
from coord_tui.core.importing.readers.whom_context import is_silent, tables
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidOwned,
    SaidSession,
    SaidShared,
)

_WHY = "a mark that each row has once, in a table with a column per session"
_LEAST = 2
_MOST_MARKS = 4
_LONGEST = 3


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The paths of each row, and in whose column the owning mark stands."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    taken = Taken(len(document.lines), said, (SaidOwned, SaidShared))
    for table, within in tables(document, names) if names.words else ():
        if is_silent(within, stated=True) or taken.any(table.line, table.end):
            continue
        sessions = _sessions(table, names)
        rows = [row for row in table.rows[1:] if row.cells and listed_paths(row.cells[0])]
        if mark := _owning(rows, tuple(sessions)):
            for row in rows:
                yield from _row(document, row, sessions, mark)


def _sessions(table: Node, names: Names) -> dict[int, str]:
    """The columns that known sessions head."""
    cells = [plain(cell) for cell in table.rows[0].cells]
    return {at: words for at, words in enumerate(cells) if at and names.of(words)}


def _owning(rows: Sequence[Row], places: Sequence[int]) -> str:
    """The mark that means owning; empty when that is not plain to see."""
    marks = [_marks(row, places) for row in rows]
    counted = Counter(mark for row in marks for mark in row.values())
    short = all(len(mark.split()) <= _LONGEST for mark in counted)
    if len(places) < _LEAST or len(rows) < _LEAST or len(counted) > _MOST_MARKS or not short:
        return ""
    found = [mark for mark in counted if _is_owning(mark, marks)]
    return found[0] if len(found) == 1 else ""


def _is_owning(mark: str, marks: Sequence[dict[int, str]]) -> bool:
    times = [sum(each == mark for each in row.values()) for row in marks]
    below = {at for row in marks for at, each in row.items() if each == mark}
    return max(times) == 1 and 5 * sum(times) >= 4 * len(times) and len(below) >= _LEAST


def _marks(row: Row, places: Sequence[int]) -> dict[int, str]:
    """By column what stands in it, where something does."""
    cells = {at: spelled(plain(row.cells[at])) for at in places if at < len(row.cells)}
    return {at: words for at, words in cells.items() if words}


def _row(document: Document, row: Row, sessions: dict[int, str], mark: str) -> Iterator[Said]:
    at = Place(document.name, row.line, row.line)
    marked = [place for place, each in _marks(row, tuple(sessions)).items() if each == mark]
    for each in in_cell(row.cells[0]) if marked else ():
        yield SaidOwned(at, sessions[marked[0]], each.path, each.note, "likely", _WHY)
