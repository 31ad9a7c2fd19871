"""The live loop: what changed on the disk becomes a snapshot on the screen.

One reading runs at a time; whatever changes meanwhile is merged into one next reading.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from coord_tui.core.changed import NOTHING, Changed
from coord_tui.core.snapshot import Snapshot

if TYPE_CHECKING:
    from coord_tui.workspace.syncing import Synced


class Source(Protocol):
    """Where snapshots come from: the live workspace, or a still one in a test."""

    def first(self) -> Snapshot:
        """The snapshot to begin with."""

    def read(self, changed: Changed = ..., /) -> Snapshot:
        """A snapshot, reading again only what changed; it may block."""

    def changes(self, stop: asyncio.Event, /) -> AsyncIterator[Changed]:
        """What changed, each time something did, until `stop` is set."""


class LiveSource(Source, Protocol):
    """A source that is shared with others while the screen is open."""

    def start(self) -> None:
        """The screen is open: share what happens with others."""

    def stop(self) -> None:
        """The screen is left; it must not be held up."""

    def wake(self) -> None:
        """Something was written, which others wait for."""

    def syncing_for(self) -> float:
        """For how many seconds a sync has been running; 0: none is."""

    def sync(self, then: "Callable[[Synced], object]", /) -> bool:
        """Sync now, and call `then` from some thread; False when one asked for still runs."""


class Feed:
    """Watches a source and tells each new snapshot."""

    def __init__(self, source: Source, tell: Callable[[Snapshot], object]) -> None:
        self._source = source
        self._tell = tell
        self._due: Changed = NOTHING
        self._woken = asyncio.Event()
        self._stop = asyncio.Event()

    def wake(self, changed: Changed) -> None:
        """Ask for a reading of what changed; soon, and merged with what else is due."""
        self._due |= changed
        self._woken.set()

    async def run(self) -> None:
        """Watch and read until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch())
            tasks.create_task(self._read())

    def stop(self) -> None:
        """Let go of the watch: a thread waits in it."""
        self._stop.set()

    async def _watch(self) -> None:
        with suppress(asyncio.CancelledError):
            async for changed in self._source.changes(self._stop):
                self.wake(changed)

    async def _read(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            due, self._due = self._due, NOTHING
            self._tell(await asyncio.to_thread(self._source.read, due))
