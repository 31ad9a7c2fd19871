"""The program around the review of an import: it opens where there is no plan yet to show."""

from coord_tui.core.importing.review import Review
from coord_tui.presentation.import_changes import Choices
from coord_tui.tui.screens.deciding import DecidingScreen
from coord_tui.tui.screens.import_review import UNDECIDED, ImportReview
from coord_tui.tui.themed import Themed
from coord_tui.workspace.import_target import Target
from coord_tui.workspace.importing import Documents, Prepared


class ReviewApp(Themed[Prepared | None]):
    """One review; its result is what was written."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, documents: Documents, review: Review, target: Target, choices: Choices = UNDECIDED
    ) -> None:
        super().__init__()
        self._review = ImportReview(documents, review, target, choices)

    def on_mount(self) -> None:
        """Open it, and end with it."""
        self.push_screen(self._review, self.exit)

    async def action_quit(self) -> None:
        """Leave, unless the plan is being written: who called wants to know whether it was."""
        screens = (one for one in self.screen_stack if isinstance(one, DecidingScreen))
        if not any(screen.waits() for screen in screens):
            self.exit()
