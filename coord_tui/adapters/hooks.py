"""Puts our hooks into the folder from which git runs them, and takes them out again.

A hook that is there already is set aside under a name of ours, as it is, and called by ours. Under
the pre-commit framework ours becomes the hook that the framework goes on to run (`.legacy`), so
that its own install and uninstall keep both. Taking out leaves what there was before, exactly.
"""

from __future__ import annotations

import os
from os.path import basename, dirname, exists, isdir, join, lexists, realpath
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.adapters.hook_scripts import (
    BEFORE,
    LEFT,
    LEGACY,
    added,
    folders_made,
    is_framework,
    is_script,
    script,
)
from coord_tui.errors import EnvironmentFailed, Refused

BEGINNING = 1 << 16
"""Bytes of a hook that are read to see whose it is."""


class Change(NamedTuple):
    """What became of one file."""

    path: str
    change: str
    """`written`, `refreshed`, `unchanged`, `set aside`, `restored`, `removed` or `kept`."""
    note: str = ""
    """What else there is to know."""


class HooksFolder(NamedTuple):
    """The folder from which git runs hooks, and who says so."""

    path: str
    scope: str = ""
    """Of the setting `core.hooksPath`: `local`, `worktree`, `global`, …; empty: there is none."""
    origin: str = ""
    """Where that setting stands."""


def hooks_folder(git: Git) -> HooksFolder:
    """Where git looks for hooks in this working tree. Raises: EnvironmentFailed."""
    asked = ("--path-format=absolute", "--git-path", "hooks")
    path = os.fsdecode(git.run("rev-parse", *asked).removesuffix(b"\n"))
    told = git.ask("config", "--null", "--show-scope", "--show-origin", "core.hooksPath")
    scope, origin, *_ = [*os.fsdecode(told or b"").split("\0"), "", ""]
    return HooksFolder(path, scope, origin.partition(":")[2])


def find_ours(folder: str, name: str) -> list[str]:
    """Our hook of that name, wherever in the folder somebody moved it; git's own place first."""
    try:
        names = [found for found in os.listdir(folder) if found.startswith(name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise _failed("read", folder, error) from error
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
    if place in ours:
        text += added(read(place))
        if read(place) == text and os.access(place, os.X_OK):
            return [Change(place, "unchanged", _how(folder, name))]
    aside = "" if place in ours or not lexists(place) else join(folder, name + BEFORE)
    try:
        _write(place, text, aside)
    except OSError as error:
        raise _failed("write", place, error) from error
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
        gone = [change for path in ours for change in _removed(path, path == place, aside)]
        back = _put_back(aside, place)
    except OSError as error:
        raise _failed("change", folder, error) from error
    again = {one.path for one in back if one.change == "restored"}
    return [*(one for one in gone if one.path not in again), *back]


def made_for(folder: str, names: tuple[str, ...]) -> int:
    """How many folders had to be made for the hooks that are there."""
    ours = (path for name in names for path in find_ours(folder, name))
    return max((folders_made(read(path)) for path in ours), default=0)


def make_folder(folder: str) -> int:
    """Make the folder, and those above it; how many there were to make.

    Raises: EnvironmentFailed when that is impossible, also when a file stands there.
    """
    missing, above = 0, folder
    while not exists(above):
        missing, above = missing + 1, dirname(above)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise _failed("make the folder", folder, error) from error
    return missing


def remove_folders(folder: str, number: int) -> None:
    """Remove so many folders, from this one upwards, as long as they are empty."""
    for _ in range(number):
        try:
            os.rmdir(folder)
        except OSError:  # not empty: somebody else uses it by now
            return
        folder = dirname(folder)


def remove_leftovers(common_dir: str) -> None:
    """Remove the trailers that commits which were given up left in git's folders."""
    trees = join(common_dir, "worktrees")
    folders = [
        common_dir,
        *(join(trees, one) for one in (os.listdir(trees) if isdir(trees) else [])),
    ]
    for folder in folders:
        for one in os.listdir(folder):
            if one.startswith(LEFT):
                os.unlink(join(folder, one))


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
        if aside and not lexists(place):
            os.rename(aside, place)
        if lexists(new):
            os.unlink(new)
        raise


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


def outside(folder: str, *roots: str) -> bool:
    """Whether a folder really lies in none of these."""
    real = realpath(folder)
    return not any(real == root or real.startswith(root.rstrip("/") + "/") for root in roots)


def _failed(what: str, path: str, error: OSError) -> EnvironmentFailed:
    return EnvironmentFailed(f"cannot {what} {path}: {error.strerror or error}")
