"""Reads single keys from a terminal, and leaves it as it was whatever happens."""

from __future__ import annotations

import os
import select
import sys
import termios
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

END = ""
"""What is read when there is nothing more to read."""
ESCAPE, ENTER = "\x1b", "\n"
CONTROL_D = "\x04"


def both_are_terminals() -> bool:
    """Whether a person can be asked: stdin and stdout are terminals."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """Within the block, a function that waits for one key and gives it in lower case.

    A key that is more than a letter, such as an arrow, is the escape key; `END` is the end.
    What is typed ahead counts.
    """
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    raw = termios.tcgetattr(terminal)
    raw[3] &= ~(termios.ICANON | termios.ECHO)
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    termios.tcsetattr(terminal, termios.TCSADRAIN, raw)
    try:
        yield lambda: _key(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _key(terminal: int) -> str:
    sys.stdout.flush()
    read = os.read(terminal, 1)
    if read == b"\x1b":
        while select.select([terminal], [], [], 0)[0]:  # the rest of an arrow is no answer
            if not os.read(terminal, 64):
                break
        return ESCAPE
    text = read.decode("latin-1").lower()
    return END if text in ("", CONTROL_D) else ENTER if text == "\r" else text
