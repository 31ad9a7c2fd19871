"""A dialog to read: open at once, filled when the answer is there, asked anew at each reading.

Whatever it takes to find the answer runs in a thread; of several answers the last one counts.
"""

from collections.abc import Callable
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
        self._asked = 0

    def compose(self) -> ComposeResult:
        """What stands above, the lines, and the keys."""
        with Vertical(classes="dialog -whole"):
            yield RowList(classes="dialog-head")
            yield DiffView(empty=READING, classes="dialog-lines")
            yield KeyBar()

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
        """Have a thread find the answer, and show what there is once it was taken."""
        self.lines.empty = READING
        self._asked += 1
        number = self._asked

        def find() -> None:
            try:
                answer = question()
            except CoordError as error:
                self.app.call_from_thread(self.say, str(error), number)
            else:
                self.app.call_from_thread(taken, answer)

        def taken(answer: Answer) -> None:
            if self.is_attached and number == self._asked:
                take(answer)
                self.show_all()

        self.run_worker(find, thread=True, group="read", exit_on_error=False)

    def show_all(self) -> None:
        """Show what is known; the lines stay where they are."""
        if self.is_attached:
            self.head.show_quietly(self.head_rows())
            self.lines.show_quietly(self.body_rows(self.lines.size.width, self.lines.shift))
            self.query_one(KeyBar).entries = (*self.keys(), CLOSE)

    def say(self, words: str, number: int = 0) -> None:
        """Say in place of lines why there are none, unless something else was asked since."""
        if self.is_attached and number in (0, self._asked):
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
