"""A dialog that looks for answers: one at a time, the last asked for next, late ones not shown."""

import threading
from functools import partial

from textual.pilot import Pilot

from coord_tui.tui.screens.reading import ReadingScreen
from tests.tui.still import dialog, main, still, until


class Slow:
    """Questions that are answered when the test says so."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.taken: list[int] = []
        self._go = threading.Semaphore(0)

    def question(self, number: int) -> int:
        self.asked.append(number)
        assert self._go.acquire(timeout=30)
        return number

    def answer(self) -> None:
        self._go.release()


async def reading(pilot: Pilot[None]) -> ReadingScreen:
    screen = ReadingScreen(main(pilot))
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


async def test_of_many_questions_one_runs_and_the_last_is_the_next() -> None:
    slow = Slow()
    async with still() as pilot:
        screen = await reading(pilot)
        for number in range(5):
            screen.ask(partial(slow.question, number), slow.taken.append)
        await until(pilot, lambda: slow.asked)
        assert slow.asked == [0]
        slow.answer()
        await until(pilot, lambda: len(slow.asked) == 2)
        slow.answer()
        await until(pilot, lambda: slow.taken == [0, 4])


async def test_an_answer_that_nobody_waits_for_any_more_is_not_shown() -> None:
    slow = Slow()
    async with still() as pilot:
        screen = await reading(pilot)
        screen.ask(partial(slow.question, 0), slow.taken.append)
        await until(pilot, lambda: slow.asked)
        screen.say("it is settled")
        slow.answer()
        await until(pilot, lambda: not screen._busy)
        assert slow.taken == []
        assert "it is settled" in dialog(pilot)
