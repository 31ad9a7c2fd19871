"""Tells which column of a table says how its files are to be handled, whatever its heading."""

from collections.abc import Sequence

from coord_tui.core.importing.columns import Columns
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.path_lists import listed_paths


def noted_at(rows: Sequence[Row], kinds: Columns, but: Sequence[int]) -> int | None:
    """The one column without a known heading, beside the columns `but`, that holds words.

    `| File | How |`, `| Path | Owner | Policy |`: what stands there is said of the row's files.
    """
    found = [
        at
        for at, kind in enumerate(kinds.kinds)
        if not kind and at not in but and _holds_words(rows, at)
    ]
    return found[0] if len(found) == 1 else None


def note_of(row: Row, at: int | None) -> str:
    """What a row says in the column of notes; nothing where it has none."""
    return plain(row.cells[at]).strip() if at is not None and at < len(row.cells) else ""


def _holds_words(rows: Sequence[Row], at: int) -> bool:
    """Whether each cell that is filled has a word, and none is a list of paths."""
    cells = [row.cells[at] for row in rows[1:] if at < len(row.cells) and plain(row.cells[at])]
    return bool(cells) and all(
        any(letter.isalpha() for letter in plain(cell)) and not listed_paths(cell) for cell in cells
    )
