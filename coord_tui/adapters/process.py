"""Runs a program to its end, with a time limit that holds for all that it starts.

By `posix_spawn` that takes half the time of `subprocess`, and saves its import: a claim starts a
dozen, so this module does that one thing by hand.
"""

from __future__ import annotations

import os
import select
from time import monotonic, sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

SIGKILL, SIGTERM = 9, 15
"""The `signal` module takes 2 ms to import, and these numbers are the same everywhere."""
TIDYING = 30
"""Hundredths of a second that a program which is stopped has for removing its lock files."""


_running: set[int] = set()
"""The programs that run now, by the numbers of their groups."""


def stop_all() -> None:
    """Ask every program that runs to end, with all that it started; nobody waits for it."""
    for group in list(_running):
        _signal(group, SIGTERM)


def finished(
    command: list[str], environment: Mapping[str, str], data: bytes, timeout: float
) -> tuple[int, bytes, bytes] | None:
    """Exit code, output and errors of a finished command; None when it had to be stopped.

    `data` is its standard input, `timeout` in seconds. Raises OSError when it cannot be started.
    """
    process = _Process(command, environment)
    in_time = False
    try:
        in_time = process.talk(data, monotonic() + timeout)
    finally:
        code = process.end(kill=not in_time)
    return (code, b"".join(process.out), b"".join(process.err)) if in_time else None


class _Process:
    """A process in a session of its own, so without a terminal to prompt on, and its pipes."""

    __slots__ = ("_ends", "_pid", "_read_err", "_read_out", "_write_in", "err", "out")

    def __init__(self, command: list[str], environment: Mapping[str, str]) -> None:
        read_in, self._write_in = os.pipe()
        self._read_out, write_out = os.pipe()
        self._read_err, write_err = os.pipe()
        self._ends = {self._write_in, self._read_out, self._read_err}
        self.out: list[bytes] = []
        self.err: list[bytes] = []
        given = (read_in, write_out, write_err)
        try:
            self._pid = os.posix_spawnp(
                command[0],
                command,
                environment,
                file_actions=[(os.POSIX_SPAWN_DUP2, end, n) for n, end in enumerate(given)],
                setsid=True,
            )
            _running.add(self._pid)
        except BaseException:
            self._close(*self._ends)
            raise
        finally:
            for end in given:
                os.close(end)

    def talk(self, data: bytes, deadline: float) -> bool:
        """Feed `data` and collect both outputs until they end; False when the time is up first."""
        sinks = {self._read_out: self.out, self._read_err: self.err}
        poll = select.poll()
        for end in sinks:
            poll.register(end, select.POLLIN)
        os.set_blocking(self._write_in, False)
        poll.register(self._write_in, select.POLLOUT)
        rest = memoryview(data)
        while sinks.keys() & self._ends:
            for end, _ in poll.poll(max(0.0, deadline - monotonic()) * 1000):
                if end == self._write_in:
                    rest = rest[_fed(end, rest) :]
                    finished = not rest
                else:
                    sinks[end].append(chunk := os.read(end, 1 << 16))
                    finished = not chunk
                if finished:
                    poll.unregister(end)
                    self._close(end)
            if monotonic() > deadline:
                return False
        return True

    def end(self, kill: bool) -> int:
        """The exit code, once it has ended; with `kill` it ends now, with all that it started.

        It is asked to end first: who is killed outright leaves its lock files behind.
        """
        self._close(*self._ends)
        try:
            return os.waitstatus_to_exitcode(self._stopped() if kill else self._waited())
        finally:
            _running.discard(self._pid)

    def _waited(self) -> int:
        return os.waitpid(self._pid, 0)[1]

    def _stopped(self) -> int:
        _signal(self._pid, SIGTERM)
        for _ in range(TIDYING):
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                _signal(self._pid, SIGKILL)  # what it started may not have listened
                return status
            sleep(0.01)
        _signal(self._pid, SIGKILL)
        return self._waited()

    def _close(self, *ends: int) -> None:
        for end in ends:
            os.close(end)
            self._ends.discard(end)


def _signal(group: int, number: int) -> None:
    try:  # noqa: SIM105 - contextlib takes longer to import than git to start
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        pass  # they ended by themselves meanwhile; macOS calls that a lack of permission


def _fed(end: int, rest: memoryview) -> int:
    """How many bytes the pipe took; all, when the reader wants no more."""
    try:
        return os.write(end, rest[: 1 << 16]) if rest else 0
    except BlockingIOError:
        return 0
    except BrokenPipeError:
        return len(rest)
