"""Finds who is named only in a column of a table, beside others who are known already."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import called, called_all
from coord_tui.core.importing.columns import columns
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.statements import Place, Said, SaidSession


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Those with evident names in every column of which half or more are known sessions."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    for node in document.root.walk():
        if node.kind == "table" and names.words:
            for at, kind in enumerate(columns(node.rows[0])):
                yield from _column(document, node.rows[1:], at, names)
                if kind in ("session", "owner"):
                    yield from _together(document, node.rows[1:], at, names)


def _column(document: Document, rows: Sequence[Row], at: int, names: Names) -> Iterator[Said]:
    cells = [(row, plain(row.cells[at])) for row in rows if at < len(row.cells)]
    known = [names.of(_first(words)) for _, words in cells]
    if len(set(filter(None, known))) < 2 or 2 * sum(map(bool, known)) < len(known):
        return
    for (row, words), name in zip(cells, known, strict=True):
        who = None if name else called(_first(words))
        if who and evident(who.name):
            place, why = Place(document.name, row.line, row.line), "in a column of sessions"
            yield SaidSession(place, who.name, kind=kind_of(who.name), sure="likely", why=why)


def _together(
    document: Document, rows: Sequence[Row], at: int, names: Names
) -> Iterator[SaidSession]:
    """Those whom a cell names together, where each name says that it is a session's."""
    for row in rows:
        found = called_all(plain(row.cells[at])) if at < len(row.cells) else ()
        new = [each for each in found if not names.of(each.name)]
        if len(found) > 1 and all(evident(each.name) for each in found):
            place, why = Place(document.name, row.line, row.line), "named with others in one cell"
            for each in new:
                yield SaidSession(place, each.name, kind=kind_of(each.name), sure="likely", why=why)


def _first(words: str) -> str:
    """What a cell says before a sign: `codex` of `codex/main (later)`."""
    return re.split(r"\s*[/(（+,;|→]", words.strip())[0]
