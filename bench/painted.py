"""A program in a pseudo-terminal of its own: when words come to it, and what it costs."""

import os
import pty
import select
import signal
import struct
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

LIMIT = 30.0
"""Seconds after which a run counts as broken."""
SIZE = struct.pack("HHHH", 40, 140, 0, 0)
KEPT = 300
"""Bytes of the output that are kept to tell of."""


class Painted:
    """A running program, and what it paints."""

    def __init__(self, command: list[str], folder: str | Path, session: str = "senior") -> None:
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COORD_SESSION=session)
            os.execv(command[0], command)
        ioctl(self._terminal, TIOCSWINSZ, SIZE)

    def until(self, words: bytes, limit: float = LIMIT) -> float:
        """When the words came, by the clock of `perf_counter`; they must come."""
        seen, end = b"", time.perf_counter() + limit
        while words not in seen:
            left = end - time.perf_counter()
            if left < 0 or not select.select([self._terminal], [], [], left)[0]:
                raise SystemExit(f"no {words!r} in time; the last output: {seen[-KEPT:]!r}")
            seen = seen[-KEPT:] + self._read(seen)
        return time.perf_counter()

    def _read(self, seen: bytes) -> bytes:
        try:
            return os.read(self._terminal, 65536)
        except OSError:
            raise SystemExit(f"it ended by itself; the last output: {seen[-KEPT:]!r}") from None

    def rest(self, seconds: float) -> None:
        """Read away what is painted, until nothing is for so long."""
        while select.select([self._terminal], [], [], seconds)[0]:
            os.read(self._terminal, 65536)

    def press(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._terminal, keys)

    @property
    def cpu(self) -> float:
        """Seconds of all cores that it has used so far, its ended threads included.

        Only Linux tells that of another process so exactly.
        """
        return time.clock_gettime((~self.pid << 3) | 2)

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)
