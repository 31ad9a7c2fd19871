"""A view of rows with a cursor that knows rows by key, so that no update takes it away."""

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from coord_tui.presentation.rows import Row
from coord_tui.tui.widgets.row_index import RowIndex, heir
from coord_tui.tui.widgets.row_view import RowView


class RowList(RowView):
    """Moves a cursor over the selectable rows and tells where it is and what was opened."""

    BINDINGS = [
        Binding("up,k", "cursor(-1)", "Up", show=False),
        Binding("down,j", "cursor(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(1)", "First", show=False),
        Binding("end,G", "edge(-1)", "Last", show=False),
        Binding("enter", "open", "Open", show=False),
    ]

    cursor: var[str | None] = var(None)
    """The key of the row under the cursor; a key that cannot be selected is ignored."""
    lit: var[bool] = var(True)
    """Whether the cursor shows while the keys are elsewhere; of several lists, one should."""

    class About(Message):
        """Something happened to a row."""

        def __init__(self, row_list: "RowList", key: str) -> None:
            super().__init__()
            self.row_list = row_list
            self.key = key
            """The key of the row."""

        @property
        def control(self) -> "RowList":
            """The list that sent it."""
            return self.row_list

    class Highlighted(About):
        """The cursor came to another row."""

    class Opened(About):
        """Enter or a double click on a row."""

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._index.get(self.cursor)

    def move_to(self, key: str) -> bool:
        """Put the cursor on that row and bring it into view; False when it cannot be selected."""
        if not self._index.selectable(key):
            return False
        self.cursor = key
        self._show_cursor()
        return True

    def validate_cursor(self, key: str | None) -> str | None:
        """Keep the cursor where it may stand."""
        return next(filter(self._index.selectable, (key, self.cursor)), None)

    def watch_cursor(self, old: str | None, new: str | None) -> None:
        """Repaint the two rows and tell."""
        self.refresh_row(old)
        self.refresh_row(new)
        if new is not None:
            self.post_message(self.Highlighted(self, new))

    def rows_changed(self, old: RowIndex) -> None:
        """Keep the cursor on its row, or on the nearest one that is left."""
        if self.cursor is None:
            last = len(self._index.rows) - 1
            self.cursor = self._index.nearest(last if self._follow else 0)
        else:
            self.cursor = heir(old, self.cursor, self._index)

    def held_key(self) -> str | None:
        """The eye is on the cursor."""
        return self.cursor

    def state_of(self, row: Row) -> str:
        """The cursor stands out while it has the keys, and is faint, or unlit, else."""
        fresh = super().state_of(row)
        if row.key != self.cursor or not (self.lit or self.has_focus):
            return fresh
        return f"{fresh} {'cursor' if self.has_focus else 'cursor-faint'}".strip()

    def watch_lit(self) -> None:
        """Repaint the row that it is about."""
        self.refresh_row(self.cursor)

    def on_focus(self) -> None:
        """Light the cursor."""
        self.refresh_row(self.cursor)

    def on_blur(self) -> None:
        """Dim the cursor."""
        self.refresh_row(self.cursor)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        if not (self._follow and self._at_end):
            self._show_cursor()

    def action_cursor(self, step: int) -> None:
        """Go to the next selectable row, down (1) or up (-1); where none is left, scroll."""
        position = self._index.position(self.cursor)
        found = None if position is None else self._index.seek(position + step, step)
        self._go_or_scroll(found, step)

    def action_page(self, step: int) -> None:
        """Go a screenful down (1) or up (-1); where no row is left, scroll."""
        index, lines = self._index, step * max(1, self.size.height - 1)
        position, found = index.position(self.cursor), None
        if position is not None:
            line = min(max(index.tops[position] + lines, 0), index.height - 1)
            target = index.at(line) or 0
            beyond = index.seek(target, step)
            found = index.seek(target, -step) if beyond is None else beyond
        self._go_or_scroll(None if found == position else found, lines)

    def action_edge(self, step: int) -> None:
        """Go to the first (1) or last (-1) selectable row, and to that end of the view."""
        found = self._index.seek(0 if step > 0 else len(self._index.rows) - 1, step)
        if found is not None:
            self.cursor = self._index.rows[found].key
        self.scroll_to_line(0 if step > 0 else self.max_scroll_y)

    def action_open(self) -> None:
        """Tell that the cursor's row is wanted; without a cursor, leave the key to others."""
        if self.cursor is None:
            raise SkipAction
        self.post_message(self.Opened(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """One click selects, two open."""
        offset = event.get_content_offset(self)
        position = None if offset is None else self._index.at(offset.y + self.scroll_offset.y)
        if position is not None and self._index.rows[position].selectable:
            event.stop()
            self.move_to(self._index.rows[position].key)
            if event.chain == 2:
                self.action_open()

    def _go_or_scroll(self, position: int | None, lines: int) -> None:
        if position is None:
            self.scroll_to_line(self.scroll_offset.y + lines)
        else:
            self.move_to(self._index.rows[position].key)

    def _show_cursor(self) -> None:
        """Bring the cursor's row into view, with the headings right above it when they fit."""
        index = self._index
        position = index.position(self.cursor)
        if position is None:
            return
        above = index.seek(position - 1, -1)
        headings = index.tops[0 if above is None else above + 1]
        top, end = index.tops[position : position + 2]
        top = headings if end - headings <= self.size.height else top
        self.scroll_to_region(
            Region(0, top, 1, end - top), animate=False, force=True, immediate=True, x_axis=False
        )
