"""Finds who is named as an owner only, and on which line: a task may go over many of them."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.names import NOBODY, folded, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.statements import Place, Said, SaidOwned, SaidSession, SaidTask


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """A session for each owner of a task or path whom the document does not name otherwise."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    owners: list[tuple[SaidTask | SaidOwned, str]] = []
    owners += [(each, each.owner) for each in said if isinstance(each, SaidTask)]
    owners += [(each, each.session) for each in said if isinstance(each, SaidOwned)]
    for each, name in owners:
        if folded(name) not in NOBODY and not names.of(name):
            sure = "likely" if each.sure == "certain" else each.sure
            why = each.why or "named as an owner only"
            yield SaidSession(_where(document, each.at, name), name, sure=sure, why=why)


def _where(document: Document, at: Place, name: str) -> Place:
    """The first line of a statement that has the name, else its own first one."""
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    lines = range(at.line, min(at.end, len(document.lines)) + 1)
    line = next((line for line in lines if word.search(document.lines[line - 1])), at.line)
    return Place(at.file, line, line)
