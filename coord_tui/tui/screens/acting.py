"""A screen that acts: use cases run in a thread, and what became of them is told on the spot."""

from collections.abc import Callable

from textual import work
from textual.notifications import SeverityLevel
from textual.screen import Screen

from coord_tui.errors import CoordError
from coord_tui.presentation.text import inert
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.workspace import Workspace

UseCase = Callable[[Workspace], list[Outcome]]


class ActingScreen(Screen[None]):
    """Acts through a workspace, and never blocks the keys meanwhile."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    @work(thread=True, group="act", exit_on_error=False)
    def act(self, words: str, use_case: UseCase) -> None:
        """Run a use case; say in `words` that it was done, or why it was refused."""
        try:
            outcomes = use_case(self.workspace)
        except CoordError as error:
            self.refuse(str(error))
            return
        if not outcomes:
            self.tell(words)
        for outcome in outcomes:
            if outcome.accepted:
                self.tell("; ".join(filter(None, (words, outcome.note, self.doubt()))))
            else:
                self.refuse(outcome.reason)
        self.app.call_from_thread(self.acted)

    def doubt(self) -> str:
        """What may yet come of something that the rules here have accepted."""
        return ""

    def acted(self) -> None:
        """A use case has ended; the channel may hold more than what is shown."""

    @work(thread=True, group="act", exit_on_error=False)
    def ask(self, prompt: Prompt, then: Callable[[str], None], draft: Draft | None = None) -> None:
        """Ask for words, unless the rules would refuse anyhow what they are for."""
        try:
            reason = self.workspace.refusal(draft)
        except CoordError as error:
            reason = str(error)
        if reason:
            self.refuse(reason)
            return

        def take(words: str | None) -> None:
            if words is not None:
                then(words)

        self.app.call_from_thread(self.app.push_screen, prompt, take)

    def tell(self, words: str, severity: SeverityLevel = "information") -> None:
        """Say something for a few seconds; text of others stays plain."""
        self.notify(inert(words), severity=severity, markup=False)

    def refuse(self, reason: str) -> None:
        """Say why something was not done."""
        self.notify(inert(reason), severity="warning", title="refused", timeout=10, markup=False)
