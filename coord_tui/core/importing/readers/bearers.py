"""Says which column of a table names the session of each row, where two of them might.

Of `| Lane | Agent | Files |` both columns stand for whoever has the row: the one that other parts
of the document name is kept, and what stands in the other one is a second name of the same session.
"""

from collections import Counter
from collections.abc import Sequence

from coord_tui.core.importing.calling import called, everybody, nobody
from coord_tui.core.importing.columns import Columns, columns
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.names import folded
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.readers.row_names import numbered

_LANES = wordlist("""lane lanes track tracks stream streams workstream workstreams thread slot
    swimlane pod team squad spur spuren carril carriles faixa voie corsia
    полоса поток 泳道 レーン 레인""")
"""Headings of columns that hold a part of the work, beside which the worker may be named."""


class Bearers:
    """The columns of a document's tables that name sessions."""

    def __init__(self, document: Document) -> None:
        tables = (node for node in document.root.walk() if node.kind == "table" and node.rows)
        self.tables = {id(table): _columns(table) for table in tables}
        named = (frozenset().union(*found.values()) for found in self.tables.values() if found)
        self.named_in = Counter(name for names in named for name in names)

    def of(self, table: Node) -> tuple[int, ...]:
        """The two columns that name the same sessions, the one to keep first; else none."""
        if known := numbered(table.rows, Columns(columns(table.rows[0]))):
            return known
        found = self.tables[id(table)]
        if len(found) != 2 or not all(found.values()):
            return ()
        first, second = sorted(found, key=lambda at: (-self._used(table, at), _is_lane(table, at)))
        lane = _is_lane(table, second) or self._used(table, first) > self._used(table, second)
        return (first, second) if lane and _pairs(table.rows[1:], first, second) else ()

    def _used(self, table: Node, at: int) -> int:
        """How many names of a column are names in other tables too."""
        return sum(self.named_in[name] > 1 for name in self.tables[id(table)][at])


def second_name(row: Row, at: int) -> str:
    """What a cell calls somebody beside the name; empty when it calls nobody."""
    words = plain(row.cells[at]) if at < len(row.cells) else ""
    who = None if nobody(words) or everybody(words) else called(words)
    return who.name if who else ""


def _columns(table: Node) -> dict[int, frozenset[str]]:
    """The names in each column that is headed as one of sessions or of owners."""
    kinds = Columns(columns(table.rows[0]))
    places = [at for at, kind in enumerate(kinds.kinds) if kind in ("session", "owner")]
    rows = table.rows[1:]
    return {at: frozenset(filter(None, (_name(row, at) for row in rows))) for at in places}


def _name(row: Row, at: int) -> str:
    return folded(second_name(row, at))


def _is_lane(table: Node, at: int) -> bool:
    return said(plain(table.rows[0].cells[at])) in _LANES


def is_lane(name: str) -> bool:
    """Whether a name is of a part of the work, whose worker may be named beside it: `Stream 1`."""
    return said(name).partition(" ")[0] in _LANES


def _pairs(rows: Sequence[Row], first: int, second: int) -> bool:
    """Whether no name of the second column stands for two of the first."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if (name := _name(row, second)) and (whose := _name(row, first)):
            found.setdefault(name, set()).add(whose)
    return all(len(whose) == 1 for whose in found.values())
