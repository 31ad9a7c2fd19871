"""Which of git's own files tell of a working tree, and of which: a write there means a new look.

Git's housekeeping (locks, objects, messages) tells nothing, nor do branches named as quiet.
"""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.changed import TREES, Changed, tree

OPERATIONS = {"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG"}
OWN_FILES = OPERATIONS | {"HEAD", "index", "rebase-merge", "rebase-apply", "config.worktree"}
"""What in git's own folder of a working tree says where that tree stands."""
COMMON_FILES = {"packed-refs", "config", "FETCH_HEAD"}
"""What in git's shared folder says how the trees of the clone stand to others."""
INFO, RULES = "info", {"exclude", "attributes", "sparse-checkout"}
BRANCHES = ("heads", "remotes")
SUBMODULES, LINKED = "modules", "worktrees"

ALL = "all"
"""The working trees, with the folders of each."""
GIT = "git"
"""Only git's own folders."""


class Meaning(NamedTuple):
    """What changes on the disk say."""

    changed: Changed = frozenset()
    stale: frozenset[str] = frozenset()
    """What must be listed again: the folders of the trees with these tops, ALL, or GIT."""


OTHER_TREES = Meaning(frozenset({TREES}), frozenset({ALL}))


class GitTraces:
    """Git's own folders of some working trees, the first of which is the reader's own."""

    def __init__(self, places: tuple[TreePlace, ...], quiet: frozenset[str]) -> None:
        self._own, self._quiet = places[0], quiet
        self._places: dict[str, list[TreePlace]] = {}
        """By each git folder: whose own it is, or whose shared one."""
        for place in places:
            for folder in dict.fromkeys((place.git_dir, place.common_dir)):
                self._places.setdefault(folder, []).append(place)

    def folders(self) -> set[str]:
        """Where git writes what tells of the trees; some of these need not be there."""
        places = {place for places in self._places.values() for place in places}
        return {folder for place in places for folder in _folders(place)}

    def meaning(self, path: str) -> Meaning | None:
        """What a change of this file or folder says; None when it is not git's own."""
        around = os.path.dirname(path)
        while around not in self._places:
            if around == os.path.dirname(around):
                return None
            around = os.path.dirname(around)
        inside = path[len(around) + 1 :]
        if inside.split("/")[0] == LINKED and around == self._own.common_dir:
            return OTHER_TREES
        places = self._places[around]
        linked = next((one for one in places if around == one.git_dir != one.common_dir), None)
        return self._of_linked(linked, inside) if linked else self._of_shared(around, inside)

    def _of_linked(self, place: TreePlace, inside: str) -> Meaning:
        """What a change in a linked working tree's own folder says."""
        if inside == "gitdir":
            return OTHER_TREES
        if inside == "FETCH_HEAD":
            return _of(self._places[place.common_dir])
        return _of([place] if _is_own(inside) or inside == f"{INFO}/sparse-checkout" else [])

    def _of_shared(self, folder: str, inside: str) -> Meaning:
        """What a change in a folder says that belongs to a main working tree and to all of them."""
        places = self._places[folder]
        if _is_own(inside):
            return _of(place for place in places if place.git_dir == folder)
        if self._is_branch(inside):
            return _of(places, {GIT} if os.path.isdir(os.path.join(folder, inside)) else ())
        if inside in COMMON_FILES:
            return _of(places)
        above, name = os.path.split(inside)
        if above == INFO and name in RULES:
            return _of(places, [place.top for place in places])
        return Meaning()

    def _is_branch(self, inside: str) -> bool:
        """Whether a path in git's shared folder is a branch that may say something of a tree."""
        ref = inside.startswith("refs/") and not inside.endswith(".lock")
        return ref and inside not in self._quiet


def _is_own(inside: str) -> bool:
    """Whether a path in git's own folder of a tree, or of its submodule, says where it stands."""
    of_submodule = inside.startswith(f"{SUBMODULES}/") and os.path.basename(inside) in OWN_FILES
    return inside in OWN_FILES or of_submodule


def _of(places: Iterable[TreePlace], stale: Iterable[str] = ()) -> Meaning:
    return Meaning(frozenset(tree(place.top) for place in places), frozenset(stale))


def _folders(place: TreePlace) -> Iterator[str]:
    own, common = place.git_dir, place.common_dir
    refs, linked = os.path.join(common, "refs"), os.path.join(common, LINKED)
    yield from (own, common, os.path.join(own, INFO), os.path.join(common, INFO), refs, linked)
    yield from (os.path.join(linked, name) for name in _names(linked))
    for kind in BRANCHES:
        yield from (folder for folder, _, _ in os.walk(os.path.join(refs, kind)))
    for folder, _, names in os.walk(os.path.join(own, SUBMODULES)):
        if "HEAD" in names:
            yield folder


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []  # no tree is linked
