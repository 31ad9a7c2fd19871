"""The folder from which git runs hooks: who says so, making it, and leaving no trace of it."""

from __future__ import annotations

import os
from os.path import dirname, exists, isdir, join, realpath
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.adapters.hook_scripts import LEFT
from coord_tui.errors import EnvironmentFailed

ASKED = ("rev-parse", "--path-format=absolute", "--git-path", "hooks")


class HooksFolder(NamedTuple):
    """The folder from which git runs hooks, and who says so."""

    path: str
    scope: str = ""
    """Of the setting `core.hooksPath`: `local`, `worktree`, `global`, …; empty: there is none."""
    origin: str = ""
    """Where that setting stands."""


def hooks_folder(git: Git) -> HooksFolder:
    """Where git looks for hooks in this working tree. Raises: EnvironmentFailed."""
    path = os.fsdecode(git.run(*ASKED).removesuffix(b"\n"))
    told = git.ask("config", "--null", "--show-scope", "--show-origin", "core.hooksPath")
    scope, origin, *_ = [*os.fsdecode(told or b"").split("\0"), "", ""]
    return HooksFolder(path, scope, origin.partition(":")[2])


def is_asked_there(folder: str) -> bool:
    """Whether git looks for hooks in a folder when it is asked from there: in another worktree."""
    said = Git(folder).ask(*ASKED) if isdir(folder) else None
    return said is not None and realpath(os.fsdecode(said.removesuffix(b"\n"))) == realpath(folder)


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
        raise failed("make the folder", folder, error) from error
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


def outside(folder: str, *roots: str) -> bool:
    """Whether a folder really lies in none of these."""
    real = realpath(folder)
    return not any(real == root or real.startswith(root.rstrip("/") + "/") for root in roots)


def failed(what: str, folder: str, error: OSError) -> EnvironmentFailed:
    """What could not be done to a folder or file of hooks, and why."""
    return EnvironmentFailed(f"cannot {what} {folder}: {error.strerror or error}")
