"""Guesses whose files are whose in tables of which one column names and another lists paths.

What the headings say is no help there, in whatever language they are; what they forbid, and tables
of work, of prompts and of what is only read, are left alone. Nothing is guessed of a table from
which another form has taken something.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.bare_names import echoes
from coord_tui.core.importing.calling import Called, called, nobody
from coord_tui.core.importing.columns import Column, Columns, columns
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.readers.bearers import Bearers
from coord_tui.core.importing.readers.briefs import are_briefs
from coord_tui.core.importing.readers.ownership_lines import only_paths
from coord_tui.core.importing.readers.table_contents import cell_of, is_as_people_have, rows_of
from coord_tui.core.importing.readers.whom_context import Within, tables
from coord_tui.core.importing.routes import lists_routes
from coord_tui.core.importing.statements import Place, Said, SaidOwned, SaidSession, SaidShared
from coord_tui.core.importing.whom import AVOIDS, EXAMPLE, LOG, OTHER, PLANNED

_WHY = "a column of paths beside one of names"
_WORK: tuple[Column, ...] = (
    "title",
    "after",
    "blocks",
    "commit",
    "pr",
    "group",
    "priority",
    "status",
)
_HOLDING = ("", "path", "files", "owns", "role")
"""The kinds of columns that may hold what somebody owns."""
_FEW = 3
"""Of the words that may stand beside paths in a cell."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The owners of such tables; certain of nothing."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    bearers = Bearers(document)
    taken = {each.at.line for each in said if isinstance(each, SaidOwned | SaidShared)}
    for table, within in tables(document, names):
        kinds = Columns(columns(table.rows[0]))
        read_before = any(row.line in taken for row in table.rows)
        if read_before or within.mode in SILENT or kinds.has_any(*_WORK):
            continue
        who = next(iter(bearers.of(table)), None)
        who = _who(table.rows, kinds, within, names) if who is None else who
        where = None if who is None else _where(table.rows, kinds, who)
        planned = who is not None and PLANNED.within(plain(table.rows[0].cells[who]))
        if who is None or where is None or planned:
            continue
        if not are_briefs(table.rows, who, where, names):
            yield from _said(document, table.rows, who, where)


def _who(rows: Sequence[Row], kinds: Columns, within: Within, names: Names) -> int | None:
    """The column that is called one of owners, else the first one of nothing but names."""
    told = kinds.first("owner", "session")
    if told is not None:
        return told
    of_people = within.mode in ("owners", "people")
    for at, kind in enumerate(kinds.kinds):
        cells = [plain(cell).strip(" *`") for cell in rows_of(rows, at)]
        named = {each for each in cells if _is_name(each, names, of_people)}
        full = len(cells) == len(rows) - 1 and named.issuperset(cells)
        if kind in ("", "role", "id") and full and len(named) > 1:
            return at
    return None


def _is_name(words: str, names: Names, of_people: bool) -> bool:
    """Whether a cell is a name: a known one, one that says so itself, or among people as theirs."""
    who = called(words)
    if who and (names.of(who.name) or evident(who.name)):
        return True
    return of_people and is_as_people_have(words)


def _where(rows: Sequence[Row], kinds: Columns, who: int) -> int | None:
    """The one column in which most cells are lists of paths, each row's its own."""
    found = [
        at
        for at, kind in enumerate(kinds.kinds)
        if at != who and kind in _HOLDING and _may_own(rows[0], at) and _lists(rows, at, who)
    ]
    return found[0] if len(found) == 1 and not lists_routes(rows) else None


def _may_own(header: Row, at: int) -> bool:
    heading = plain(header.cells[at])
    return not any(phrases.within(heading) for phrases in (AVOIDS, EXAMPLE, LOG, OTHER, PLANNED))


def _lists(rows: Sequence[Row], at: int, who: int) -> bool:
    cells = [cell_of(row, at) for row in rows[1:]]
    if all(_ADDRESS.fullmatch(plain(cell)) for cell in cells):
        return False
    listed = [listed_paths(cell) for cell in cells if only_paths(cell, _FEW)]
    if len(listed) < 2 or len(listed) * 3 < len(cells) * 2:
        return False
    paths = [each.path for found in listed for each in found]
    return len({*paths}) * 2 > len(paths) and not _are_named_after(rows, at, who)


_ADDRESS = re.compile(r"[`\s]*/[^.]*")
"""A page's address, such as `/signup`, and no folder."""


def _are_named_after(rows: Sequence[Row], at: int, who: int) -> bool:
    """Whether a file is named after each of them, as their prompts are: `agents/ana.md`."""
    pairs = [(plain(cell_of(row, who)), listed_paths(cell_of(row, at))) for row in rows[1:]]
    alone = [(name, found[0].path) for name, found in pairs if len(found) == 1]
    return len(alone) > 1 and all(echoes(name, [path]) for name, path in alone)


def _said(document: Document, rows: Sequence[Row], who: int, where: int) -> Iterator[Said]:
    for row in rows[1:]:
        words, found = plain(cell_of(row, who)), listed_paths(cell_of(row, where))
        one = None if nobody(words) or AVOIDS.within(words) else called(words)
        if one:
            yield from _owned(Place(document.name, row.line, row.line), one, found)


def _owned(at: Place, who: Called, found: Sequence[Found]) -> Iterator[SaidOwned]:
    for each in found:
        yield SaidOwned(at, who.name, each.path, each.note, "doubtful", _WHY)
