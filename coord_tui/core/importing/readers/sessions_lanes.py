"""Tells which parts of a document are of work that others do, and so are nobody themselves.

`### Lane 2: Screen` may be a session; it is none when the tasks in it say whose each of them is.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.calling import Called, called, everybody, nobody
from coord_tui.core.importing.columns import Columns, columns, label
from coord_tui.core.importing.fields import field
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.names import Names, folded
from coord_tui.core.importing.outline import Node
from coord_tui.core.importing.readers.bearers import is_lane
from coord_tui.core.importing.readers.table_contents import rows_of


def is_work(node: Node, who: Called, names: Names) -> bool:
    """Whether a part is of work that others do: it names them as the owners of what is in it."""
    return _has_known(node, who, names) or (is_lane(who.name) and _has_owners(node, who))


def _has_known(node: Node, who: Called, names: Names) -> bool:
    """Whether a column of a table in the part names known sessions, whatever its heading."""
    tables = [each for each in node.children if each.kind == "table"]
    cells = [zip(*(row.cells for row in table.rows[1:]), strict=False) for table in tables]
    for column in (column for table in cells for column in table):
        known = [names.of(plain(cell)) for cell in column]
        others = [each for each in known if each and each != names.of(who.name)]
        if len(others) > 1 and 2 * len(others) >= len(known):
            return True
    return False


def _has_owners(node: Node, who: Called) -> bool:
    """Whether every task of a lane says whose it is, and none that it is the lane's."""
    for child in node.children:
        if child.kind == "table" and child.rows:
            owners = _in_table(child)
            if owners and all(_is_other(words, who) for words in owners):
                return True
    points = [child for child in node.children if child.kind == "item" and not _is_owner(child)]
    return bool(points) and all(_is_other(_in_point(point), who) for point in points)


def _in_table(table: Node) -> Sequence[str]:
    """The cells of owners in a table of tasks; none in a table of anything else."""
    kinds = Columns(columns(table.rows[0]))
    at = kinds.first("owner", "session")
    is_of_tasks = kinds.has_any("title", "id") and at is not None and at > 0
    return [plain(cell) for cell in rows_of(table.rows, at)] if is_of_tasks and at else []


def _is_other(words: str, who: Called) -> bool:
    """Whether words name somebody, and not the one after whom the part is named."""
    one = None if not words or nobody(words) or everybody(words) else called(words)
    return one is not None and folded(one.name) != folded(who.name) and not is_lane(one.name)


def _is_owner(node: Node) -> bool:
    """Whether a point says whose all of the part is: `- Owner: Ana`."""
    said = field(node.runs)
    return bool(said and label(said.label) == "owner")


def _in_point(point: Node) -> str:
    """Whom a point names as its owner, in a field below it or among its own words."""
    return next(_owners_of(point), "")


def _owners_of(point: Node) -> Iterator[str]:
    for child in point.walk():
        said = field(child.runs)
        if said and label(said.label) == "owner":
            yield said.words
    for found in _LABELLED.finditer(point.words):
        if label(found["label"]) == "owner":
            yield found["who"]


_LABELLED = re.compile(
    r"(?:\A|[.;,·|()（）—–-]\s*)(?P<label>[^\W\d_]+(?: [^\W\d_]+)?)\s*[:：]\s*(?P<who>@?\w[\w-]*)"
)
"""`… lists. Owner: ana`."""
