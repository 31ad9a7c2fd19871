"""Lets the clones on one machine take turns at a remote, where they would collide again and again.

First come, first served, and nobody waits for a process that died. It saves time and decides
nothing: who comes without a turn, from here or from another machine, is kept apart by the push.
"""

from __future__ import annotations

import fcntl
import os
import stat
import time
from contextlib import contextmanager, suppress
from os.path import join
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 3.0
"""Seconds to wait for one's turn: who is before may hang, and then nobody should wait for it."""
PAUSE = 0.003
"""Seconds between two looks at who is before."""


@contextmanager
def turn(url: str, top: str, wait: float) -> Iterator[bool]:
    """One's turn at a remote, whose address may be relative to the folder `top`.

    Yields whether others had to be waited for. Begins after `LONGEST` or `wait` seconds even if it
    is not one's turn yet, and at once where there is no place for a queue.
    """
    queue = _queue(url, top)
    ticket = f"{time.time_ns():020d}-{os.getpid()}"
    mine = _drawn(join(queue, ticket)) if queue else -1
    try:
        yield mine >= 0 and _waited(queue, ticket, min(wait, LONGEST))
    finally:
        if mine >= 0:
            with suppress(OSError):  # the folder goes with the last
                os.unlink(join(queue, ticket))
                os.rmdir(queue)
            os.close(mine)


def _drawn(path: str) -> int:
    """A ticket, held as long as this process lives; negative where none can be had.

    It is held before it stands in the queue, where it would be taken for a dead one's.
    """
    folder, name = os.path.split(path)
    aside = join(folder, f".{name}")
    try:
        file = os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return -1
    fcntl.flock(file, fcntl.LOCK_EX)
    with suppress(OSError):
        os.rename(aside, path)
    return file


def _waited(queue: str, ticket: str, wait: float) -> bool:
    """Whether somebody was before; returns when nobody is any more, or the time is up."""
    deadline, waited = time.monotonic() + wait, False
    while (first := _first(queue, ticket)) and time.monotonic() < deadline:
        waited = True
        while _is_held(first) and time.monotonic() < deadline:
            time.sleep(PAUSE)
    return waited


def _first(queue: str, ticket: str) -> str:
    """The ticket right before one's own that somebody still holds; empty when there is none."""
    try:
        names = os.listdir(queue)
    except OSError:
        return ""  # somebody tidied the queue away
    before = sorted((name for name in names if name[0] != "." and name < ticket), reverse=True)
    return next((path for name in before if _is_held(path := join(queue, name))), "")


def _is_held(path: str) -> bool:
    """Whether the process that drew the ticket is alive and not done; a dead one's is removed."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        os.unlink(path)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(file)
    return False


def _queue(url: str, top: str) -> str:
    """The folder of the queue, the same for every clone; empty where it cannot be made."""
    path = join(top, url.removeprefix("file://"))
    address = os.path.realpath(path) if os.path.isdir(path) else url  # a local one is its folder
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    base = runtime if os.path.isdir(runtime) else os.environ.get("TMPDIR") or "/tmp"
    place = join(base, f"coord-tui-{os.getuid()}")
    queue = join(place, f"{crc32(os.fsencode(address)):08x}")  # two of one name wait for each other
    return queue if _own_folder(place) and _own_folder(queue) else ""


def _own_folder(path: str) -> bool:
    """Whether it is a folder of this user, made if it is not there."""
    with suppress(OSError):
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)
        found = os.lstat(path)
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    return False
