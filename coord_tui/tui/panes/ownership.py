"""The ownership map: whose every tracked file is, as a tree that opens and closes."""

from textual.app import ComposeResult
from textual.binding import Binding

from coord_tui.core.ownership import Ownership
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.folders import FolderIndex, default_open, folder_index
from coord_tui.presentation.ownership import edge, rows
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.widgets.row_list import RowList


class OwnershipPane(SnapshotPane):
    """Folders and files with their owners at the right edge."""

    BINDINGS = [
        Binding("right,l", "open_folder", "Open", show=False),
        Binding("left,h", "close_folder", "Close", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("1", "Ownership", id="ownership")
        self._indexed: tuple[tuple[str, ...], Ownership] | None = None
        self._index = FolderIndex({}, {}, {})
        self._opened: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowList()

    def show(self, snapshot: Snapshot) -> None:
        """Index the paths if they changed, and make the rows that are open."""
        what = (snapshot.tracked, snapshot.ownership)
        if self._indexed is None or any(
            a is not b for a, b in zip(self._indexed, what, strict=True)
        ):
            first = self._indexed is None
            self._indexed = what
            self._index = folder_index(*what)
            self._opened = default_open(self._index) if first else self._opened
        self.active.rows = rows(self._index, snapshot, self._opened)
        self.counts = edge(snapshot.board)

    @property
    def subject(self) -> Subject:
        """The path under the cursor."""
        return Subject(pane="ownership", path=self.active.cursor or "")

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """A folder opens or closes; a file is wanted, as in every pane."""
        if message.key.endswith("/"):
            message.stop()
            message.prevent_default()
            self._set_open(message.key, message.key not in self._opened)

    def action_open_folder(self) -> None:
        """Open the folder under the cursor; an open one: go into it."""
        path = self.active.cursor or ""
        if path in self._opened:
            self.active.action_cursor(1)
        elif path.endswith("/"):
            self._set_open(path, True)

    def action_close_folder(self) -> None:
        """Close the folder under the cursor; a closed one, or a file: go to the folder it is in."""
        path = self.active.cursor or ""
        if path in self._opened:
            self._set_open(path, False)
        else:
            shown = {row.key for row in self.active.rows}
            parent = path.rstrip("/").rpartition("/")[0]
            while parent and f"{parent}/" not in shown:
                parent = parent.rpartition("/")[0]
            self.active.move_to(f"{parent}/")

    def go_to(self, path: str) -> None:
        """Open the folders on the way to a file, and put the cursor on it."""
        names = path.split("/")[:-1]
        self._opened |= {"/".join(names[:depth]) + "/" for depth in range(1, len(names) + 1)}
        if self.snapshot is not None:
            self.active.show_quietly(rows(self._index, self.snapshot, self._opened))
            self.active.move_to(path)

    def _set_open(self, folder: str, opened: bool) -> None:
        self._opened = self._opened | {folder} if opened else self._opened - {folder}
        if self.snapshot is not None:
            self.active.show_quietly(rows(self._index, self.snapshot, self._opened))
