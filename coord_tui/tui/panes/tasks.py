"""The task board: four columns where there is room, one list where there is not.

Under the cards stands everything about the selected one.
"""

from itertools import chain

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.reactive import var

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.details import task_rows
from coord_tui.presentation.rows import Line, Row
from coord_tui.presentation.tasks import (
    NOW,
    SHOWN,
    Column,
    choices,
    columns,
    edge,
    rows,
    title,
)
from coord_tui.tui.messages import SubjectChanged
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.widgets.row_list import RowList
from coord_tui.tui.widgets.row_view import RowView

COLUMNS_FROM = 72
"""Cells of width from which four columns are better than one list."""


class TasksPane(SnapshotPane):
    """The tasks of a group by status, and the selected one's surroundings."""

    BINDINGS = [
        Binding("left,h", "column(-1)", "Column before", show=False),
        Binding("right,l", "column(1)", "Next column", show=False),
        Binding("left_square_bracket", "group(-1)", "Group before", show=False),
        Binding("right_square_bracket", "group(1)", "Next group", show=False),
    ]

    choice: var[str] = var(NOW)
    """Which group is shown; `NOW` is the current one with what came before it."""
    in_columns: var[bool] = var(False, toggle_class="-columns")
    """Whether there is room for columns."""

    def __init__(self) -> None:
        super().__init__("2", "Tasks", id="tasks")
        self._columns = tuple(RowList(id=status, classes="column") for status in SHOWN)
        self._list = RowList(id="list")
        self._about = RowView(id="about")
        self._about.can_focus = False
        self._lit = self._columns[0]

    def compose(self) -> ComposeResult:
        """Both forms, of which one shows, and what stands under them."""
        yield Horizontal(*self._columns, id="columns")
        yield self._list
        yield self._about

    def show(self, snapshot: Snapshot) -> None:
        """Make the rows of the form that shows."""
        board = snapshot.board
        self.detail = title(board, self.choice)
        self.counts = edge(board, self.choice)
        if self.in_columns:
            task = self._lit.cursor
            for row_list, column in zip(self._columns, columns(board, self.choice), strict=True):
                row_list.rows = _with_heading(column, row_list.size.height)
                row_list.set_class(not column.cards, "-no-cards")
            self._stay_on(task)
        else:
            self._list.rows = rows(board, self.choice)
        self._show_about()

    @property
    def active(self) -> RowList:
        """The list, or the column that was last in use."""
        return self._lit if self.in_columns else self._list

    @property
    def subject(self) -> Subject:
        """The task under the cursor."""
        return Subject(pane="tasks", task=self.active.cursor or "")

    def go_to(self, task: str) -> None:
        """Put the cursor on a task, in whatever column it is; show its group if need be."""
        entry = self.snapshot.board.task(task) if self.snapshot else None
        if not self._find(task) and entry is not None:
            self.choice = entry.task.group
            self._find(task)
        self.active.focus()

    def watch_choice(self) -> None:
        """Show the other group."""
        self._show_again()

    def watch_in_columns(self, in_columns: bool) -> None:
        """Change the form, and stay on the same task."""
        task = (self._list if in_columns else self._lit).cursor
        focused = self.has_focus_within
        self._show_again()
        if task:
            self._find(task)
        if focused:
            self.active.focus()

    def on_resize(self, event: Resize) -> None:
        """Columns where there is room; their rows depend on the height."""
        self.in_columns = event.size.width >= COLUMNS_FROM
        self.call_after_refresh(self._show_again)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The cursor is in the column that was clicked or entered."""
        if isinstance(event.widget, RowList) and event.widget in self._columns:
            self._light(event.widget)

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Show what the cursor came to; every pane tells of it besides."""
        if message.control is self.active:
            self._show_about()

    def action_column(self, step: int) -> None:
        """Go to the next column on that side that has cards."""
        if not self.in_columns:
            return
        start = self._columns.index(self._lit) + step
        side = self._columns[start:] if step > 0 else self._columns[max(start, -1) :: -1]
        found = (
            next((row_list for row_list in side if row_list.cursor), None) if start >= 0 else None
        )
        if found is not None:
            found.focus()

    def action_group(self, step: int) -> None:
        """Show the group before or after."""
        if self.snapshot is not None:
            offered = choices(self.snapshot.board)
            at = offered.index(self.choice) if self.choice in offered else 0
            self.choice = offered[(at + step) % len(offered)]

    def _find(self, task: str) -> bool:
        """Put the cursor on a task that is shown; False when it is not."""
        shown = self._columns if self.in_columns else (self._list,)
        found = next((row_list for row_list in shown if row_list.move_to(task)), None)
        if found is not None:
            self._light(found)
        return found is not None

    def _stay_on(self, task: str | None) -> None:
        """Follow the task into its new column, with the keys; if it is gone, stay in the column."""
        before = self._lit
        if before.cursor == task or task is None or not self._find(task):
            self._light(before if before.cursor else self._first_filled())
        if self._lit is not before and self.screen.focused is before:
            self._lit.focus()

    def _light(self, row_list: RowList) -> None:
        """Let one column alone show a cursor."""
        self._lit = row_list if row_list in self._columns else self._lit
        for column in self._columns:
            column.lit = column is self._lit
        self._show_about()
        self.post_message(SubjectChanged(self.subject))

    def _first_filled(self) -> RowList:
        return next((column for column in self._columns if column.cursor), self._columns[0])

    def _show_about(self) -> None:
        if self.snapshot is not None:
            width = max(20, self.content_size.width - 3)
            about = task_rows(self.snapshot, self.subject.task, width)
            self._about.rows = about or self._nothing(self.snapshot)

    def _nothing(self, snapshot: Snapshot) -> tuple[Row, ...]:
        """Why the columns are empty; the list says it itself."""
        return rows(snapshot.board, self.choice) if self.in_columns else ()

    def _show_again(self) -> None:
        if self.snapshot is not None:
            self.show(self.snapshot)


def _with_heading(column: Column, height: int) -> tuple[Row, ...]:
    """A column's rows; where there is room, its cards stand apart."""
    heading = Row(" ", (column.heading, Line()), selectable=False)
    apart = 3 * len(column.cards) < height - 1
    gaps = (Row(f" {card.key}", (Line(),), selectable=False) for card in column.cards)
    cards = chain.from_iterable(zip(column.cards, gaps, strict=True)) if apart else column.cards
    return (heading, *cards)
