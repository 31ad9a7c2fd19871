"""The live loop: one reading at a time, what comes meanwhile merged into one next, and an end."""

import asyncio
import threading
from collections.abc import AsyncIterator

from coord_tui.core import changed as changes_of
from coord_tui.core.changed import NOTHING, Changed
from coord_tui.core.snapshot import Snapshot
from coord_tui.tui.feed import Feed
from tests.builders import snapshot

TREE = frozenset({changes_of.tree("/clone")})
CHANNEL, PLAN = frozenset({changes_of.CHANNEL}), frozenset({changes_of.PLAN})
GUARD = 30.0


class Slow:
    """A source whose readings wait to be let go, one by one; changes are put in by the test."""

    def __init__(self) -> None:
        self.asked: list[Changed] = []
        self.at_once = self.most_at_once = 0
        self.begun, self.go = threading.Semaphore(0), threading.Semaphore(0)
        self.queue: asyncio.Queue[Changed] = asyncio.Queue()
        self.ended = asyncio.Event()

    def first(self) -> Snapshot:
        return snapshot()

    def read(self, changed: Changed = NOTHING) -> Snapshot:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.asked.append(changed)
        self.begun.release()
        assert self.go.acquire(timeout=GUARD)
        self.at_once -= 1
        return snapshot(problem=f"reading {len(self.asked)}")

    async def changes(self, stop: asyncio.Event) -> AsyncIterator[Changed]:
        stopped = asyncio.ensure_future(stop.wait())
        while not stop.is_set():
            due = asyncio.ensure_future(self.queue.get())
            await asyncio.wait((due, stopped), return_when=asyncio.FIRST_COMPLETED)
            if due.done():
                yield due.result()
                self.queue.task_done()
            due.cancel()
        self.ended.set()


async def begun(source: Slow) -> None:
    """Wait until a reading has begun."""
    assert await asyncio.to_thread(source.begun.acquire, timeout=GUARD)


async def test_one_reads_and_the_rest_is_merged_into_one_next() -> None:
    source, told = Slow(), asyncio.Queue[Snapshot]()
    feed = Feed(source, told.put_nowait)
    running = asyncio.create_task(feed.run())
    await source.queue.put(TREE)
    await begun(source)
    for changed in (CHANNEL, PLAN, CHANNEL):
        feed.wake(changed)
    source.go.release()
    await begun(source)
    source.go.release()
    problems = [(await asyncio.wait_for(told.get(), GUARD)).problem for _ in range(2)]
    assert source.asked == [TREE, CHANNEL | PLAN]
    assert problems == ["reading 1", "reading 2"]
    assert source.most_at_once == 1
    running.cancel()
    await asyncio.wait((running,), timeout=GUARD)
    assert running.cancelled()


async def test_a_change_during_a_reading_is_read_after_it() -> None:
    source, told = Slow(), asyncio.Queue[Snapshot]()
    feed = Feed(source, told.put_nowait)
    running = asyncio.create_task(feed.run())
    feed.wake(NOTHING)
    await begun(source)
    await source.queue.put(TREE)
    await source.queue.join()
    source.go.release()
    await begun(source)
    source.go.release()
    assert source.asked == [NOTHING, TREE]
    running.cancel()
    await asyncio.wait((running,), timeout=GUARD)


async def test_stop_ends_the_watch() -> None:
    source = Slow()
    feed = Feed(source, lambda snapshot: None)
    running = asyncio.create_task(feed.run())
    await source.queue.put(TREE)
    await begun(source)
    feed.stop()
    source.go.release()
    await asyncio.wait_for(source.ended.wait(), GUARD)
    running.cancel()
    await asyncio.wait((running,), timeout=GUARD)
    assert running.cancelled()
