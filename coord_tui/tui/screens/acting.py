"""A screen that acts: use cases run in a thread, and what became of them is told on the spot."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from textual import work
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer

from coord_tui.errors import CoordError, Refused
from coord_tui.presentation.text import inert
from coord_tui.tui.screens.prompt import Prompt
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.workspace import Workspace

UseCase = Callable[[Workspace], list[Outcome]]
SOON = 1.0
"""Seconds that an act may take without a word."""


class ActingScreen(Screen[None]):
    """Acts through a workspace, and never blocks the keys meanwhile."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._doing: list[str] = []

    @work(thread=True, group="act", exit_on_error=False)
    def act(self, words: str, use_case: UseCase, doing: str = "") -> None:
        """Run a use case; say in `words` that it was done, or why it was refused.

        `doing` says what is under way, when that takes a while.
        """
        try:
            with self.under_way(doing):
                outcomes = use_case(self.workspace)
        except CoordError as error:
            self.fail(error)
            return
        if not outcomes:
            self.tell(words)
        for outcome in outcomes:
            if outcome.accepted:
                self.tell("; ".join(filter(None, (words, outcome.note, self.doubt()))))
            else:
                self.refuse(outcome.reason)
        self.app.call_from_thread(self.acted)

    @contextmanager
    def under_way(self, doing: str) -> Iterator[None]:
        """Show what goes on in this thread, as soon as one has to wait for it."""
        if not doing:
            yield
            return
        timer = self.app.call_from_thread(self.set_timer, SOON, partial(self._begin, doing))
        try:
            yield
        finally:
            self.app.call_from_thread(self._end, doing, timer)

    def _begin(self, doing: str) -> None:
        self._doing.append(doing)
        self.show_doing(doing)

    def _end(self, doing: str, timer: Timer) -> None:
        timer.stop()
        if doing in self._doing:
            self._doing.remove(doing)
            self.show_doing(next(iter(self._doing), ""))

    def show_doing(self, words: str) -> None:
        """Show what is under way; empty: nothing is."""

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
            self.fail(error)
            return
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
        """Say why something may not be done."""
        self._complain(reason, "refused")

    def fail(self, error: CoordError) -> None:
        """Say why something was not done: refused by the rules, or failed by what is around."""
        self._complain(str(error), "refused" if isinstance(error, Refused) else "failed")

    def _complain(self, reason: str, title: str) -> None:
        self.notify(inert(reason), severity="warning", title=title, timeout=10, markup=False)
