"""The screen's first useful content, against a Textual app that shows one label.

Both run in a real pseudo-terminal, in turn; the time is from the start of the process to the moment
when the words that a user waits for have come to the terminal.
"""

import os
import pty
import select
import signal
import struct
import sys
import tempfile
from fcntl import ioctl
from statistics import median
from termios import TIOCSWINSZ
from time import perf_counter

from bench.startup import script
from bench.table import Row, table
from coord_tui.demo.repository import build

ROUNDS = 11
LIMIT = 30.0
"""Seconds after which a run counts as broken."""
SIZE = struct.pack("HHHH", 40, 140, 0, 0)

LABEL = """
from textual.app import App
from textual.widgets import Label
class One(App):
    def compose(self):
        yield Label("READY")
One().run()
"""


def first_content(command: list[str], folder: str, words: bytes = b"READY") -> float:
    """Seconds until the words are on the terminal."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    start = perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COORD_SESSION="senior")
        os.execv(command[0], command)
    ioctl(terminal, TIOCSWINSZ, SIZE)
    try:
        _read_until(terminal, words, start)
        return perf_counter() - start
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def _read_until(terminal: int, words: bytes, start: float) -> None:
    seen = b""
    while words not in seen:
        if perf_counter() - start > LIMIT or not select.select([terminal], [], [], LIMIT)[0]:
            raise SystemExit(f"no {words!r} within {LIMIT:g} s; the last output: {seen[-300:]!r}")
        seen = seen[-len(words) :] + os.read(terminal, 65536)


def measure() -> list[Row]:
    """How many times as long our screen takes as the one label."""
    label = [sys.executable, "-c", LABEL]
    screen = [script()]
    with tempfile.TemporaryDirectory() as root:
        clone = build(os.path.realpath(root)).senior
        for command in (label, screen):  # byte code and plan cache are warm, as they are for users
            first_content(command, clone)
        pairs = [(first_content(label, clone), first_content(screen, clone)) for _ in range(ROUNDS)]
    ratio = median(ours / theirs for theirs, ours in pairs)
    return [Row("screen: first useful content", "a Textual app with one label", ratio, 1.5)]


if __name__ == "__main__":
    print(table(measure()))
