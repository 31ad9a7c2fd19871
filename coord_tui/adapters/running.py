"""Knows which programs of this clone run, so that two with one name are noticed.

A file for each, locked for as long as its program lives: one that was killed is gone by itself.
What cannot be written or read says nothing of anyone, and disturbs nobody.
"""

from __future__ import annotations

import fcntl
import json
import os
from contextlib import suppress
from os.path import join

from coord_tui.core.program import Program

ENDING = ".json"
BEING_WRITTEN = ".new"


class Registered:
    """One program's file, until `leave`."""

    def __init__(self, folder: str, program: Program) -> None:
        """Args: folder: where the files of this clone's programs are; made if it is not there."""
        self._folder = folder
        self._name = f"{program.pid}-{os.urandom(3).hex()}{ENDING}"
        self._file = -1
        with suppress(OSError):
            self._enter(program)

    def _enter(self, program: Program) -> None:
        """Write and lock the file before it gets its name: who sees it sees it locked."""
        with suppress(FileExistsError):
            os.mkdir(self._folder)
        aside = join(self._folder, self._name + BEING_WRITTEN)
        self._file = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        os.write(self._file, json.dumps(program._asdict()).encode())
        os.rename(aside, join(self._folder, self._name))

    def others(self) -> tuple[Program, ...]:
        """The other programs that run; files of those that ended without a word are removed."""
        return programs(self._folder, self._name)

    def leave(self) -> None:
        """Take the file away; to leave twice does no harm."""
        if self._file < 0:
            return
        for ending in ("", BEING_WRITTEN):
            with suppress(OSError):
                os.unlink(join(self._folder, self._name + ending))
        os.close(self._file)
        self._file = -1


def programs(folder: str, but: str = "") -> tuple[Program, ...]:
    """The programs that run, save the one whose file has that name; dead ones' files go."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ()
    found = (_read(join(folder, name)) for name in names if name != but and name.endswith(ENDING))
    return tuple(program for program in found if program is not None)


def _read(path: str) -> Program | None:
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return None  # it ended just now
    try:
        if _is_free(file):
            with suppress(OSError):
                os.unlink(path)
            return None
        found = json.loads(os.read(file, 10_000))
        return Program(
            str(found["session"]), str(found["via"]), int(found["pid"]), str(found["worktree"])
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    finally:
        os.close(file)


def _is_free(file: int) -> bool:
    """Whether nobody holds the file's lock: its program has ended."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
