"""The diff of one file in a working tree, for as long as it differs from HEAD."""

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from coord_tui.core.diff import FileDiff, first_line
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.tree import FileChange
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.diff import HUNK, diff_rows, hunk_of
from coord_tui.presentation.diff_head import head_rows
from coord_tui.presentation.focus import change_of, tree_of
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.rows import Row
from coord_tui.tui.editor_acts import edit
from coord_tui.tui.screens.reading import ReadingScreen
from coord_tui.workspace.diffs import diff_of

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

SAME = "it is not changed any more"


class DiffScreen(ReadingScreen):
    """Shows how the file of a subject differs from HEAD."""

    BINDINGS = [
        Binding("e", "edit", "Edit", show=False),
        Binding("i", "details", "Details", show=False),
    ]
    HEADING = HUNK

    def __init__(self, main: "MainScreen", subject: Subject) -> None:
        super().__init__(main)
        self._subject = subject
        self._change: FileChange | None = None
        self._diff: FileDiff | None = None
        """Of that change; None until it is read."""

    def renew(self, snapshot: Snapshot) -> None:
        """Ask git at each reading: the file may have been written once more."""
        tree = tree_of(snapshot, self._subject.worktree)
        change = change_of(tree, self._subject.path)
        if tree is not None and change is not None:
            self.ask(partial(diff_of, self.main.workspace, tree, change), self._take)
        else:
            self.say(SAME)
        if change != self._change:
            self._change, self._diff = change, None
        self.show_all()

    def _take(self, diff: FileDiff) -> None:
        self._diff = diff

    def head_rows(self) -> tuple[Row, ...]:
        """The file with its standing, and what changed."""
        return head_rows(self.main.snapshot, self._subject, self._diff)

    def body_rows(self, width: int, shift: int) -> tuple[Row, ...]:
        """What is different."""
        if self._diff is None or self._change is None:
            return ()
        return diff_rows(self._diff, self._change, width, shift)

    def keys(self) -> tuple[Entry, ...]:
        """Hopping where there is somewhere to hop, editing what can be edited."""
        several = self._diff is not None and len(self._diff.hunks) > 1
        own = not self._subject.worktree and self._change and self._change.state != "D"
        return (
            *((Entry("n N", "change", "hop(1)"),) if several else ()),
            *((Entry("e", "edit", "edit"),) if own else ()),
            Entry("i", "details", "details"),
        )

    def action_edit(self) -> None:
        """Open the file in an editor, at the change that is in view."""
        diff, at = self._diff, self.lines.heading_at()
        line = first_line(diff, hunk_of(diff, at)) if diff else 0
        edit(self.main, self._subject, line)

    def action_details(self) -> None:
        """Show everything about the file."""
        self.main.show_details(self._subject)
