"""A dialog to read: open at once, filled when the answer is there, asked anew at each reading.

Whatever it takes to find the answer runs in a thread, one answer at a time.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from coord_tui.core.snapshot import Snapshot
from coord_tui.errors import CoordError
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.rows import Row
from coord_tui.presentation.text import inert
from coord_tui.tui.widgets.diff_view import DiffView
from coord_tui.tui.widgets.key_bar import KeyBar
from coord_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from coord_tui.tui.screens.main import MainScreen

Answer = TypeVar("Answer")

SHIFT = 8
"""Characters by which a key moves long lines to the side."""
READING = "reading…"
CLOSE = Entry("esc", "close", "close")


class ReadingScreen(ModalScreen[None]):
    """A head, lines to scroll and hop through, and the keys."""

    BINDINGS = [
        Binding("escape,q,enter", "close", "Close", show=False),
        Binding("n,right_square_bracket", "hop(1)", "Next change", show=False),
        Binding("N,left_square_bracket", "hop(-1)", "Change before", show=False),
        Binding("right,l", "shift(1)", "To the right", show=False),
        Binding("left,h", "shift(-1)", "To the left", show=False),
    ]
    HEADING = ""
    """How the keys of the rows begin to which one hops."""

    def __init__(self, main: "MainScreen") -> None:
        super().__init__()
        self.main = main
        self._next: Callable[[], None] | None = None
        """Finds the answer that was asked for while another was looked for."""
        self._busy = False
        self._wanted = False
        """Whether an answer is still waited for."""

    def compose(self) -> ComposeResult:
        """What stands above, the lines, and the keys."""
        with Vertical(classes="dialog -whole"):
            yield RowList(classes="dialog-head")
            yield DiffView(empty=READING, classes="dialog-lines")
            yield KeyBar()

    @property
    def shows(self) -> bool:
        """Whether its lines are there: not before it is mounted, nor while it is taken down."""
        parts = (self.query(part) for part in (RowList, DiffView, KeyBar))
        return self.is_attached and all(map(bool, parts))

    @property
    def head(self) -> RowList:
        """What stands above the lines."""
        return self.query_one(".dialog-head", RowList)

    @property
    def lines(self) -> DiffView:
        """The lines to read."""
        return self.query_one(DiffView)

    def on_mount(self) -> None:
        """Say what is known, and have the rest found out."""
        self.head.can_focus = False
        self.lines.heading = self.HEADING
        self.lines.focus()
        self.renew(self.main.snapshot)

    def on_resize(self) -> None:
        """How the lines are laid out depends on the room there is."""
        self.call_after_refresh(self.show_all)

    def renew(self, snapshot: Snapshot) -> None:
        """Show what a new reading says, and ask anew."""

    def head_rows(self) -> tuple[Row, ...]:
        """What stands above, by what is known now."""
        return ()

    def body_rows(self, width: int, shift: int) -> tuple[Row, ...]:
        """The lines, by what is known now; none before there is an answer."""
        return ()

    def keys(self) -> tuple[Entry, ...]:
        """The keys that do something here, besides the one that closes."""
        return ()

    def ask(self, question: Callable[[], Answer], take: Callable[[Answer], None]) -> None:
        """Have a thread find the answer, and show what there is once it was taken.

        One is looked for at a time; of those that are asked for meanwhile the last is the next.
        """
        self.lines.empty = READING
        self._wanted = True
        self._next = partial(self._find, question, take)
        if not self._busy:
            self._begin()

    def _begin(self) -> None:
        find, self._next = self._next, None
        self._busy = find is not None
        if find is not None:
            self.run_worker(find, thread=True, group="read", exit_on_error=False)

    def _find(self, question: Callable[[], Answer], take: Callable[[Answer], None]) -> None:
        """Find an answer, in a thread; whatever goes wrong is said in its place."""
        try:
            found: Callable[[], None] = partial(take, question())
        except CoordError as error:
            found = partial(self.failed, str(error))
        except Exception as error:  # the screen goes on, and says what nobody foresaw
            found = partial(self.failed, f"unexpected {type(error).__name__}: {error}")
        self.app.call_from_thread(self._found, found)

    def _found(self, found: Callable[[], None]) -> None:
        if self.shows and self._wanted:
            found()
            self.show_all()
        self._begin()

    def failed(self, words: str) -> None:
        """Say in place of an answer why there is none."""
        self._show_words(words)

    def show_all(self) -> None:
        """Show what is known; the lines stay where they are."""
        if self.shows:
            self.head.show_quietly(self.head_rows())
            self.lines.show_quietly(self.body_rows(self.lines.size.width, self.lines.shift))
            self.query_one(KeyBar).entries = (*self.keys(), CLOSE)

    def say(self, words: str) -> None:
        """Say in place of lines why there are none; an answer that is still looked for is late."""
        self._next, self._wanted = None, False
        self._show_words(words)

    def _show_words(self, words: str) -> None:
        self.lines.empty = inert(words)
        self.lines.show_quietly(())

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_hop(self, step: int) -> None:
        """Go to the next change (1) or the one before (-1)."""
        self.lines.hop(step)

    def action_shift(self, step: int) -> None:
        """Move long lines to the side."""
        self.lines.shift = max(0, self.lines.shift + step * SHIFT)
        self.show_all()

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A click on a key is a press of it."""
        await self.run_action(message.command)
