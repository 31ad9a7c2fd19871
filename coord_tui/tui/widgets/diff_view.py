"""A list of rows to read, in which one hops from one heading to the next."""

from coord_tui.presentation.rows import Row
from coord_tui.tui.widgets.row_list import RowList


class DiffView(RowList):
    """Rows of which some, whose keys begin with `heading`, are headings; one of them is lit."""

    heading = ""
    shift = 0
    """How many characters of long lines are scrolled away to the left."""
    at = ""
    """The key of the heading to which one hopped."""

    def hop(self, step: int, heading: str = "") -> None:
        """Go to the next heading (1), or the one before (-1), as near to the top as it can be.

        With `heading` only those count whose keys begin so.
        """
        found, at = self._headings(), self.heading_at()
        here = next((line for key, line in found if key == at), -1)
        beyond = [
            (key, line)
            for key, line in found
            if key.startswith(heading) and (line > here if step > 0 else line < here)
        ]
        if beyond:
            key, line = beyond[0] if step > 0 else beyond[-1]
            before, self.at = self.at, key
            self.scroll_to_line(line)
            self.refresh_row(before)
            self.refresh_row(key)

    def heading_at(self) -> str:
        """The key of the heading to which one hopped, else of the first one in view, or above it.

        Empty: there is none.
        """
        if self._in_view(self.at):
            return self.at
        inside = [key for key, _ in self._headings() if self._in_view(key)]
        above = [key for key, line in self._headings() if line < self.scroll_offset.y]
        return (inside[:1] or above[-1:] or [""])[0]

    def state_of(self, row: Row) -> str:
        """The heading to which one hopped stands out."""
        return "cursor" if row.key == self.at else super().state_of(row)

    def _headings(self) -> list[tuple[str, int]]:
        """Their keys, and the lines on which they are."""
        index = self._index
        return [
            (row.key, index.tops[n])
            for n, row in enumerate(index.rows)
            if row.key.startswith(self.heading)
        ]

    def _in_view(self, key: str) -> bool:
        position, top = self._index.position(key), self.scroll_offset.y
        return position is not None and top <= self._index.tops[position] < top + self.size.height
