"""Tells by what its cells hold, and not by its heading, which column of a table names or lists."""

import re
from collections.abc import Sequence

from coord_tui.core.importing.calling import called, nobody
from coord_tui.core.importing.columns import Columns
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.markdown.blocks import Row, Runs, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.paths import expanded, path_of
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


def is_unfilled(rows: Sequence[Row], at: int) -> bool:
    """Whether a column waits for names: `____`, `[name]`, `TBD` in every row."""
    return all(nobody(plain(cell)) for cell in rows_of(rows, at))


def rows_of(rows: Sequence[Row], at: int) -> list[Runs]:
    """The cells of a column that hold something, without its heading."""
    cells = [row.cells[at] for row in rows[1:] if at < len(row.cells)]
    return [cell for cell in cells if plain(cell)]


def is_of_paths(rows: Sequence[Row], at: int) -> bool:
    """Whether a column has nothing but words that may be paths, half of the cells surely paths."""
    cells = rows_of(rows, at)
    surely = sum(bool(listed_paths(cell)) for cell in cells)
    alike = all(_FOLDER.fullmatch(each) for cell in cells for each in _parts(cell))
    return alike and 2 * surely >= len(cells)


def as_paths(cell: Runs) -> tuple[Found, ...]:
    """The words of a cell as paths: in a column of paths `internal/api, web` are two folders."""
    words = (each for part in _parts(cell) for each in expanded(part))
    paths = (path_of(each, code=True, folder=True) for each in words)
    return tuple(Found(path) for path in paths if path)


def _parts(cell: Runs) -> list[str]:
    return re.split(r"\s*[,;、]\s*", plain(cell).strip())


_FOLDER = re.compile(r"/?[\w.@*-]+(?:/[\w.@*-]+)*/?")


def _unknown(rows: Sequence[Row], kinds: Columns) -> list[int]:
    """The columns of unknown kind in which two cells or more hold something."""
    return [at for at, kind in enumerate(kinds.kinds) if not kind and len(rows_of(rows, at)) > 1]


def _is_name(cell: Runs, names: Names) -> bool:
    who = called(plain(cell))
    return bool(who and not listed_paths(cell) and (names.of(who.name) or evident(who.name)))
