"""What the panes share: a snapshot comes down, the subject under the cursor goes up."""

from textual.reactive import var

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.tui.messages import SubjectChanged, SubjectOpened
from coord_tui.tui.widgets.pane import Pane
from coord_tui.tui.widgets.row_list import RowList


class SnapshotPane(Pane):
    """A pane that shows a part of the snapshot in lists of rows."""

    snapshot: var[Snapshot | None] = var(None)
    """What to show; the lists repaint only the rows that differ."""

    def watch_snapshot(self, snapshot: Snapshot | None) -> None:
        """Show it, and say so if it is not of this moment."""
        if snapshot is not None:
            self.problem = snapshot.problem
            self.show(snapshot)

    def show(self, snapshot: Snapshot) -> None:
        """Make rows of the snapshot."""

    @property
    def subject(self) -> Subject:
        """What the row under the cursor stands for."""
        return Subject()

    @property
    def active(self) -> RowList:
        """The list that has, or would get, the focus."""
        return self.query(RowList).first()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Tell what the cursor stands for now."""
        message.stop()
        self.post_message(SubjectChanged(self.subject))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Tell that the row is wanted."""
        message.stop()
        self.post_message(SubjectOpened(self.subject))
