"""Puts our hooks into the folder from which git runs them, and takes them out again.

A hook that is there already is set aside under a name of ours, as it is, and called by ours. Under
the pre-commit framework ours becomes the hook that the framework goes on to run (`.legacy`), so
that its own install and uninstall keep both. Taking out leaves what there was before, exactly.
"""

from __future__ import annotations

import os
from contextlib import suppress
from os.path import basename, dirname, join, lexists
from typing import NamedTuple

from coord_tui.adapters import hook_names
from coord_tui.adapters.hook_scripts import (
    BEFORE,
    LEGACY,
    added,
    folders_made,
    is_framework,
    is_script,
    script,
)
from coord_tui.adapters.hooks_folder import failed
from coord_tui.errors import Refused

BEGINNING = 1 << 16
"""Bytes of a hook that are read to see whose it is."""


class Change(NamedTuple):
    """What became of one file."""

    path: str
    change: str
    """`written`, `refreshed`, `unchanged`, `set aside`, `restored`, `removed` or `kept`."""
    note: str = ""
    """What else there is to know."""


def find_ours(folder: str, name: str) -> list[str]:
    """Our hook of that name, wherever in the folder somebody moved it; git's own place first."""
    try:
        names = [found for found in os.listdir(folder) if found.startswith(name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise failed("read", folder, error) from error
    found = [join(folder, one) for one in sorted(names)]
    return [path for path in found if not os.path.islink(path) and is_script(read(path), name)]


def read(path: str) -> bytes:
    """The beginning of a hook; nothing where there is no file that can be read."""
    try:
        with open(path, "rb") as file:
            return file.read(BEGINNING)
    except OSError:
        return b""


def is_called_by_framework(folder: str, name: str) -> bool:
    """Whether the pre-commit framework is git's hook of that name."""
    return is_framework(read(join(folder, name)))


def check(folder: str, name: str) -> None:
    """Whether the hook could be put there without losing another.

    Raises: Refused, when there would be two hooks to set aside.
    """
    place, aside = _place(folder, name), join(folder, name + BEFORE)
    if lexists(place) and place not in find_ours(folder, name) and lexists(aside):
        raise Refused(
            f"{aside} keeps the hook that was there before, but {place} is another one by now: "
            "put both into one hook at the latter, move the former away, and install again"
        )


def put(folder: str, name: str, folders: int) -> list[Change]:
    """Install the hook or bring it up to date; `folders`: how many were made for it.

    Raises: Refused as `check`; EnvironmentFailed when it cannot be written, and then nothing is.
    """
    check(folder, name)
    place, ours = _place(folder, name), find_ours(folder, name)
    text = script(name, folders)
    aside = "" if place in ours or not lexists(place) else join(folder, name + BEFORE)
    if place in ours:
        text += added(read(place))
    current = read(place) == text and os.access(place, os.X_OK)
    try:
        if hook_names.looks_at_name(read(place if aside else join(folder, name + BEFORE))):
            hook_names.link(folder, name)
        if current:
            return [Change(place, "unchanged", _how(folder, name))]
        _write(place, text, aside)
    except OSError as error:
        _unlink(folder, name, aside)
        raise failed("write", place, error) from error
    moved = [Change(aside, "set aside", f"it was {basename(place)}")] if aside else []
    return [*moved, Change(place, "refreshed" if place in ours else "written", _how(folder, name))]


def take_out(folder: str, name: str) -> list[Change]:
    """Remove our hook wherever it went, and put back the one from before.

    Raises: EnvironmentFailed when the folder cannot be changed.
    """
    ours, aside = find_ours(folder, name), join(folder, name + BEFORE)
    if not ours and not lexists(aside):
        return []
    place = ours[0] if ours else _place(folder, name)
    try:
        hook_names.unlink(folder, name)
        gone = [change for path in ours for change in _removed(path, path == place, aside)]
        back = _put_back(aside, place)
    except OSError as error:
        raise failed("change", folder, error) from error
    again = {one.path for one in back if one.change == "restored"}
    return [*(one for one in gone if one.path not in again), *back]


def made_for(folder: str, names: tuple[str, ...]) -> int:
    """How many folders had to be made for the hooks that are there."""
    ours = (path for name in names for path in find_ours(folder, name))
    return max((folders_made(read(path)) for path in ours), default=0)


def _place(folder: str, name: str) -> str:
    """Where our hook belongs: in git's place, or where the framework calls it."""
    top = join(folder, name)
    return top + LEGACY if is_framework(read(top)) else top


def _how(folder: str, name: str) -> str:
    if is_called_by_framework(folder, name):
        return "the pre-commit framework's hook calls it"
    return f"calls {name + BEFORE}" if os.access(join(folder, name + BEFORE), os.X_OK) else ""


def _write(place: str, text: bytes, aside: str) -> None:
    """Put an executable file there at once, and what was there under the name `aside`, if any."""
    new = join(dirname(place), f".{basename(place)}.{os.getpid()}")
    try:
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o777), "wb") as file:
            file.write(text)
        if aside:
            _set_aside(place, aside)
        os.replace(new, place)
    except OSError:
        _take_back(place, aside)
        if lexists(new):
            os.unlink(new)
        raise


def _take_back(place: str, aside: str) -> None:
    if aside and lexists(aside):
        if lexists(place):
            os.unlink(aside)  # it is the same hook, under two names
        else:
            os.rename(aside, place)


def _unlink(folder: str, name: str, aside: str) -> None:
    """Take back what was linked for a hook that stays where it was."""
    if aside:
        with suppress(OSError):  # there is a first error to tell
            hook_names.unlink(folder, name)


def _set_aside(place: str, aside: str) -> None:
    """Keep a hook under another name; git goes on to find it until ours replaces it."""
    try:
        os.link(place, aside, follow_symlinks=False)
    except OSError:  # a file system without links
        os.rename(place, aside)


def _removed(path: str, is_place: bool, aside: str) -> list[Change]:
    """Remove one of ours; lines that somebody added to it become a hook of their own."""
    rest = added(read(path))
    os.unlink(path)
    if not rest.strip():
        return [Change(path, "removed")]
    free = is_place and not lexists(aside)
    kept = path if free else f"{path}.added"
    _write(kept, b"#!/bin/sh\n" + rest, "")
    note = "the lines that somebody added below ours"
    return [Change(kept, "kept", note if free else f"{note}; git does not run them")]


def _put_back(aside: str, place: str) -> list[Change]:
    if not lexists(aside):
        return []
    if lexists(place):
        return [Change(aside, "kept", f"somebody else's hook is at {place}")]
    os.rename(aside, place)
    return [Change(place, "restored")]
