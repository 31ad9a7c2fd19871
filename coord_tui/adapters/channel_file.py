"""The live channel: a file to which all sessions of a clone append, each under one lock.

Guarantees that an append is whole, flushed to disk and last when it returns, or that nothing of it
is left; and that a line cut short by a killed command is set aside and never hides its neighbours.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from os.path import dirname, join

from coord_tui.errors import EnvironmentFailed

LOCK_WAIT = 10.0
"""Seconds to wait for a lock: some hundred times what its holder needs."""

BLOCK = 1 << 16

TORN = "torn.txt"
"""Where the pieces of cut lines are kept, beside the channel."""
CONTACT = "contact.json"
"""Where it is kept what this clone knows of the remote, beside the channel."""
WITHDRAWN = "withdrawn.jsonl"
"""Where events are kept that lost before the remote had them, beside the channel."""


class Busy(EnvironmentFailed):
    """Somebody else holds the lock, for longer than one would wait."""


class ChannelFile:
    """The file, its lock and the place for torn pieces, all in one folder."""

    __slots__ = ("folder", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.folder = dirname(path)

    def exists(self) -> bool:
        """Whether anything was ever appended in this clone."""
        return self.size() > 0

    def size(self) -> int:
        """In bytes; 0 when there is no file."""
        try:
            return os.stat(self.path).st_size
        except OSError:
            return 0  # why it cannot be reached is for `read` and `locked` to say

    def read(self) -> bytes:
        """The whole lines; a last line without its end is being written, and left out.

        Needs no lock. Raises EnvironmentFailed when the file cannot be read.
        """
        try:
            with open(self.path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise _failed("read", self.path, error) from error
        return data[: data.rfind(b"\n") + 1]

    @contextmanager
    def lock(self, name: str, wait: float = LOCK_WAIT) -> Iterator[None]:
        """Hold a lock of that name beside the channel, whose folder is made if it is not there.

        Raises: Busy after `wait` seconds; EnvironmentFailed when git's folder cannot be written.
        """
        try:
            os.mkdir(self.folder)  # never git's own folder above it: a moved one must not come back
        except FileExistsError:
            pass  # as it is but for the first event
        except OSError as error:
            raise _failed("write", self.folder, error) from error
        with lock(join(self.folder, name), wait):
            yield

    @contextmanager
    def locked(self, wait: float = LOCK_WAIT) -> "Iterator[Held]":
        """The file, held against every other session, with a torn end repaired.

        Raises EnvironmentFailed when somebody holds it for more than `wait` seconds, or when git's
        folder cannot be written.
        """
        with self.lock("lock", wait), _opened(self.path) as file:
            yield Held(self.path, file)


class Held:
    """The channel file while it is locked."""

    __slots__ = ("_file", "_path", "repaired")

    def __init__(self, path: str, file: int) -> None:
        self._path = path
        self._file = file
        try:
            self.repaired = self._repair()
            """What had to be mended, in words for the user; empty when nothing."""
        except OSError as error:
            raise _failed("mend", path, error) from error

    def read(self) -> bytes:
        """Every line; raises EnvironmentFailed when the file cannot be read."""
        try:
            return os.pread(self._file, self._size(), 0)
        except OSError as error:
            raise _failed("read", self._path, error) from error

    def append(self, lines: Iterable[str]) -> None:
        """Append lines, given without their ends; on return they are on the disk.

        Half a character (a path that is no UTF-8) is written as the escape that JSON has for it.
        Raises EnvironmentFailed when the disk does not take them all; then it has none of them.
        """
        whole = list(lines)
        if any("\n" in line or not line for line in whole):
            raise ValueError("a line of the channel is not empty and has no line end in it")
        self.adopt("".join(f"{line}\n" for line in whole).encode("utf-8", "backslashreplace"))

    def adopt(self, data: bytes) -> None:
        """Append whole lines as they are, whatever is in them; otherwise as `append`."""
        if not data:
            return
        size = self._size()
        try:
            written = os.write(self._file, data)
            if written < len(data):
                raise OSError(0, f"the disk took {written} of {len(data)} bytes")
            self._flush(new=not size)
        except OSError as error:
            with suppress(OSError):  # a disk that fails even here: the next lock mends the end
                os.ftruncate(self._file, size)
            raise _failed("append to", self._path, error) from error

    def replace(self, data: bytes) -> None:
        """Put these whole lines in the place of all; readers see the old file or the new one.

        Raises EnvironmentFailed when the disk does not take them; then the file is as it was.
        """
        aside = f"{self._path}.new"
        try:
            with _opened(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                _write_all(file, data)
                os.fsync(file)
            os.replace(aside, self._path)
            self._reopen()
            self._flush(new=True)
        except OSError as error:
            raise _failed("replace", self._path, error) from error

    def _reopen(self) -> None:
        with _opened(self._path) as file:
            os.dup2(file, self._file, inheritable=False)

    def _repair(self) -> str:
        """Give the last line its end, or set it aside if it is no whole object."""
        size = self._size()
        end = self._end_of_whole_lines(size)
        if end == size:
            return ""
        piece = os.pread(self._file, size - end, end)
        if _is_object(piece):
            os.write(self._file, b"\n")
            self._flush()
            return "the channel's last line had no end; the line was whole and is kept"
        aside = join(dirname(self._path), TORN)
        with open(aside, "ab") as file:
            file.write(piece + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.ftruncate(self._file, end)
        self._flush()
        return (
            f"the channel's last line was cut short (a command was killed while it wrote): "
            f"its {len(piece)} bytes are set aside in {aside!r}, all other lines are whole"
        )

    def _end_of_whole_lines(self, size: int) -> int:
        """The length of the file up to and with its last line end."""
        end = size
        while end:
            start = max(0, end - BLOCK)
            found = os.pread(self._file, end - start, start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
        return 0

    def _size(self) -> int:
        return os.fstat(self._file).st_size

    def _flush(self, new: bool = False) -> None:
        """To the disk; for a new file also its name, and its folder's."""
        os.fsync(self._file)
        folder = dirname(self._path)
        for place in (folder, dirname(folder)) if new else ():
            with _opened(place, os.O_RDONLY | os.O_DIRECTORY) as handle:
                os.fsync(handle)


