"""Makes a commit of a working tree as it lies there, uncommitted and untracked changes included.

The tree, its index, its hooks and its repository's objects are not touched. The same files always
give the same commit. A tree that changes meanwhile gives none.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from hashlib import blake2b
from os.path import join

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.radar_memory import Sealed
from coord_tui.adapters.radar_snapshot import Differing, Snapshot, merging
from coord_tui.adapters.radar_store import Store
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.errors import CoordError, EnvironmentFailed

MOST = 10_000
"""Uncommitted paths of one tree; with more, nothing is said of it."""
LARGEST = 50 << 20
"""Bytes of a file that is read; of a larger one only that it changed counts."""

OF_HEAD = ("index", "HEAD", "logs/HEAD", "MERGE_HEAD")
"""Files of a tree's own git folder that change with its HEAD or index."""


class Unsteady(Exception):
    """The working tree changed while it was looked at."""


def seal(tree: Worktree, place: TreePlace) -> str:
    """Stands for all that a look at the tree depends on: the same seal, the same commit."""
    digest = blake2b(os.fsencode(f"{tree.branch.head} {tree.branch.name}"))
    of_head = [join(place.git_dir, name) for name in OF_HEAD]
    of_branch = [join(place.common_dir, f"refs/heads/{tree.branch.name}")]
    for file in (*of_head, *of_branch, join(place.common_dir, "packed-refs")):
        digest.update(_signature(file))
    for path, state, staged, unstaged, origin in tree.changes:
        digest.update(b"\0%d%d" % (staged, unstaged) + os.fsencode(f"{state}{path}\0{origin}\0"))
        for name in filter(None, (path, origin)):
            digest.update(_signature(join(place.top, name)))
    return digest.hexdigest()


def take(tree: Worktree, place: TreePlace, store: Store, git: Git) -> Sealed:
    """The commit of the tree as it lies there, on top of its HEAD; sealed.

    Raises: Unsteady when it changed meanwhile, EnvironmentFailed when git failed.
    """
    if len(tree.changes) > MOST:
        raise EnvironmentFailed(f"{len(tree.changes)} uncommitted paths are too many to compare")
    before = seal(tree, place)
    try:
        differing, without = _differing(tree, place)
        snapshot = Snapshot(git, tree.branch.head, store, place.common_dir)
        commit = snapshot.commit(differing, merging(place.git_dir))
    except (EnvironmentFailed, OSError) as error:
        if seal(tree, place) != before:
            raise Unsteady from error
        if isinstance(error, OSError):
            why = f"cannot read {error.filename}: {error.strerror}"
            raise EnvironmentFailed(why) from error
        raise
    if seal(tree, place) != before:
        raise Unsteady
    return Sealed(before, commit, without)


def _signature(path: str) -> bytes:
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return b"-"
    if stat.S_ISDIR(found.st_mode):
        return b"d%d" % found.st_ino + _submodule(path)
    facts = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_mode)
    return b"%d %d %d %d %d" % facts


def _submodule(path: str) -> bytes:
    """Where the HEAD of a repository stands that has its top there; empty when none has."""
    if not os.path.lexists(join(path, ".git")):
        return b""  # what is in a folder has paths of its own
    try:
        git_dir = find_layout(path).git_dir
    except CoordError:
        return b"?"
    return b"".join(_signature(join(git_dir, name)) for name in ("HEAD", "logs/HEAD"))


def _differing(tree: Worktree, place: TreePlace) -> tuple[Differing, tuple[str, ...]]:
    """What differs, and what of it does not count."""
    staged: dict[bytes, None] = {}
    lying: dict[bytes, None] = {}
    gone: list[bytes] = []
    opaque: list[tuple[bytes, bytes]] = []
    without: list[str] = []
    for path, change, here in _paths(tree):
        name = os.fsencode(path)
        if change.staged:
            staged[name] = None
        if not here:
            continue
        if path.endswith("/"):
            without += [] if _is_of_clone(place, path) else [path]
        elif change.state == "D" and _beyond_a_link(place.top, path):
            gone.append(name)
        elif (mark := _unread(join(place.top, path))) is None:
            without.append(path)
        elif mark:
            opaque.append((name, mark))
        else:
            lying[name] = None
    found = Differing(tuple(staged), tuple(lying), tuple(gone), tuple(opaque))
    return found, tuple(without)


def _paths(tree: Worktree) -> Iterator[tuple[str, FileChange, bool]]:
    """Each path that differs, and whether it is other than the index has it."""
    for change in tree.changes:
        yield change.path, change, change.unstaged
        if change.origin:
            yield change.origin, change, change.unstaged and not change.staged


def _is_of_clone(place: TreePlace, path: str) -> bool:
    """Whether a repository inside this one is a working tree of the same clone: a place itself."""
    try:
        return find_layout(join(place.top, path)).common_dir == place.common_dir
    except CoordError:
        return False


def _unread(path: str) -> bytes | None:
    """What stands for a file that is not read; empty when it is; None when it is no file at all."""
    try:
        found = os.lstat(path)
    except OSError:
        return b""  # it is gone, which git will see
    if stat.S_ISLNK(found.st_mode) or stat.S_ISDIR(found.st_mode):
        return b""
    if not stat.S_ISREG(found.st_mode):
        return None
    if found.st_size <= LARGEST and os.access(path, os.R_OK):
        return b""
    return b"\0not read: %d bytes, %d" % (found.st_size, found.st_mtime_ns)


def _beyond_a_link(top: str, path: str) -> bool:
    folder = path.rpartition("/")[0]
    while folder:
        if os.path.islink(join(top, folder)):
            return True
        folder = folder.rpartition("/")[0]
    return False
