"""Finds which roles of a roster parts of the document are named after: `### Intake` is Ana's part.

A role is a second name of whoever has it where at least two such roles head parts that hold files,
or stand alone in the cells of a table of paths.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.columns import Columns, columns
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.names import folded
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.readers.table_contents import rows_of
from coord_tui.core.importing.statements import Said, SaidSession

_LEAST = 2
"""As many roles must be used as names, before one is believed to be."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Those who have such roles, once more, with the role as a second name."""
    known = [each for each in said if isinstance(each, SaidSession)]
    taken = {folded(name) for each in known for name in (each.name, *each.also)}
    roles = _one_each(known, taken)
    used = roles.keys() & _names_of_parts(document) if len(roles) >= _LEAST else set()
    for role in sorted(used) if len(used) >= _LEAST else ():
        each = roles[role]
        yield each._replace(also=(*each.also, each.role))


def _one_each(known: Sequence[SaidSession], taken: set[str]) -> dict[str, SaidSession]:
    """By role the one who has it, where nobody else does and it is no name already."""
    having: dict[str, dict[str, SaidSession]] = {}
    for each in known:
        who = called(each.role) if each.role else None
        if who and folded(who.name) == folded(each.role) and folded(each.role) not in taken:
            having.setdefault(folded(each.role), {}).setdefault(folded(each.name), each)
    return {role: next(iter(who.values())) for role, who in having.items() if len(who) == 1}


def _names_of_parts(document: Document) -> frozenset[str]:
    """What headings of parts with paths say, and the cells of tables of paths, folded."""
    found: set[str] = set()
    for node in document.root.walk():
        if node.kind == "section" and node.level and _holds_paths(node):
            found.add(folded(node.words))
        elif node.kind == "table" and node.rows:
            found |= _in_cells(node)
    return frozenset(found)


def _holds_paths(node: Node) -> bool:
    """Whether paths stand right below a heading: in lines, in a fence or in a table's cells."""
    return any(
        child.kind == "fence"
        or (child.kind in ("item", "text") and bool(listed_paths(child.runs)))
        or any(listed_paths(cell) for row in child.rows[1:] for cell in row.cells[:1])
        for child in node.children
    )


def _in_cells(table: Node) -> set[str]:
    """What stands in the cells of owners or roles of a table of paths."""
    kinds = Columns(columns(table.rows[0]))
    at = kinds.first("owner", "session", "role") if kinds.has_any("path", "files", "owns") else None
    return set() if at is None else {folded(plain(cell)) for cell in rows_of(table.rows, at)}
