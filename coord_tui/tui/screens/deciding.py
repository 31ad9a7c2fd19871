"""A screen on which each row of a list is taken or left; what takes long runs in a thread.

While it does, nothing is decided and the screen is not left: what it finds stays true until it is
shown. Whatever goes wrong there is said on the spot, and the screen stays as it is.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.binding import Binding
from textual.screen import Screen, ScreenResultType

from coord_tui.errors import CoordError
from coord_tui.presentation.facts import as_rows
from coord_tui.presentation.foot import Entry
from coord_tui.presentation.rows import Line, Row, Span
from coord_tui.presentation.text import inert
from coord_tui.tui.screens.details import Details
from coord_tui.tui.widgets.key_bar import KeyBar
from coord_tui.tui.widgets.row_list import RowList

Answer = TypeVar("Answer")


class DecidingList(RowList):
    """Rows to decide about."""


class DecidingScreen(Screen[ScreenResultType]):
    """Keys to decide about the row under the cursor, and to go from one open row to the next."""

    AUTO_FOCUS = "DecidingList"
    BINDINGS = [
        Binding("space", "take_or_leave", "Take or leave", show=False),
        Binding("y", "take", "Take", show=False),
        Binding("n", "leave", "Leave", show=False),
        Binding("a", "take_rest", "Take all", show=False),
        Binding("enter,w", "go_on", "Go on", show=False, priority=True),
        Binding("right_square_bracket", "section(1)", "Next part", show=False),
        Binding("left_square_bracket", "section(-1)", "Part before", show=False),
        Binding("escape,q", "close", "Leave", show=False),
    ]

    busy = ""
    """What a thread does for this screen; empty: nothing."""
    late: Callable[[], None] | None = None
    """What is done with what a thread found, once what lies over this screen was left."""

    @property
    def list(self) -> DecidingList:
        """The rows."""
        return self.query_one(DecidingList)

    @property
    def open(self) -> tuple[str, ...]:
        """The keys of the rows that are to be decided yet."""
        return ()

    def is_in(self, key: str) -> bool | None:
        """Whether what the row stands for is taken; None: that cannot be decided."""
        return None

    def decide(self, keys: tuple[str, ...], *, take: bool) -> None:
        """Take or leave what these rows stand for."""

    def rows(self) -> tuple[Row, ...]:
        """The rows, by what is decided."""
        return ()

    def keys(self) -> tuple[Entry, ...]:
        """The keys that do something now."""
        return ()

    def show(self) -> None:
        """Show what is decided."""
        self.list.show_quietly(self.rows())
        self.show_keys()

    def show_keys(self) -> None:
        """Offer the keys of the row under the cursor."""
        self.query_one(KeyBar).entries = self.keys()

    def on_row_list_highlighted(self) -> None:
        """Offer the keys of the new row."""
        self.show_keys()

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A click on a key is a press of it."""
        await self.run_action(message.command)

    def action_take_or_leave(self) -> None:
        """Take what is left, leave what is taken."""
        key = self.list.cursor
        taken = self.is_in(key) if key else None
        if key and taken is not None:
            self._decided((key,), take=not taken)

    def action_take(self) -> None:
        """Take it, and go to the next row that is to be decided."""
        self._one(take=True)

    def action_leave(self) -> None:
        """Leave it, and go to the next row that is to be decided."""
        self._one(take=False)

    def action_take_rest(self) -> None:
        """Take all that is to be decided."""
        self._decided(self.open, take=True)

    def action_section(self, step: int) -> None:
        """Go to the next part (1) or the one before (-1)."""
        rows, at = self.list.rows, self.list.cursor
        keys = [row.key for row in rows]
        place = keys.index(at) if at in keys else 0
        firsts = [n + 1 for n, row in enumerate(rows[:-1]) if not row.selectable]
        firsts = [n for n in firsts if rows[n].selectable]
        beyond = [n for n in firsts if (n > place if step > 0 else n < place)]
        if beyond:
            self.list.move_to(keys[beyond[0] if step > 0 else beyond[-1]])

    def go_to_open(self) -> bool:
        """Put the cursor on the next row that is to be decided; False when there is none."""
        keys = [row.key for row in self.list.rows]
        at = self.list.cursor
        place = keys.index(at) if at in keys else 0
        wanted = set(self.open)
        return any(key in wanted and self.list.move_to(key) for key in keys[place:] + keys[:place])

    def _one(self, *, take: bool) -> None:
        key = self.list.cursor
        if key and self.is_in(key) is not None:
            self._decided((key,), take=take)
            self.go_to_open()

    def _decided(self, keys: tuple[str, ...], *, take: bool) -> None:
        if not self.waits():
            self.decide(keys, take=take)
            self.show()

    def waits(self) -> bool:
        """Whether a thread has to end before anything can be decided or left; says so."""
        if self.busy:
            self.refuse(f"not yet: {self.busy}")
        return bool(self.busy)

    def work_out(
        self, doing: str, question: Callable[[], Answer], take: Callable[[Answer], None]
    ) -> None:
        """Have a thread find an answer; until then another question is not asked."""
        if not self.busy:
            self.busy = doing
            self.run_worker(partial(self._find, question, take), thread=True, exit_on_error=False)

    def _find(self, question: Callable[[], Answer], take: Callable[[Answer], None]) -> None:
        try:
            found: Callable[[], None] = partial(take, question())
        except CoordError as error:
            found = partial(self.fail, getattr(error, "lines", (str(error),)))
        except Exception as error:  # the screen goes on, and says what nobody foresaw
            found = partial(self.fail, (f"unexpected {type(error).__name__}: {error}",))
        self.app.call_from_thread(self._found, found)

    def _found(self, found: Callable[[], None]) -> None:
        self.late = found
        if self.is_attached and self.app.screen is self:
            self._deliver()

    def on_screen_resume(self) -> None:
        """Go on with what was found while something else lay over this screen."""
        self._deliver()

    def _deliver(self) -> None:
        found, self.late = self.late, None
        if found is not None:
            self.busy = ""
            found()

    def fail(self, lines: tuple[str, ...]) -> None:
        """Say why something was not done: in passing, or to be read when it is longer."""
        if len(lines) == 1:
            self.refuse(lines[0])
        else:
            rows = as_rows(Line((Span(inert(line)),)) for line in lines)
            self.app.push_screen(Details("Nothing was written", rows))

    def refuse(self, words: str) -> None:
        """Say why something is not done, or not yet."""
        self.notify(inert(words), severity="warning", markup=False)

    def action_close(self) -> None:
        """Leave, unless a thread is at work."""
        if not self.waits():
            self.close()

    def close(self) -> None:
        """Leave."""
        self.dismiss(None)
