"""What an import will write, before it does: a new plan's text, or each difference to agree to.

Nothing is written before this screen was seen; leaving it goes back to the review.
"""

from textual.app import ComposeResult

from coord_tui.core.importing.reading import Reading
from coord_tui.core.plan_soundness import TakenOut
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.import_changes import (
    ChangeRows,
    Choices,
    choice_keys,
    choices_words,
    out_rows,
    text_rows,
)
from coord_tui.presentation.rows import Row, Span
from coord_tui.presentation.text import inert
from coord_tui.tui.screens.deciding import DecidingList, DecidingScreen
from coord_tui.tui.widgets.key_bar import KeyBar
from coord_tui.tui.widgets.pane import Pane
from coord_tui.workspace.import_by_hand import NothingFits
from coord_tui.workspace.import_target import Target
from coord_tui.workspace.importing import Documents, Prepared, prepare, write

SAME = "it says all of this already"


class ImportWriting(DecidingScreen["Prepared | Choices"]):
    """Returns what was written, or, when it was left, what was agreed to so far."""

    def __init__(
        self,
        documents: Documents,
        reading: Reading,
        target: Target,
        *,
        choices: Choices,
        prepared: Prepared | None,
        out: tuple[TakenOut, ...],
    ) -> None:
        """Args: prepared: what a new plan will be; None: `choices` are about the one there is."""
        super().__init__()
        self._documents, self._reading, self._target = documents, reading, target
        self._prepared, self._out = prepared, out
        self.choices = choices
        self._rows: ChangeRows | None = None

    def compose(self) -> ComposeResult:
        """The text or the differences, and the keys."""
        yield Pane("", "Write", DecidingList(empty=SAME))
        yield KeyBar()

    def on_mount(self) -> None:
        """Say where it goes, and what."""
        new = self._prepared is not None
        kind = "a new plan" if new else "merged on consent"
        pane = self.query_one(Pane)
        pane.detail = (Span(inert(self._target.name), "strong"), Span(f"  {kind}", "dim"))
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """How the lines are laid out depends on the room there is."""
        self.call_after_refresh(self.show)

    def rows(self) -> tuple[Row, ...]:
        """What cannot be written, then what will be."""
        width = self.list.scrollable_content_region.width - 1
        out = out_rows(self._out, width)
        if self._prepared is not None:
            return (*out, *text_rows(self._prepared.source.decode("utf-8"), width))
        if self._rows is None or self._rows.width != width:
            self._rows = ChangeRows(self.choices.changes, self._reading, width)
        return (*out, *self._rows.rows(self.choices))

    def show(self) -> None:
        """Show what is agreed to, and how much that is."""
        super().show()
        self.query_one(Pane).counts = choices_words(self.choices)

    def keys(self) -> tuple[Entry, ...]:
        """The keys that do something now."""
        return choice_keys(self.choices, self.list.cursor)

    @property
    def open(self) -> tuple[str, ...]:
        """What would replace something, and was not decided."""
        return self.choices.open

    def is_in(self, key: str) -> bool | None:
        """Whether a difference was agreed to."""
        known = any(one.key == key for one in self.choices.changes)
        return key in self.choices.agreed if known else None

    def decide(self, keys: tuple[str, ...], *, take: bool) -> None:
        """Agree or not."""
        self.choices = self.choices.agree(*keys) if take else self.choices.refuse(*keys)

    def action_go_on(self) -> None:
        """Write it."""
        self.work_out("the plan is being written", self._written, self._leave)

    def _written(self) -> Prepared:
        prepared = self._prepared or prepare(
            self._documents, self._reading, self._target, self.choices.agreed
        )
        if prepared.by_hand.keys and prepared.is_there:
            raise NothingFits(self._target.name, prepared.by_hand)
        write(prepared)
        return prepared

    def _leave(self, prepared: Prepared) -> None:
        self.dismiss(prepared)

    def close(self) -> None:
        """Go back to the review."""
        self.dismiss(self.choices)
