"""The working tree: every changed file, and what it means for you."""

from textual.app import ComposeResult

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.tree import edge, rows, subject_of
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.widgets.row_list import RowList

EDGES = 2
"""Cells of the frame that its lower edge keeps beside the counts."""


class TreePane(SnapshotPane):
    """Changed files, those that need a word first."""

    def __init__(self) -> None:
        super().__init__("3", "Working tree", id="tree")

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowList(empty="nothing is changed")

    def show(self, snapshot: Snapshot) -> None:
        """Make the rows."""
        width = max(0, self.active.scrollable_content_region.width - 1)
        self.active.rows = rows(snapshot, width)
        self.counts = edge(snapshot, max(0, width - EDGES))

    def on_resize(self) -> None:
        """Say it in as many words as there is room for."""
        self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        if self.snapshot is not None:
            self.show(self.snapshot)

    @property
    def subject(self) -> Subject:
        """The file, or the pair of places, under the cursor."""
        return subject_of(self.snapshot, self.active.cursor or "")
