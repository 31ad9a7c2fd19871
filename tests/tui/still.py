"""The screen over a snapshot that stands still, and words to say what a person would see there.

Nothing is watched and nothing is read from a disk, so what a test sees is the screen's own.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from coord_tui.adapters.layout import Layout
from coord_tui.core.board import Board
from coord_tui.core.changed import NOTHING, Changed
from coord_tui.core.events import ChannelLine
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.text import inert
from coord_tui.tui.app import CoordApp
from coord_tui.tui.panes.base import SnapshotPane
from coord_tui.tui.screens.main import MainScreen
from coord_tui.tui.widgets.row_list import RowList
from coord_tui.workspace.syncing import Synced
from coord_tui.workspace.workspace import Workspace
from tests.builders import snapshot as built

NARROW, MEDIUM, WIDE = (46, 40), (80, 24), (140, 45)
"""A side terminal, the usual one, and one with room for all four panes."""

PATIENCE = 30.0
"""Seconds after which what was awaited will not come any more."""


class Still:
    """A source of one snapshot, that never says that anything changed."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    def first(self) -> Snapshot:
        """The snapshot."""
        return self.snapshot

    def read(self, changed: Changed = NOTHING) -> Snapshot:
        """The snapshot."""
        return self.snapshot

    async def changes(self, stop: asyncio.Event) -> AsyncIterator[Changed]:
        """Nothing, until stopped."""
        while not stop.is_set():
            await stop.wait()
            yield NOTHING

    def start(self) -> None:
        """Nothing is shared."""

    def stop(self) -> None:
        """Nothing is running."""

    def wake(self) -> None:
        """Nobody waits."""

    def syncing_for(self) -> float:
        """No sync ever runs."""
        return 0.0

    def sync(self, then: Callable[[Synced], object]) -> bool:
        """Nothing is there to sync."""
        then(Synced())
        return True


class StillWorkspace(Workspace):
    """A workspace whose channel holds what the snapshot shows, and cannot be written."""

    def __init__(self, shown: Snapshot) -> None:
        nowhere = Layout("/nowhere", "/nowhere/.git", "/nowhere/.git")
        super().__init__(nowhere, shown.board.plan, shown.board.me, clock=lambda: shown.board.now)
        self._shown = shown

    def lines(self) -> tuple[ChannelLine, ...]:
        """The lines of the snapshot."""
        return tuple(entry.line for entry in self._shown.board.log)


class StillApp(CoordApp):
    """The whole program over a still snapshot; nothing in it moves by itself."""

    def __init__(self, snapshot: Snapshot | None = None, *, theme: str = "coord-dark") -> None:
        shown = snapshot or built()
        super().__init__(StillWorkspace(shown), Still(shown))
        self.theme = theme
        self.animation_level = "none"


@asynccontextmanager
async def still(
    shown: Snapshot | Board | None = None, size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[None]]:
    """The program over a snapshot, settled, on a terminal of so many columns and lines."""
    app = StillApp(built(shown) if isinstance(shown, Board) else shown)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


def main(pilot: Pilot[None]) -> MainScreen:
    """The main screen, also while a dialog is over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def pane(pilot: Pilot[None], name: str = "") -> SnapshotPane:
    """A pane by its name; without one, the current one."""
    screen = main(pilot)
    return screen.query_one(f"#{name or screen.current}", SnapshotPane)


def cursor(pilot: Pilot[None], name: str = "") -> str | None:
    """The key under the cursor of a pane."""
    return pane(pilot, name).active.cursor


async def show(pilot: Pilot[None], shown: Snapshot | Board) -> None:
    """Let a new snapshot come in, as the feed would."""
    main(pilot).show(built(shown) if isinstance(shown, Board) else shown)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and let everything settle."""
    await pilot.press(*keys)
    await pilot.pause()


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type, or rather paste, a text into the line that has the focus."""
    line = pilot.app.screen.focused
    assert isinstance(line, Input)
    line.insert_text_at_cursor(text)
    await pilot.pause()


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Let the program run until the condition holds; fail when it does not in a long time."""
    end = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end, f"waited in vain; on the screen is\n{seen(pilot)}"
        await pilot.pause(0.01)


def seen(pilot: Pilot[None]) -> str:
    """What is on the terminal, as text: what is hidden, covered or cut off is not in it."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def said_in(widget: Widget) -> str:
    """What is written in a widget's region, line by line."""
    lines = (widget.render_line(y).text.rstrip() for y in range(widget.size.height))
    return "\n".join(lines).rstrip()


def listed(pilot: Pilot[None], name: str = "") -> list[str]:
    """The lines of the list in use in a pane, without blanks around them."""
    return [line.strip() for line in said_in(pane(pilot, name).active).splitlines() if line.strip()]


def frame(pilot: Pilot[None], name: str) -> tuple[str, str]:
    """What a pane says in its upper and lower edge."""
    found = pane(pilot, name)
    return str(found._border_title or ""), str(found._border_subtitle or "")


def foot(pilot: Pilot[None]) -> str:
    """The line of keys."""
    return said_in(main(pilot).key_bar)


def head(pilot: Pilot[None]) -> str:
    """The top line."""
    return said_in(main(pilot).head_line)


def toasts(pilot: Pilot[None]) -> list[str]:
    """What was told in passing, the oldest first."""
    return [note.message for note in pilot.app._notifications]


def dialog(pilot: Pilot[None]) -> str:
    """What stands in the open dialog."""
    box = pilot.app.screen.query_one(".dialog")
    parts = [said_in(child) for child in box.children if child.display]
    return "\n".join(filter(None, parts))


def is_inert(text: str) -> bool:
    """Whether a text of several lines has nothing in it that a terminal would obey."""
    return all(inert(line, 10**6) == line for line in text.splitlines())


def rows_of(pilot: Pilot[None], name: str) -> list[str]:
    """The keys of all rows of a pane on which the cursor may stand."""
    found = pane(pilot, name)
    lists = [one for one in found.query(RowList) if one.display and one.region]
    return [row.key for one in lists for row in one.rows if row.selectable]
