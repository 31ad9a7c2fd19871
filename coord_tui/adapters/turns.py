"""Lets the clones on one machine take turns at a remote, where they would collide again and again.

It saves time and decides nothing: who comes without a turn, from here or from another machine, is
kept apart by the push itself.
"""

from __future__ import annotations

import os
import stat
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic
from zlib import crc32

from coord_tui.adapters.channel_file import lock
from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 0.002
"""Seconds within which a lock is had that nobody holds."""
LONGEST = 2.0
"""Seconds to wait for one's turn: who is before may hang, and then nobody should wait for it."""


@contextmanager
def turn(url: str, top: str, wait: float) -> Iterator[bool]:
    """One's turn at a remote, whose address may be relative to the folder `top`.

    Yields whether others had to be waited for. Begins after `LONGEST` or `wait` seconds even if it
    is not one's turn yet, and at once where there is no place for the lock.
    """
    began, place = monotonic(), _place()
    with ExitStack() as stack:
        if place:
            path = os.path.join(place, _lock_name(url, top))
            with suppress(EnvironmentFailed):
                stack.enter_context(lock(path, max(0.0, min(wait, LONGEST))))
        yield monotonic() - began > AT_ONCE


def _lock_name(url: str, top: str) -> str:
    """The same for every clone: a local address as the folder that it is."""
    path = os.path.join(top, url.removeprefix("file://"))
    address = os.path.realpath(path) if os.path.isdir(path) else url
    return f"{crc32(os.fsencode(address)):08x}.lock"  # two of one name only wait for each other


def _place() -> str:
    """A folder of this user's alone, for the locks of this machine; empty when there is none."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    base = runtime if os.path.isdir(runtime) else os.environ.get("TMPDIR") or "/tmp"
    place = os.path.join(base, f"coord-tui-{os.getuid()}")
    with suppress(OSError):
        with suppress(FileExistsError):
            os.mkdir(place, 0o700)
        found = os.lstat(place)
        if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid():
            return place
    return ""
