"""A conflict that the radar foresees in one file: what both sides say, as long as they disagree."""

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from coord_tui.core.radar import Hunk, Pair
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.conflict_sides import head_rows, side_rows
from coord_tui.presentation.conflicts import pair_named
from coord_tui.presentation.diff import HUNK
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.rows import Row
from coord_tui.tui.editor_acts import edit
from coord_tui.tui.screens.reading import ReadingScreen
from coord_tui.workspace.diffs import hunks_of

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

SETTLED = "it would not conflict any more"
NO_LINES = "there are no lines to show side by side: the head says what clashes"


class ConflictScreen(ReadingScreen):
    """Shows the hunks of a pair in a file."""

    BINDINGS = [
        Binding("e", "edit", "Edit", show=False),
        Binding("i", "details", "Details", show=False),
    ]
    HEADING = HUNK

    def __init__(self, main: "MainScreen", subject: Subject) -> None:
        super().__init__(main)
        self._subject = subject
        self._pair: Pair | None = None
        self._known: Pair | None = None
        """The pair whose hunks are known, or looked for."""
        self._hunks: tuple[Hunk, ...] = ()

    def renew(self, snapshot: Snapshot) -> None:
        """Ask for the hunks again when the radar has found something else."""
        pair = pair_named(snapshot.radar, self._subject.pair)
        path = self._subject.path
        if pair is None or path not in pair.paths:
            self._pair, self._known, self._hunks = None, None, ()
            self.say(SETTLED)
        elif pair != self._known:
            self._pair = self._known = pair
            self.ask(partial(hunks_of, self.main.workspace, pair, path), self._take)
        self.show_all()

    def _take(self, hunks: tuple[Hunk, ...]) -> None:
        self._hunks = hunks
        self.lines.empty = NO_LINES

    def failed(self, words: str) -> None:
        """Say so, and ask again at the next reading."""
        self._known = None
        super().failed(words)

    @property
    def _own(self) -> str:
        trees = self.main.snapshot.worktrees
        return trees[0].path if trees else ""

    def head_rows(self) -> tuple[Row, ...]:
        """The file and between whom it is."""
        if self._pair is None:
            return ()
        board = self.main.snapshot.board
        return head_rows(self._pair, self._subject.path, board, self._own)

    def body_rows(self, width: int, shift: int) -> tuple[Row, ...]:
        """Both sides."""
        if self._pair is None:
            return ()
        board = self.main.snapshot.board
        return side_rows(self._pair, self._hunks, board, self._own, width=width - 1, shift=shift)

    def keys(self) -> tuple[Entry, ...]:
        """Hopping where there is somewhere to hop; editing one's own side."""
        sides = (self._pair.one, self._pair.other) if self._pair else ()
        mine = any(side.worktree == self._own for side in sides)
        return (
            *((Entry("n N", "place", "hop(1)"),) if len(self._hunks) > 1 else ()),
            *((Entry("e", "edit", "edit"),) if mine else ()),
            Entry("i", "details", "details"),
        )

    def action_edit(self) -> None:
        """Open one's own side in an editor."""
        edit(self.main, self._subject)

    def action_details(self) -> None:
        """Show everything about the file."""
        self.main.show_details(self._subject)
