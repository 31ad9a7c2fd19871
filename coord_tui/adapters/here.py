"""Remembers which sessions work in one working tree, so that a commit cannot bundle their changes.

A file for each in git's own folder of the tree; when it was last touched says when the session last
acted. What cannot be written or read says nothing of anyone, and disturbs no command.
"""

from __future__ import annotations

import os
from os.path import join

SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def note_here(folder: str, session: str) -> None:
    """Note that the session acts in the working tree of that folder, now."""
    path = join(folder, _file_name(session))
    try:
        try:
            os.utime(path)
        except FileNotFoundError:
            if not os.path.isdir(folder):
                os.makedirs(folder)
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o666))
            os.utime(path)
    except OSError:
        pass  # a disk that takes nothing: the guard knows one session less


def who_is_here(folder: str, since: float) -> set[str]:
    """The sessions that acted in the working tree since a moment, in seconds since the epoch."""
    return set(last_here(folder, since))


def last_here(folder: str, since: float) -> list[str]:
    """The same, who acted last first."""
    try:
        with os.scandir(folder) as entries:
            found = [(one.stat().st_mtime, _name(one.name)) for one in entries]
    except OSError:
        return []  # nobody has acted yet
    return [name for at, name in sorted(found, reverse=True) if at >= since]


def _file_name(session: str) -> str:
    """The name as one of a file: other characters as their number, `/` as `%2f;`."""
    return "".join(char if char in SAFE else f"%{ord(char):x};" for char in session)


def _name(file_name: str) -> str:
    first, *rest = file_name.split("%")
    parts = (part.partition(";") for part in rest)
    try:
        return first + "".join(chr(int(code, 16)) + more for code, _, more in parts)
    except ValueError:
        return ""  # none that this program has written
