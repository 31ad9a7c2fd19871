"""Finds who heads a part of a document and is named elsewhere where only names stand.

`## Maya: server` may be of anything; it is of somebody when a column of owners has `Maya` in a cell
of its own, or a list of names does whose other items are known sessions.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import Called, called, called_all, everybody, nobody
from coord_tui.core.importing.columns import columns
from coord_tui.core.importing.evident import evident, kind_of, one_name
from coord_tui.core.importing.fields import field
from coord_tui.core.importing.heads import role_of
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.names import Names, folded, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.table_contents import rows_of
from coord_tui.core.importing.statements import Said, SaidSession

_WHY = "heads a part, and is named among names"


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Those after whom parts are named, and whom a column of owners or a list of names has too."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    heads = [(node, who) for node in document.root.walk() if (who := _headed_by(node))]
    owners = in_owner_columns(document) if heads else frozenset()
    owners = owners if len({folded(who.name) for _, who in heads} & owners) > 1 else frozenset()
    named = owners | (_in_lists(document, names) if heads else frozenset())
    for node, who in heads:
        if folded(who.name) in named and not names.of(who.name):
            also = who.also if (role := role_of(who)) else ()
            found = SaidSession(document.at(node), who.name, also, role, kind_of(who.name))
            yield found._replace(sure="likely", why=_WHY)


def _headed_by(node: Node) -> Called | None:
    """Who may head a part: all that a heading says, but for what it says of the name."""
    who = called(node.words) if node.kind == "section" and node.level else None
    return who if who and one_name(who.name) and len(who.name.split()) < 4 else None


def in_owner_columns(document: Document) -> frozenset[str]:
    """Whom cells name in columns of owners, folded."""
    tables = [node for node in document.root.walk() if node.kind == "table" and node.rows]
    cells = [
        plain(cell)
        for table in tables
        for at, kind in enumerate(columns(table.rows[0]))
        for cell in (rows_of(table.rows, at) if kind == "owner" else ())
    ]
    named = (words for words in cells if not (nobody(words) or everybody(words)))
    return frozenset(folded(each.name) for words in named for each in called_all(words))


def _in_lists(document: Document, names: Names) -> frozenset[str]:
    """Who has an item in a list of which at least two items, and half, are of known sessions."""
    found: set[str] = set()
    for node in document.root.walk():
        items = [child for child in node.children if child.kind == "item" and not child.box]
        labels = [called(said.label) for item in items if (said := field(item.runs))]
        labelled = [who for who in labels if who]
        known = [who for who in labelled if names.of(who.name) or evident(who.name)]
        if len(labelled) == len(items) and len(known) > 1 and 2 * len(known) >= len(items):
            found |= {folded(who.name) for who in labelled}
    return frozenset(found)
