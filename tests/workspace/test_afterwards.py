"""What waits until a reading is painted: the last one wins, one acts at a time, nothing is left."""

import threading
from queue import Queue

from coord_tui.workspace.afterwards import Afterwards

GUARD = 30.0
"""Seconds after which what never comes fails the test."""


class Slow:
    """Acts on readings, and does not end one before it is let."""

    def __init__(self) -> None:
        self.begun: Queue[int] = Queue()
        self.ended: Queue[int] = Queue()
        self.let = threading.Semaphore(0)
        self.afterwards = Afterwards(self._act)
        self._acting = threading.Lock()

    def _act(self, reading: int) -> None:
        assert self._acting.acquire(blocking=False), "two act at once"
        self.begun.put(reading)
        self.let.acquire(timeout=GUARD)
        self._acting.release()
        self.ended.put(reading)


def test_the_last_of_the_readings_that_wait_wins() -> None:
    slow = Slow()
    for reading in (1, 2, 3):
        slow.afterwards.give(reading)
    slow.let.release()
    assert slow.ended.get(timeout=GUARD) == 3
    slow.afterwards.give(4)
    slow.let.release()
    assert slow.ended.get(timeout=GUARD) == 4
    assert slow.begun.qsize() == 2


def test_who_gives_waits_for_nothing_and_the_next_begins_when_the_one_before_has_ended() -> None:
    slow = Slow()
    slow.afterwards.give(1)
    assert slow.begun.get(timeout=GUARD) == 1
    for reading in (2, 3):
        slow.afterwards.give(reading)
    slow.let.release(2)
    assert [slow.ended.get(timeout=GUARD) for _ in range(2)] == [1, 3]


def test_nothing_begins_and_nothing_is_left_once_it_is_stopped() -> None:
    before, slow = set(threading.enumerate()), Slow()
    slow.afterwards.give(1)
    slow.afterwards.stop()
    slow.afterwards.give(2)
    ended(before)
    assert slow.begun.empty()


def test_what_runs_when_it_is_stopped_is_ended_and_what_waits_is_not_begun() -> None:
    before, slow = set(threading.enumerate()), Slow()
    slow.afterwards.give(1)
    assert slow.begun.get(timeout=GUARD) == 1
    slow.afterwards.give(2)
    slow.afterwards.stop()
    slow.let.release()
    ended(before)
    assert slow.ended.get(timeout=GUARD) == 1
    assert slow.begun.empty()


def test_the_end_of_the_program_waits_for_what_runs() -> None:
    before, slow = set(threading.enumerate()), Slow()
    slow.afterwards.give(1)
    (thread,) = set(threading.enumerate()) - before
    assert not thread.daemon
    slow.let.release()
    ended(before)


def ended(before: set[threading.Thread]) -> None:
    """Wait for all threads that were not there before."""
    for thread in set(threading.enumerate()) - before:
        thread.join(GUARD)
        assert not thread.is_alive()
