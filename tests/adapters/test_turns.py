"""Clones of one machine come to a remote one after the other, in the order in which they came."""

import multiprocessing as mp
import os
import shutil
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from coord_tui.adapters.turns import turn
from tests.repos import bare_remote

CONTEXT = mp.get_context("fork")
LONG = 60.0


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the queues are: a machine of our own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def _take(url: str, top: str, pipe: Connection) -> None:
    """Say when it is one's turn, and keep it until one is told; then say when it was over."""
    pipe.send("came")
    with turn(url, top, LONG) as waited:
        pipe.send((waited, time.monotonic()))
        pipe.recv()
        pipe.send(time.monotonic())


class Somebody:
    """A process that wants a turn."""

    def __init__(self, url: str, top: str) -> None:
        self.pipe, end = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=_take, args=(url, top, end), daemon=True)
        self.process.start()
        assert self.pipe.recv() == "came"

    def waited(self) -> bool:
        """Whether others were before, once it has its turn."""
        found: bool
        found, self.began = self.pipe.recv()
        return found

    def go(self) -> None:
        """Have it give its turn back."""
        self.pipe.send(None)
        self.ended: float = self.pipe.recv()
        self.process.join()


def in_the_queue(place: Path, number: int) -> None:
    """Return when so many stand in the queue."""
    deadline = time.monotonic() + LONG
    while len([one for one in place.glob("*/*/*") if one.name[0] != "."]) < number:
        assert time.monotonic() < deadline, f"{number} never stood in the queue"


def test_who_comes_alone_does_not_wait_and_leaves_nothing(place: Path) -> None:
    with turn("https://example.com/x.git", "/", LONG) as waited:
        assert not waited
    assert list(place.rglob("*")) == [place / f"coord-tui-{os.getuid()}"]


def test_the_next_one_waits_until_the_one_before_is_done(place: Path) -> None:
    first = Somebody("https://example.com/x.git", "/")
    assert not first.waited()
    second = Somebody("https://example.com/x.git", "/")
    in_the_queue(place, 2)
    first.go()
    second.waited()  # whether it saw the first is left open: that one may be gone before it looks
    assert first.ended <= second.began
    second.go()


def test_nobody_waits_for_a_process_that_died() -> None:
    first = Somebody("https://example.com/x.git", "/")
    assert not first.waited()
    assert first.process.pid
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.join()
    with turn("https://example.com/x.git", "/", LONG) as waited:
        assert not waited


def test_a_turn_is_not_waited_for_longer_than_one_may() -> None:
    first = Somebody("https://example.com/x.git", "/")
    assert not first.waited()
    with turn("https://example.com/x.git", "/", 0.05) as waited:
        assert waited
    first.go()


def test_remotes_have_queues_of_their_own() -> None:
    first = Somebody("https://example.com/x.git", "/")
    assert not first.waited()
    with turn("https://example.com/y.git", "/", LONG) as waited:
        assert not waited
    first.go()


def test_a_local_remote_is_one_however_it_is_written(tmp_path: Path) -> None:
    remote = bare_remote(tmp_path / "remote.git").path
    first = Somebody(remote.as_uri(), "/")
    assert not first.waited()
    (tmp_path / "clone").mkdir()
    with turn("../remote.git", str(tmp_path / "clone"), 0.05) as waited:
        assert waited
    first.go()


def test_a_queue_that_is_tidied_away_keeps_nobody(place: Path) -> None:
    first = Somebody("https://example.com/x.git", "/")
    assert not first.waited()
    (queue,) = (path for path in place.glob("coord-tui-*/*") if path.is_dir())
    shutil.rmtree(queue)
    with turn("https://example.com/x.git", "/", LONG) as waited:
        assert not waited
        shutil.rmtree(queue)
    first.go()
    assert first.process.exitcode == 0


def test_without_a_place_for_queues_everybody_goes_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"coord-tui-{os.getuid()}").write_text("in the way")
    with turn("https://example.com/x.git", "/", LONG) as waited:
        assert not waited
