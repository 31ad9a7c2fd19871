"""The review of an import: each doubtful item is taken or left before anything is written.

Beside the items stand the lines of the document that they were read from. Both the program and the
command line open it; it needs no plan, no channel and no repository.
"""

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container

from coord_tui.core.importing.markdown.blocks import source_lines
from coord_tui.core.importing.reading import Reading
from coord_tui.core.importing.review import Review
from coord_tui.core.plan_soundness import TakenOut, sound
from coord_tui.presentation.facts import as_rows, facts
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.import_changes import Choices, choices_of
from coord_tui.presentation.import_items import listing_of
from coord_tui.presentation.import_review import HELP, ReviewRows, counts, counts_words, keys
from coord_tui.presentation.import_source import beside_rows, first_line
from coord_tui.presentation.rows import Row, Span
from coord_tui.presentation.text import inert
from coord_tui.tui.screens.confirm import Confirm
from coord_tui.tui.screens.deciding import DecidingList, DecidingScreen
from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.import_writing import ImportWriting
from coord_tui.tui.widgets.key_bar import KeyBar
from coord_tui.tui.widgets.pane import Pane
from coord_tui.tui.widgets.row_list import RowList
from coord_tui.workspace.import_target import Target
from coord_tui.workspace.importing import Documents, Prepared, differences, prepare

UNDECIDED = Choices()
NOTHING_READ = "nothing in it was understood as sessions, ownership, tasks or rules"


class ImportReview(DecidingScreen[Prepared | None]):
    """Returns what was written, or None."""

    BINDINGS = [
        Binding("x", "leave_rest", "Leave all", show=False),
        Binding("f", "guesses", "Guesses only", show=False),
        Binding("question_mark", "help", "Keys", show=False),
    ]

    def __init__(
        self, documents: Documents, review: Review, target: Target, choices: Choices = UNDECIDED
    ) -> None:
        """Args: choices: what was decided already about differences, by their keys."""
        super().__init__()
        self.review = review
        self._documents, self._target = documents, target
        self._choices = choices
        """What was agreed to so far, of the differences to a plan that is there."""
        self._guesses_only = False
        self._listing = listing_of(review.reading)
        self._rows = ReviewRows(review.reading, self._listing)
        self._lines: dict[str, tuple[str, ...]] = {}

    def compose(self) -> ComposeResult:
        """The items, the document, and the keys."""
        with Container(id="import"):
            yield Pane("", "Import", DecidingList(empty=NOTHING_READ), id="import-items")
            yield Pane("", "Source", RowList(), id="import-source")
        yield KeyBar()

    @property
    def _items(self) -> Pane:
        return self.query_one("#import-items", Pane)

    @property
    def _source(self) -> RowList:
        return self.query_one("#import-source RowList", RowList)

    def on_mount(self) -> None:
        """Show all, the first guess under the cursor."""
        names = ", ".join(one.name for one in self._documents.sources)
        there = "" if self._target.found is None else " (merged)"
        words = Span(f"{inert(names)} → {inert(self._target.name)}{there}", "dim")
        self._items.detail = (words,)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.show()
        self.go_to_open()

    def on_resize(self) -> None:
        """How words are laid out depends on the room there is."""
        self.call_after_refresh(self.show)

    def rows(self) -> tuple[Row, ...]:
        """Every item, oddity and passage."""
        return self._rows.rows(self.review, open_only=self._guesses_only)

    def show(self) -> None:
        """Show what is decided, and how much that is."""
        super().show()
        width = self._items.size.width - 6
        self._items.counts = counts_words(counts(self.review), width)
        self._show_source()

    def on_row_list_highlighted(self) -> None:
        """Show where the row was read."""
        super().on_row_list_highlighted()
        self._show_source()

    def _show_source(self) -> None:
        width, height = self._source.scrollable_content_region.size
        reading, key = self.review.reading, self.list.cursor
        rows = beside_rows(reading, self._listing, key, self._lines_of, width - 1, height)
        if rows != self._source.rows:
            self._source.show_quietly(rows)
            self._source.scroll_to_line(first_line(rows, height))

    def _lines_of(self, name: str) -> tuple[str, ...]:
        """The lines of a document, counted as its readers count them."""
        if name not in self._lines:
            text = next((one.text for one in self._documents.sources if one.name == name), "")
            self._lines[name] = source_lines(text)
        return self._lines[name]

    def keys(self) -> tuple[Entry, ...]:
        """The keys that do something now."""
        return keys(self.review, self._listing.by_key.get(self.list.cursor or ""))

    @property
    def open(self) -> tuple[str, ...]:
        """The guesses about which nobody decided."""
        return self.review.open

    def is_in(self, key: str) -> bool | None:
        """Whether an item goes into the plan; of one that fell nobody can say."""
        item = self._listing.by_key.get(key)
        standing = self.review.standing(item) if item else "fallen"
        return None if standing == "fallen" else standing == "taken"

    def decide(self, keys: tuple[str, ...], *, take: bool) -> None:
        """Take or leave items."""
        self.review = self.review.take(*keys) if take else self.review.leave(*keys)

    def action_leave_rest(self) -> None:
        """Leave all that is to be decided."""
        self._decided(self.open, take=False)

    def action_guesses(self) -> None:
        """Show only the items that were guessed, or all again."""
        self._guesses_only = not self._guesses_only
        self.show()

    def action_help(self) -> None:
        """Explain the keys and the signs."""
        lines = [line for key, words in HELP for line in facts(key, ((Span(words),),))]
        self.app.push_screen(Details("The review of an import", as_rows(lines)))

    def action_go_on(self) -> None:
        """Show what will be written, once nothing is to be decided any more."""
        if self.open:
            self.go_to_open()
            count = len(self.open)
            words = f"{count} guess{'es are' if count > 1 else ' is'} to be decided first"
            self.refuse(f"{words}: y takes, n leaves; a takes all, x leaves all")
        elif not self.review.reading.items:
            self.refuse(NOTHING_READ)
        else:
            self.work_out("the plan is being worked out", self._next, self._write)

    def _next(self) -> tuple[Reading, Prepared | None, Choices, tuple[TakenOut, ...]]:
        """What goes into the plan, and how; found in a thread."""
        reading = self._documents.reading(self.review.out)
        if self._target.found is None:
            prepared = prepare(self._documents, reading, self._target)
            return reading, prepared, Choices(), prepared.taken_out
        plan, out = sound(reading.plan)
        choices = choices_of(differences(reading, self._target), plan)
        return reading, None, choices.like(self._choices), out

    def _write(self, found: tuple[Reading, Prepared | None, Choices, tuple[TakenOut, ...]]) -> None:
        reading, prepared, choices, out = found
        screen = ImportWriting(
            self._documents, reading, self._target, choices=choices, prepared=prepared, out=out
        )
        self.app.push_screen(screen, self._written)

    def _written(self, result: Prepared | Choices | None) -> None:
        if isinstance(result, Prepared):
            self.dismiss(result)
        elif result is not None:
            self._choices = result

    def close(self) -> None:
        """Leave without writing; ask first, when decisions would be lost."""
        lost = len(self.review.taken | self.review.left | self._choices.decided)
        if not lost:
            self.dismiss(None)
            return
        words = f"{lost} decision{'s' * (lost != 1)} would be lost; nothing was written yet."
        dialog = Confirm("Leave the import?", words, yes="leave", no="stay")
        self.app.push_screen(dialog, partial(self._leave))

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)
