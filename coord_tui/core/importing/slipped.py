"""Puts a header back over its columns where it has one cell more than every row below it.

Who takes a column out of the rows and forgets its heading shifts all headings behind it. What the
cells hold tells which heading has no column; where that is not plain the table stays as it is. A
header or a ruler that stands again among the rows is no row.
"""

import re
from collections.abc import Callable, Sequence

from coord_tui.core.importing.columns import Column, column
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.status import whole_status

_LONGEST_NAME = 4
"""Of a name's words."""


def aligned(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a table, without the heading that none of them has a cell for."""
    header = rows[0]
    body = tuple(row for row in rows[1:] if not _says_again(row, header))
    rows, last = (header, *body), len(header.cells) - 1
    if len(body) < 2 or not _lacks(body, last):
        return rows
    cells = [[plain(row.cells[at]).strip() for row in body] for at in range(last)]
    fits = [_fit(_without(header, at), cells) for at in range(last + 1)]
    best = max(fits)
    if fits.count(best) > 1 or fits[last] == best:
        return rows
    kept = header._replace(cells=_without(header, fits.index(best)).cells)
    return (kept, *(row._replace(cells=row.cells[:last]) for row in body))


def _says_again(row: Row, header: Row) -> bool:
    """Whether a row is the header once more, or a ruler below that."""
    words = [plain(cell) for cell in row.cells]
    return words == [plain(cell) for cell in header.cells] or (
        len(words) > 1 and all(_RULER.fullmatch(each) for each in words)
    )


_RULER = re.compile(r"\s*:?-{3,}:?\s*")


def _lacks(body: Sequence[Row], last: int) -> bool:
    """Whether each row has all of its cells but the last."""
    return last > 1 and all(
        len(row.cells) == last + 1 and plain(row.cells[0]) and not plain(row.cells[last])
        for row in body
    )


def _without(header: Row, at: int) -> Row:
    return header._replace(cells=(*header.cells[:at], *header.cells[at + 1 :]))


def _fit(header: Row, cells: Sequence[Sequence[str]]) -> int:
    """In how many columns the cells are what the heading says, less those in which they are not."""
    found = 0
    for heading, below in zip(header.cells, cells, strict=True):
        if test := _TESTS.get(column(plain(heading))):
            found += 1 if test([cell for cell in below if cell]) else -1
    return found


def _are_statuses(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(whole_status, cells))


def _are_names(cells: Sequence[str]) -> bool:
    short = all(len(cell.split()) <= _LONGEST_NAME for cell in cells)
    return short and len({*cells}) < len(cells) and not any(map(whole_status, cells))


def _are_ids(cells: Sequence[str]) -> bool:
    return len({*cells}) == len(cells) and all(re.fullmatch(r"\S*\d\S*", cell) for cell in cells)


def _are_titles(cells: Sequence[str]) -> bool:
    return len({*cells}) == len(cells) and sum(len(each.split()) for each in cells) > len(cells)


_TESTS: dict[Column, Callable[[Sequence[str]], bool]] = {
    "status": _are_statuses, "owner": _are_names, "session": _are_names, "id": _are_ids,
    "title": _are_titles,
}  # fmt: skip
