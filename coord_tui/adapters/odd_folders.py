"""Looks now and then at the folders that watchfiles cannot watch: a name in them is no UTF-8.

Even a read of such a file breaks a watch of its folder, and git reads some at each status.
"""

import os
from collections.abc import Iterable

ADDED, MODIFIED, DELETED = 1, 2, 3
"""The numbers of `watchfiles.Change`."""
Seen = set[tuple[int, str]]
"""What watchfiles reports: the kind and the path."""

Entries = dict[str, tuple[int, ...]]


class OddFolders:
    """Folders with what was last seen in each."""

    def __init__(self) -> None:
        self._last: dict[str, Entries] = {}

    @property
    def folders(self) -> frozenset[str]:
        """Those that are looked at."""
        return frozenset(self._last)

    def look_at(self, folders: Iterable[str]) -> None:
        """Look at these only; what is in them now is taken as known."""
        self._last = {folder: _entries(folder) for folder in folders}

    def changed(self) -> Seen:
        """What changed since the last look."""
        found: Seen = set()
        for folder, before in self._last.items():
            now = self._last[folder] = _entries(folder)
            for name in before.keys() | now.keys():
                if before.get(name) != now.get(name):
                    kind = MODIFIED if name in before and name in now else ADDED
                    found.add((kind if name in now else DELETED, os.path.join(folder, name)))
        return found


def is_odd(path: str) -> bool:
    """Whether a path is no UTF-8."""
    return any("\ud800" <= letter <= "\udfff" for letter in path)


def holds_odd_names(folder: str) -> bool:
    """Whether watchfiles cannot watch a folder because of what is in it."""
    return any(map(is_odd, _names(folder)))


def _entries(folder: str) -> Entries:
    return {name: _mark(os.path.join(folder, name)) for name in _names(folder)}


def _mark(path: str) -> tuple[int, ...]:
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    return (found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
