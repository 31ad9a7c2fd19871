"""Installs the guard as git's hooks of this clone, or takes all of it out again."""

from __future__ import annotations

import os
from os.path import basename, join
from typing import NamedTuple

from coord_tui.adapters import hooks
from coord_tui.adapters.git import Git
from coord_tui.adapters.hook_scripts import NAMES
from coord_tui.adapters.hooks import Change
from coord_tui.adapters.hooks_folder import (
    HooksFolder,
    hooks_folder,
    make_folder,
    outside,
    remove_folders,
    remove_leftovers,
)
from coord_tui.adapters.hooks_memory import forget, known_folders, remember, usual_folder
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.core.shell import word
from coord_tui.errors import CoordError, Refused

OURS_TO_SET = ("", "local", "worktree")
"""Scopes of `core.hooksPath` that mean this repository alone."""

FRAMEWORK_PLAN = ".pre-commit-config.yaml"
FRAMEWORK_ID = b"id: coord-tui-guard"


class Installed(NamedTuple):
    """What was changed, and what a careful person would want to know about it."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def install(repo: str) -> Installed:
    """Put the hooks where git looks for them in the repository around the folder `repo`.

    Raises: Refused when the folder is not this repository's alone, when husky makes it anew, or
        when a hook would be lost; EnvironmentFailed when it cannot be written. Then nothing is.
    """
    layout = find_layout(repo)
    git = Git.of(layout)
    place = hooks_folder(git)
    refuse_folder(place, layout)
    for name in NAMES:
        hooks.check(place.path, name)
    is_new = remember(layout, place.path)
    changes: list[Change] = []
    folders = 0
    try:
        folders = make_folder(place.path) or hooks.made_for(place.path, NAMES)
        for name in NAMES:
            changes += hooks.put(place.path, name, folders)
    except CoordError:
        _undo(place.path, changes, folders)
        if is_new:
            forget(layout, place.path)
        raise
    return Installed(tuple(changes), tuple(_notes(place, layout, git)))


def uninstall(repo: str) -> Installed:
    """Take out the hooks, wherever they went, and put back those from before.

    That is where git looks for hooks, where it looks unless told otherwise, and wherever else they
    were installed from this clone.
    Raises: EnvironmentFailed without a repository, or when a folder cannot be changed.
    """
    layout = find_layout(repo)
    effective = hooks_folder(Git.of(layout)).path
    changes: list[Change] = []
    for folder in dict.fromkeys((effective, *known_folders(layout))):
        folders = hooks.made_for(folder, NAMES)
        for name in NAMES:
            changes += hooks.take_out(folder, name)
        remove_folders(folder, folders)
        forget(layout, folder)
    remove_leftovers(layout.common_dir)
    return Installed(tuple(changes))


def refuse_folder(place: HooksFolder, layout: Layout) -> None:
    """Keep out of folders that are not for this repository to change. Raises: Refused."""
    by_hand = (
        'add `coord-tui guard --staged` to {}/pre-commit and `coord-tui hooks trailers "$1"` to '
        "{}/commit-msg by hand"
    )
    if is_husky(place.path):
        above = os.path.dirname(place.path)
        raise Refused(
            f"husky makes {place.path} anew at each install, so nothing was written: "
            + by_hand.format(above, above)
        )
    if place.scope not in OURS_TO_SET and outside(
        place.path, layout.top, layout.common_dir, layout.git_dir
    ):
        raise Refused(
            f"git takes the hooks of every repository from {place.path} (core.hooksPath in "
            f"{place.origin or place.scope}), so nothing was written: "
            f"{by_hand.format(place.path, place.path)}, or give this repository its own: "
            f"git config core.hooksPath {word(usual_folder(layout))}"
        )


def is_husky(folder: str) -> bool:
    """Whether this is the folder that husky (9 and later) generates."""
    return basename(folder) == "_" and os.path.isfile(join(folder, "h"))


def framework_asks(place: HooksFolder, layout: Layout) -> bool:
    """Whether the pre-commit framework runs, and asks the guard by its own configuration."""
    plan = hooks.read(join(layout.top, FRAMEWORK_PLAN))
    return hooks.is_called_by_framework(place.path, NAMES[0]) and FRAMEWORK_ID in plan


def _undo(folder: str, changes: list[Change], folders: int) -> None:
    """Take back what was newly installed; what was there before stays up to date."""
    for name in NAMES:
        if any(one.change == "written" and basename(one.path).startswith(name) for one in changes):
            hooks.take_out(folder, name)
    if not hooks.made_for(folder, NAMES):
        remove_folders(folder, folders)


def _notes(place: HooksFolder, layout: Layout, git: Git) -> list[str]:
    notes = _folder_notes(place, layout, git)
    if framework_asks(place, layout):
        notes.append(f"{FRAMEWORK_PLAN} has the guard asked already: one of the two is enough")
    return notes


def _folder_notes(place: HooksFolder, layout: Layout, git: Git) -> list[str]:
    if not outside(place.path, layout.common_dir, layout.git_dir):
        return []
    if outside(place.path, layout.top):
        return [f"{place.path} is outside the repository: others that use it get the hooks too"]
    if git.ask("check-ignore", "--quiet", join(place.path, NAMES[0])) is not None:
        return []
    return [
        f"{place.path} is in the working tree: commit the hooks only if everybody who works here "
        "has coord-tui on the PATH; in other clones they fall back to that"
    ]
