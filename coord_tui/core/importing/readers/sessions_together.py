"""Finds who is named only beside the owners of tasks: `Ana + Ben`, where Ana owns something.

The plan gives a task one owner; the others whom a cell of owners names by proper names work here
too.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.bare_names import may_be_name
from coord_tui.core.importing.calling import Called, called_all
from coord_tui.core.importing.columns import columns
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.names import Names, folded, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.statements import Place, Said, SaidOwned, SaidSession, SaidTask

_WHY = "named beside an owner"


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """A session for each proper name that stands beside an owner's in a column of owners."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    owning = {folded(each.owner) for each in said if isinstance(each, SaidTask)}
    owning |= {folded(each.session) for each in said if isinstance(each, SaidOwned)}
    for node in document.root.walk() if owning else ():
        kinds = columns(node.rows[0]) if node.kind == "table" and node.rows else ()
        for at in (at for at, kind in enumerate(kinds) if kind == "owner"):
            for row in node.rows[1:]:
                yield from _beside(document, row, at, names, owning)


def _beside(
    document: Document, row: Row, at: int, names: Names, owning: set[str]
) -> Iterator[SaidSession]:
    found = called_all(plain(row.cells[at])) if at < len(row.cells) else ()
    owners = [each for each in found if names.of(each.name) or folded(each.name) in owning]
    if owners and all(map(_is_proper, found)):
        place = Place(document.name, row.line, row.line)
        for each in (each for each in found if each not in owners):
            yield SaidSession(place, each.name, kind=kind_of(each.name), sure="likely", why=_WHY)


def _is_proper(who: Called) -> bool:
    """Whether a name is one by itself, or one word that is written as names are."""
    name = who.name
    cased = name.istitle() or name.upper() == name.lower()
    return evident(name) or (name.isalpha() and cased and may_be_name(name))
