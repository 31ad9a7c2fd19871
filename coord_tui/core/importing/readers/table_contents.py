"""Tells by what its cells hold, and not by its heading, which column of a table names or lists."""

from collections.abc import Sequence

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.columns import Columns
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.readers.ownership_lines import only_paths


def names_at(rows: Sequence[Row], kinds: Columns, names: Names) -> int | None:
    """The one column without a known heading in which every cell is a session's name."""
    found = [
        at
        for at in _unknown(rows, kinds)
        if all(_is_name(cell, names) for cell in rows_of(rows, at))
    ]
    return found[0] if len(found) == 1 else None


def paths_at(rows: Sequence[Row], kinds: Columns) -> int | None:
    """The one column without a known heading in which every cell is a list of paths."""
    found = [
        at for at in _unknown(rows, kinds) if all(only_paths(cell, 0) for cell in rows_of(rows, at))
    ]
    return found[0] if len(found) == 1 else None


def rows_of(rows: Sequence[Row], at: int) -> list[Runs]:
    """The cells of a column that hold something, without its heading."""
    cells = [row.cells[at] for row in rows[1:] if at < len(row.cells)]
    return [cell for cell in cells if plain(cell)]


def _unknown(rows: Sequence[Row], kinds: Columns) -> list[int]:
    """The columns of unknown kind in which two cells or more hold something."""
    return [at for at, kind in enumerate(kinds.kinds) if not kind and len(rows_of(rows, at)) > 1]


def _is_name(cell: Runs, names: Names) -> bool:
    who = called(plain(cell))
    return bool(who and not listed_paths(cell) and (names.of(who.name) or evident(who.name)))
