"""Knows where each row stands, so that a key press costs the same in any number of rows."""

from bisect import bisect_right
from itertools import accumulate

from coord_tui.presentation.rows import Row


class RowIndex:
    """The rows of a list by screen line and by key; built once for each new tuple of rows."""

    __slots__ = ("positions", "rows", "tops")

    def __init__(self, rows: tuple[Row, ...] = ()) -> None:
        self.rows = rows
        self.tops = [0, *accumulate(len(row.lines) for row in rows)]
        """The first line of each row, and the number of lines at the end."""
        self.positions = {row.key: position for position, row in enumerate(rows)}

    @property
    def height(self) -> int:
        """Lines of all rows together."""
        return self.tops[-1]

    def position(self, key: str | None) -> int | None:
        """The position of the row of that key."""
        return None if key is None else self.positions.get(key)

    def get(self, key: str | None) -> Row | None:
        """The row of that key."""
        position = self.position(key)
        return None if position is None else self.rows[position]

    def at(self, line: int) -> int | None:
        """The position of the row that is on that line."""
        return bisect_right(self.tops, line) - 1 if 0 <= line < self.height else None

    def selectable(self, key: str | None) -> bool:
        """Whether the cursor may stand on the row of that key."""
        row = self.get(key)
        return row is not None and row.selectable

    def seek(self, position: int, step: int) -> int | None:
        """The first selectable row from a position on (itself included), downwards or upwards."""
        while 0 <= position < len(self.rows):
            if self.rows[position].selectable:
                return position
            position += step
        return None

    def nearest(self, position: int) -> str | None:
        """The key of the selectable row nearest to a position; of two, the one below."""
        below, above = self.seek(position, 1), self.seek(position - 1, -1)
        if below is None or above is None:
            found = above if below is None else below
        else:
            found = below if below - position <= position - above else above
        return None if found is None else self.rows[found].key


def heir(old: RowIndex, key: str | None, new: RowIndex) -> str | None:
    """Where the cursor goes when the rows change: the same key, else its nearest old neighbour.

    Of two equally near neighbours the one below wins, for it takes the place of the row that went.
    """
    if new.selectable(key):
        return key
    position = old.position(key)
    if position is None:
        return new.nearest(0)
    for distance in range(1, len(old.rows)):
        for neighbour in (position + distance, position - distance):
            if 0 <= neighbour < len(old.rows) and new.selectable(old.rows[neighbour].key):
                return old.rows[neighbour].key
    return new.nearest(min(position, max(0, len(new.rows) - 1)))
