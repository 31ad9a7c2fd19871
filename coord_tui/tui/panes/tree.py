"""The working tree: every changed file, and what it means for you."""

from textual.app import ComposeResult

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.tree import edge, path_of, rows
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.widgets.row_list import RowList


class TreePane(SnapshotPane):
    """Changed files, those that need a word first."""

    def __init__(self) -> None:
        super().__init__("3", "Working tree", id="tree")

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowList(empty="nothing is changed")

    def show(self, snapshot: Snapshot) -> None:
        """Make the rows."""
        self.active.rows = rows(snapshot)
        self.counts = edge(snapshot)

    @property
    def subject(self) -> Subject:
        """The changed file under the cursor."""
        return Subject(pane="tree", path=path_of(self.active.cursor or ""))
