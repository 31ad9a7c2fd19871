"""While a thread works for the review of an import, nothing is decided, left or lost meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import ModuleType

import pytest

from coord_tui.tui.screens import import_review, import_writing
from coord_tui.tui.screens.details import Details
from coord_tui.tui.screens.import_review import ImportReview
from coord_tui.tui.screens.import_writing import ImportWriting
from tests.tui.reviewing import go_on, review, reviewing, write, writing
from tests.tui.still import PATIENCE, press, toasts, until


class Gate:
    """Holds a thread at the end of a step until it is opened."""

    def __init__(self) -> None:
        self.reached, self.open = Event(), Event()


@contextmanager
def held(patch: pytest.MonkeyPatch, module: ModuleType, step: str) -> Iterator[Gate]:
    """A gate behind a step that a screen has done in a thread; open at the end at the latest."""
    gate, real = Gate(), getattr(module, step)

    def slow(*arguments: object) -> object:
        found = real(*arguments)
        gate.reached.set()
        assert gate.open.wait(PATIENCE)
        return found

    patch.setattr(module, step, slow)
    try:
        yield gate
    finally:
        gate.open.set()


async def test_escape_while_it_writes_does_not_hide_that_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held(monkeypatch, import_writing, "write") as gate:
        async with reviewing(tmp_path) as pilot:
            await press(pilot, "a")
            await go_on(pilot)
            await press(pilot, "w")
            await until(pilot, gate.reached.is_set)
            await press(pilot, "escape", "q")
            assert writing(pilot)
            assert toasts(pilot)[-1] == "not yet: the plan is being written"
            gate.open.set()
            await until(pilot, lambda: pilot.app._exit)
            assert pilot.app.return_value is not None
    assert (tmp_path / "coord.yaml").exists()


async def test_the_program_is_not_left_while_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held(monkeypatch, import_writing, "write") as gate:
        async with reviewing(tmp_path) as pilot:
            await press(pilot, "a")
            await go_on(pilot)
            await press(pilot, "w")
            await until(pilot, gate.reached.is_set)
            await press(pilot, "ctrl+q")
            assert not pilot.app._exit
            gate.open.set()
            await until(pilot, lambda: pilot.app._exit)
            assert pilot.app.return_value is not None


@pytest.mark.parametrize("key", ["space", "y", "n", "a", "x"])
async def test_nothing_is_decided_while_the_plan_is_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    with held(monkeypatch, import_review, "prepare") as gate:
        async with reviewing(tmp_path) as pilot:
            await press(pilot, "a")
            assert review(pilot).list.move_to("session:mira")
            await press(pilot, "w")
            await until(pilot, gate.reached.is_set)
            before = review(pilot).review
            await press(pilot, key)
            assert review(pilot).review == before
            assert toasts(pilot)[-1] == "not yet: the plan is being worked out"
            gate.open.set()
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))
            await pilot.pause()
            await write(pilot)
    assert "mira" in (tmp_path / "coord.yaml").read_text()


async def test_the_review_is_not_left_while_the_plan_is_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held(monkeypatch, import_review, "prepare") as gate:
        async with reviewing(tmp_path) as pilot:
            await press(pilot, "a", "w")
            await until(pilot, gate.reached.is_set)
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, ImportReview)
            gate.open.set()
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))
            await press(pilot, "escape", "escape", "y")
            assert pilot.app._exit


async def test_what_was_worked_out_waits_until_what_is_over_the_screen_was_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held(monkeypatch, import_review, "prepare") as gate:
        async with reviewing(tmp_path) as pilot:
            await press(pilot, "a", "w")
            await until(pilot, gate.reached.is_set)
            await press(pilot, "question_mark")
            gate.open.set()
            await until(pilot, lambda: review(pilot).late)
            assert isinstance(pilot.app.screen, Details)
            await press(pilot, "escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportWriting))
            await pilot.pause()
            assert await write(pilot) is not None


async def test_two_presses_write_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held(monkeypatch, import_writing, "write") as gate:
        async with reviewing(tmp_path) as pilot:
            await press(pilot, "a")
            await go_on(pilot)
            await press(pilot, "w", "w")
            await until(pilot, gate.reached.is_set)
            gate.open.set()
            await until(pilot, lambda: pilot.app._exit)
            assert not toasts(pilot)
