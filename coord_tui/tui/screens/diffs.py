"""What several working trees changed in one file: the diff of each, one under the other, live."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from coord_tui.core.diff import FileDiff
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.diff import HUNK
from coord_tui.presentation.diffs import TREE, Side, head_rows, side_rows, sides_of
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.rows import Row
from coord_tui.tui.editor_acts import edit
from coord_tui.tui.screens.diff import SAME
from coord_tui.tui.screens.reading import ReadingScreen
from coord_tui.workspace.diffs import diffs_of

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen


class DiffsScreen(ReadingScreen):
    """Shows how the file of a subject differs from HEAD in each tree that changes it."""

    BINDINGS = [
        Binding("right_square_bracket", "to_tree(1)", "Next tree", show=False),
        Binding("left_square_bracket", "to_tree(-1)", "Tree before", show=False),
        Binding("e", "edit", "Edit", show=False),
        Binding("i", "details", "Details", show=False),
    ]
    HEADING = HUNK

    def __init__(self, main: "MainScreen", subject: Subject) -> None:
        super().__init__(main)
        self._subject = subject
        self._sides: tuple[Side, ...] = ()
        self._diffs: Mapping[str, FileDiff | str] = {}
        """What is read of the sides, by their folders."""

    def renew(self, snapshot: Snapshot) -> None:
        """Ask git at each reading: the file may have been written once more."""
        before, self._sides = self._sides, sides_of(snapshot, self._subject.path)
        if self._sides:
            self.ask(partial(diffs_of, self.main.workspace, self._sides), self._take)
        else:
            self.say(SAME)
        same = {side.tree.path for side in self._sides if side.change in _changes(before, side)}
        self._diffs = {top: diff for top, diff in self._diffs.items() if top in same}
        self.show_all()

    def _take(self, found: Mapping[str, FileDiff | str]) -> None:
        self._diffs = found

    def head_rows(self) -> tuple[Row, ...]:
        """The file, and who changed it."""
        return head_rows(self.main.snapshot, self._subject.path, self._sides)

    def body_rows(self, width: int, shift: int) -> tuple[Row, ...]:
        """What is different in each tree."""
        if not self._diffs:
            return ()
        return side_rows(self.main.snapshot, self._sides, self._diffs, width, shift)

    def keys(self) -> tuple[Entry, ...]:
        """Hopping from tree to tree and from change to change; editing one's own side."""
        own = not self._subject.worktree and any(
            side.tree is self.main.snapshot.worktrees[0] and side.change.state != "D"
            for side in self._sides
        )
        return (
            *((Entry("[ ]", "tree", "to_tree(1)"),) if len(self._sides) > 1 else ()),
            Entry("n N", "change", "hop(1)"),
            *((Entry("e", "edit", "edit"),) if own else ()),
            Entry("i", "details", "details"),
        )

    def action_to_tree(self, step: int) -> None:
        """Go to the next working tree (1) or the one before (-1)."""
        self.lines.hop(step, TREE)

    def action_edit(self) -> None:
        """Open one's own side in an editor."""
        edit(self.main, self._subject)

    def action_details(self) -> None:
        """Show everything about the file."""
        self.main.show_details(self._subject)


def _changes(sides: tuple[Side, ...], like: Side) -> list[object]:
    """How the file was changed in that tree."""
    return [side.change for side in sides if side.tree.path == like.tree.path]
