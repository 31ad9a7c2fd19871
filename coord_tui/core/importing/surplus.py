"""Gives a column of its own to what most rows of a table hold behind the last heading.

Who adds a column to the rows and forgets its heading loses it by the book: the cells there are what
the last column holds behind a bar.
"""

import re
from collections.abc import Sequence

from coord_tui.core.importing.markdown.blocks import Row, Run, Runs

_BAR = re.compile(r"\s+\|(?:\s+|$)|^\|\s+")
_FEWEST = 2
_MOST_OF_ALL = 2 / 3


def with_surplus(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a table, one column more where most rows have one that the header lacks."""
    header, body = rows[0], rows[1:]
    last = len(header.cells) - 1
    if last < 1 or len(_parted(header.cells[last])) > 1:
        return rows
    parts = [_parted(row.cells[last]) if len(row.cells) > last else [()] for row in body]
    over = sum(len(each) == _FEWEST for each in parts)
    if over < max(_FEWEST, _MOST_OF_ALL * len(body)) or any(len(each) > _FEWEST for each in parts):
        return rows
    longer = (
        row._replace(cells=(*row.cells[:last], each[0], each[1] if len(each) > 1 else ()))
        for row, each in zip(body, parts, strict=True)
    )
    return (header._replace(cells=(*header.cells, ())), *longer)


def _parted(cell: Sequence[Run]) -> list[Runs]:
    """What stands between the bars of a cell that are no code."""
    parts: list[list[Run]] = [[]]
    for run in cell:
        pieces = [run.text] if run.code else _BAR.split(run.text)
        for count, piece in enumerate(pieces):
            if count:
                parts.append([])
            if piece:
                parts[-1].append(run._replace(text=piece))
    return [tuple(part) for part in parts]
