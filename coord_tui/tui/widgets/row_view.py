"""Shows any number of rows, painting the visible lines only, and keeps them still under the eye.

Rows come in as values and are told apart by key. An update repaints the lines that differ and
marks them for a moment; it moves nothing that is being read. No border or padding of its own.
"""

from functools import partial

from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from coord_tui.presentation.rows import Row
from coord_tui.presentation.text import wrap
from coord_tui.tui.widgets.row_index import RowIndex
from coord_tui.tui.widgets.row_painter import Look, RowPainter, is_news

FRESH_FOR = 4.0
"""Seconds for which a row that changed is marked."""


class RowView(ScrollView, can_focus=True):
    """Rows of one or more lines, in a view that scrolls."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False

    rows: var[tuple[Row, ...]] = var(())
    """What is shown; an equal value changes nothing."""
    empty: var[str] = var("")
    """Words for a view without rows: nothing there, loading, or what went wrong."""

    def __init__(
        self,
        rows: tuple[Row, ...] = (),
        *,
        empty: str = "",
        follow: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Args: follow: a view that is at the end stays there when rows are added."""
        super().__init__(id=id, classes=classes)
        self._index = RowIndex()
        self._follow = follow
        self._at_end = True
        self._quiet = False
        self._fresh: dict[str, Row] = {}
        self._painter: RowPainter | None = None
        self.set_reactive(RowView.empty, empty)
        self.set_reactive(RowView.rows, rows)

    def on_mount(self) -> None:
        """Take in the rows that were there from the start."""
        self.watch_rows(self.rows)

    def show_quietly(self, rows: tuple[Row, ...]) -> None:
        """Show rows that the user asked for (a folder opened, a filter): nothing is marked."""
        self._quiet = True
        self.rows = rows
        self._quiet = False

    def state_of(self, row: Row) -> str:
        """The states laid over a row's roles, parted by blanks."""
        return "fresh" if row.key in self._fresh else ""

    def held_key(self) -> str | None:
        """The key of the row that the eye is on, if it is known."""
        return None

    def rows_changed(self, old: RowIndex) -> None:
        """The rows are new; called before they are painted."""

    def watch_empty(self) -> None:
        """Repaint, when the words are on the screen."""
        if not self.rows:
            self.refresh(layout=True)

    def watch_rows(self, rows: tuple[Row, ...]) -> None:
        """Put the new rows in the place of the old ones, under a still eye."""
        old, before, (anchor, depth) = self._index, self._looks(), self._held()
        new = self._index = RowIndex(rows)
        self._mark_fresh(old)
        self.virtual_size = Size(0, new.height)
        self.rows_changed(old)
        if self._follow and self._at_end:
            self.scroll_to_line(self.max_scroll_y)
        elif anchor in new.positions:
            self.scroll_to_line(new.tops[new.positions[anchor]] - depth)
        self._refresh_changed(before)

    def _held(self) -> tuple[str, int]:
        """The row that must not move on the screen, and how far down it stands there.

        That is the one the eye is on while it is in view, else the first in view. At the very top
        it is none: what is new there should be seen.
        """
        index, top = self._index, self.scroll_offset.y
        if top == 0 or not index.rows:
            return "", 0
        position = index.position(self.held_key())
        if position is None or not top <= index.tops[position] < top + self.size.height:
            position = index.at(top) or 0
        return index.rows[position].key, index.tops[position] - top

    def _mark_fresh(self, old: RowIndex) -> None:
        """Mark the rows that changed, unless it is another list altogether or nothing may move."""
        if self._quiet or not old.rows or self.app.animation_level == "none":
            return
        rows = self._index.rows
        news = (row for row in rows if row.selectable and is_news(old.get(row.key), row))
        changed = {row.key: row for row in news}
        if changed and len(changed) * 2 <= max(len(rows), 8):
            self._fresh |= changed
            self.set_timer(FRESH_FOR, partial(self._settle, changed))

    def _settle(self, rows: dict[str, Row]) -> None:
        for key, row in rows.items():
            if self._fresh.get(key) is row:  # else it changed again and has its own time
                del self._fresh[key]
                self.refresh_row(key)

    def scroll_to_line(self, y: int) -> None:
        """Scroll at once, as far as there are lines."""
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember whether the end is in view."""
        super().watch_scroll_y(old_value, new_value)
        self._at_end = new_value >= self.max_scroll_y

    def on_resize(self) -> None:
        """Keep the end in view, if it was, or if now everything is."""
        self._at_end |= self.scroll_y >= self.max_scroll_y
        if self._follow and self._at_end:
            self.scroll_to_line(self.max_scroll_y)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines of all rows, for `height: auto`."""
        return self._index.height or len(wrap(self.empty, width))

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        self._painter = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        if self._painter is None:
            self._painter = RowPainter(self.app, self.rich_style)
        width = self.scrollable_content_region.width
        look = self._look(y + self.scroll_offset.y)
        if look is None:
            return self._painter.words("" if self.rows else self.empty, y, width)
        return self._painter.strip(look, width, apart=self.show_vertical_scrollbar)

    def _look(self, line: int) -> Look | None:
        position = self._index.at(line)
        if position is None:
            return None
        row = self._index.rows[position]
        return Look(row, line - self._index.tops[position], self.state_of(row))

    def _looks(self) -> list[Look | None]:
        top = self.scroll_offset.y
        return [self._look(line) for line in range(top, top + self.size.height)]

    def _refresh_changed(self, before: list[Look | None]) -> None:
        """Repaint only the lines that look otherwise than before."""
        if not self.rows or not any(before):
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(before, self._looks(), strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def refresh_row(self, key: str | None) -> None:
        """Repaint the lines of one row."""
        position = self._index.position(key)
        if position is not None:
            top, end = self._index.tops[position : position + 2]
            self.refresh_lines(top, end - top)
