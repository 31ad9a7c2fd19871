"""Finds who works here in tables with a column for each of them: `| | Ana | Ben |`."""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.evident import kind_of
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.readers.laid_out import profiles
from coord_tui.core.importing.readers.whom_context import is_silent, tables
from coord_tui.core.importing.statements import Place, Said, SaidSession


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Everybody who heads a column of such a table."""
    for table, within in tables(document, Names(())):
        if is_silent(within, stated=True):
            continue
        for column in profiles(table):
            if who := called(column.words):
                at = Place(document.name, column.line, column.line)
                yield SaidSession(at, who.name, who.also, who.role, kind_of(who.name))
