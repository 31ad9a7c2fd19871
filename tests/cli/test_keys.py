"""Single keys from a terminal: each press is one key, however its bytes arrive."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import pytest

from coord_tui.cli.keys import MOMENT

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds after which what was awaited will not come any more."""

READS = """
from coord_tui.cli import keys as module
from coord_tui.cli.keys import keys
module.MOMENT = {moment}
with keys() as key:
    while True:
        print("ready", flush=True)
        pressed = key()
        print(ascii(pressed), flush=True)
        if not pressed: break
"""


class Pressing(NamedTuple):
    """A program that reads keys, and the terminal on which they are pressed."""

    running: "subprocess.Popen[bytes]"
    ours: int
    theirs: int

    def said(self) -> str:
        """The next line that it printed."""
        assert self.running.stdout
        assert select.select([self.running.stdout], [], [], PATIENCE)[0]
        return self.running.stdout.readline().decode().strip()

    def pressed(self, *pieces: bytes) -> str:
        """What it takes these bytes for, each piece of which comes once the last was read."""
        assert self.said() == "ready"
        for piece in pieces:
            os.write(self.ours, piece)
            self.until(lambda: not select.select([self.theirs], [], [], 0)[0])
        return self.said()

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for it; fail when it does not come in a long time."""
        end = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < end


@contextmanager
def started(moment: float = MOMENT) -> Iterator[Pressing]:
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-c", READS.format(moment=moment)],
        stdin=theirs, stdout=subprocess.PIPE, bufsize=0, start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        yield Pressing(running, ours, theirs)
    finally:
        running.kill()
        running.wait()
        os.close(ours)
        os.close(theirs)


@pytest.fixture(scope="module")
def pressing() -> Iterator[Pressing]:
    with started() as found:
        yield found


@pytest.fixture(scope="module")
def patient() -> Iterator[Pressing]:
    """One that waits for the rest of a key for longer than any machine stands still."""
    with started(PATIENCE) as found:
        yield found


@pytest.mark.parametrize(
    ("press", "key"),
    [
        (b"y", "y"), (b"A", "A"), (b"\r", r"\n"), (b"\n", r"\n"), (b"\x1b", r"\x1b"),
        (b"\x1b[A", r"\x1b"), (b"\x1bOA", r"\x1b"), (b"\x1b[1;5C", r"\x1b"), (b"\x1ba", r"\x1b"),
        ("é".encode(), r"\xe9"), ("漢".encode(), r"\u6f22"), ("👩".encode(), r"\U0001f469"),
        (b"\xff", r"\ufffd"), (b"\x00", r"\x00"),
    ],
)  # fmt: skip
def test_a_press_is_one_key(pressing: Pressing, press: bytes, key: str) -> None:
    assert pressing.pressed(press) == f"'{key}'"


@pytest.mark.parametrize(
    ("pieces", "key"),
    [
        ((b"\x1b", b"[A"), r"\x1b"), ((b"\x1b", b"[", b"A"), r"\x1b"),
        ((b"\x1b[", b"1;5", b"C"), r"\x1b"), ((b"\xc3", b"\xa9"), r"\xe9"),
    ],
)  # fmt: skip
def test_a_key_whose_bytes_come_apart_is_one_key(
    patient: Pressing, pieces: tuple[bytes, ...], key: str
) -> None:
    assert patient.pressed(*pieces) == f"'{key}'"


def test_the_end_is_no_key_and_the_terminal_is_left_as_it_was() -> None:
    with started() as found:
        before = termios.tcgetattr(found.theirs)
        assert found.said() == "ready"
        assert not termios.tcgetattr(found.theirs)[3] & termios.ICANON
        os.write(found.ours, b"\x04")
        assert found.said() == "''"
        assert found.running.wait(PATIENCE) == 0
        assert termios.tcgetattr(found.theirs) == before


def test_after_the_program_was_stopped_and_goes_on_a_key_needs_no_enter() -> None:
    with started() as found:
        assert found.said() == "ready"
        asked = termios.tcgetattr(found.theirs)
        asked[3] |= termios.ICANON
        found.running.send_signal(signal.SIGSTOP)
        os.waitpid(found.running.pid, os.WUNTRACED)
        termios.tcsetattr(found.theirs, termios.TCSANOW, asked)  # as a shell does
        found.running.send_signal(signal.SIGCONT)
        found.until(lambda: not termios.tcgetattr(found.theirs)[3] & termios.ICANON)
        os.write(found.ours, b"y")
        assert found.said() == "'y'"