@contextmanager
def lock(path: str, wait: float = LOCK_WAIT) -> Iterator[None]:
    """Hold the lock file; it ends with the process, however that ends, and is never removed.

    Raises EnvironmentFailed, naming the holder's process, after `wait` seconds.
    """
    with _opened(path, os.O_RDWR | os.O_CREAT) as file:
        _wait_for(file, path, wait)
        with suppress(OSError):  # a courtesy to those who wait, which a full disk may deny
            os.ftruncate(file, 0)
            os.pwrite(file, b"%d\n" % os.getpid(), 0)
        yield


def _wait_for(file: int, path: str, wait: float) -> None:
    deadline = time.monotonic() + wait
    pause = 0.0005
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise Busy(_who_holds(file, path, wait)) from None
        except OSError as error:
            raise _failed("lock", path, error) from error
        time.sleep(pause)
        pause = min(pause * 1.5, 0.005)


def _who_holds(file: int, path: str, wait: float) -> str:
    holder = os.pread(file, 20, 0).decode("ascii", "replace").strip()
    who = f"process {holder}" if holder.isdigit() else "another process"
    return f"{path!r} is locked for more than {wait:g} s by {who}: see whether it hangs, try again"


@contextmanager
def _opened(path: str, flags: int = os.O_RDWR | os.O_CREAT | os.O_APPEND) -> Iterator[int]:
    try:
        file = os.open(path, flags, 0o666)
    except OSError as error:
        raise _failed("open", path, error) from error
    try:
        yield file
    finally:
        os.close(file)


def _write_all(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _is_object(piece: bytes) -> bool:
    try:
        return isinstance(json.loads(piece), dict)
    except (ValueError, RecursionError):
        return False


def _failed(what: str, path: str, error: OSError) -> EnvironmentFailed:
    return EnvironmentFailed(f"cannot {what} {path!r}: {error.strerror}")
