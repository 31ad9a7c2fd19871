"""Reads single keys from a terminal, and leaves it as it was whatever happens."""

from __future__ import annotations

import os
import select
import signal
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
MOMENT = 0.05
"""Seconds within which the next byte of a key arrives, also over a slow line."""


def both_are_terminals() -> bool:
    """Whether a person can be asked: stdin and stdout are terminals."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """Within the block, a function that waits for one key and gives it as it was typed.

    A key that is more than a letter, such as an arrow, is the escape key; `END` is the end.
    What is typed ahead counts. A process that was stopped goes on with single keys.
    """
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)

    def single(*_: object) -> None:
        _set_single(terminal)

    going_on = signal.signal(signal.SIGCONT, single)  # a shell puts its own mode there meanwhile
    single()
    try:
        yield lambda: _key(terminal)
    finally:
        signal.signal(signal.SIGCONT, going_on)
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _set_single(terminal: int) -> None:
    """Have the terminal hand over each key as it is pressed, and not show it."""
    mode = termios.tcgetattr(terminal)
    mode[3] &= ~(termios.ICANON | termios.ECHO)
    mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
    termios.tcsetattr(terminal, termios.TCSADRAIN, mode)


def _key(terminal: int) -> str:
    sys.stdout.flush()
    read = os.read(terminal, 1)
    if read == b"\x1b":
        _skip_rest(terminal)
        return ESCAPE
    text = _letter(terminal, read)
    return END if text in ("", CONTROL_D) else ENTER if text == "\r" else text


def _skip_rest(terminal: int) -> None:
    """Read what follows an escape in the same key: the rest of an arrow is no answer."""
    read = _more(terminal)
    while read == b"\x1b":
        read = _more(terminal)
    if read == b"O":
        _more(terminal)
    elif read == b"[":
        while read == b"[" or (read and not b"@" <= read <= b"~"):
            read = _more(terminal)


def _letter(terminal: int, first: bytes) -> str:
    """The letter that begins with this byte: in UTF-8 the first says how many follow."""
    rest = sum(first >= lead for lead in (b"\xc2", b"\xe0", b"\xf0"))
    read = first + b"".join(_more(terminal) for _ in range(rest if first < b"\xf5" else 0))
    return read.decode("utf-8", "replace")


def _more(terminal: int) -> bytes:
    """The next byte of the same key; empty when there is none."""
    ready = select.select([terminal], [], [], MOMENT)[0]
    return os.read(terminal, 1) if ready else b""
