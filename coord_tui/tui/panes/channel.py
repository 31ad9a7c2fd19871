"""The channel: what was announced, claimed and said, the newest at the end."""

import time

from textual.app import ComposeResult

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.pinned import edge, rows, subject_of
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.widgets.row_list import RowList


class ChannelPane(SnapshotPane):
    """The log of events; it follows the end while the end is in view."""

    def __init__(self) -> None:
        super().__init__("4", "Channel", id="channel")

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowList(empty="nothing has been said yet: m tells the others something", follow=True)

    def show(self, snapshot: Snapshot) -> None:
        """Make the rows, in the time of this place."""
        offset = time.localtime(snapshot.board.now).tm_gmtoff
        self.active.rows = rows(
            snapshot.board, offset, self.active.scrollable_content_region.width - 1
        )
        self.counts = edge(snapshot.board)

    def on_resize(self) -> None:
        """Draw the lines between days across the new width."""
        self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        if self.snapshot is not None:
            self.show(self.snapshot)

    @property
    def subject(self) -> Subject:
        """The event under the cursor, and the task or file that it speaks of."""
        board = self.snapshot.board if self.snapshot else None
        return subject_of(board, self.active.cursor or "") if board else Subject(pane="channel")
