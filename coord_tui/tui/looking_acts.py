"""What opens over the panes: the diffs of a changed file, both sides of a conflict, or details."""

from typing import TYPE_CHECKING

from coord_tui.presentation import conflicts
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.conflict_sides import conflict_of, why_none
from coord_tui.tui.screens.details import Details

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen


def look(screen: "MainScreen", subject: Subject) -> None:
    """Show what one wants to see first of the row under the cursor.

    What reads files is loaded when it is first wanted: the screen opens sooner without it.
    """
    if subject.pair:
        from coord_tui.tui.screens.conflict import ConflictScreen

        screen.app.push_screen(ConflictScreen(screen, subject))
    elif subject.everywhere:
        from coord_tui.tui.screens.diffs import DiffsScreen

        screen.app.push_screen(DiffsScreen(screen, subject))
    elif subject.state and not subject.path.endswith("/"):
        from coord_tui.tui.screens.diff import DiffScreen

        screen.app.push_screen(DiffScreen(screen, subject))
    else:
        screen.show_details(subject)


def foresee(screen: "MainScreen", subject: Subject) -> None:
    """List every conflict that the radar foresees, to open one of them."""
    snapshot = screen.snapshot
    own = snapshot.worktrees[0].path if snapshot.worktrees else ""
    rows = conflicts.rows(snapshot.radar, snapshot.board, own)

    def open_it(key: str | None) -> None:
        if key:
            look(screen, conflict_of(key))

    dialog = Details("Conflicts to come", rows, empty=why_none(snapshot.radar))
    screen.app.push_screen(dialog, open_it)
