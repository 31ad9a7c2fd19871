"""Lists the working trees to look at: those of the clone, and those that a plan names elsewhere.

A tree that is not there, cannot be opened or has no files of its own is simply not listed.
"""

import os
from collections.abc import Iterable
from typing import NamedTuple

from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.errors import CoordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git


class TreePlace(NamedTuple):
    """Where a working tree and its repository are; absolute paths, without symbolic links."""

    top: str
    git_dir: str
    """Git's own folder of this working tree."""
    common_dir: str
    """Git's folder that all working trees of its clone share."""
    elsewhere: bool = False
    """Whether it belongs to another clone than the reader's."""


class Listing(NamedTuple):
    """The working trees there are, and where others may come."""

    places: tuple[TreePlace, ...]
    """The reader's own first."""
    awaited: tuple[str, ...] = ()
    """Folders that a plan names and in which no working tree is, absolute."""


def list_trees(git: "Git", layout: Layout, named: Iterable[str]) -> tuple[TreePlace, ...]:
    """The reader's own working tree, the others of its clone, then those that are `named`.

    Each comes once. Raises EnvironmentFailed: git failed.
    """
    return listing(git, layout, named).places


def listing(git: "Git", layout: Layout, named: Iterable[str]) -> Listing:
    """The same, with the named folders in which no working tree is."""
    own = own_place(layout)
    found = {own.top: own}
    for top in _listed(git):
        place = _place_at(top)
        if place and place.common_dir == own.common_dir:
            found.setdefault(place.top, place)
    main = (place.top for place in found.values() if place.git_dir == place.common_dir)
    bases = dict.fromkeys((*main, own.top))
    awaited = []
    for name in filter(None, named):
        folders = [os.path.realpath(os.path.join(base, name)) for base in bases if "\0" not in name]
        places = filter(None, map(_place_at, folders))
        if place := next(places, None):
            elsewhere = place.common_dir != own.common_dir
            found.setdefault(place.top, place._replace(elsewhere=elsewhere))
        else:
            awaited += folders[:1]
    return Listing(tuple(found.values()), tuple(awaited))


def own_place(layout: Layout) -> TreePlace:
    """The reader's own working tree."""
    return TreePlace(layout.top, layout.git_dir, layout.common_dir)


def parse_worktrees(output: bytes, end: str = "\0") -> list[str]:
    """The folders of `git worktree list --porcelain`, but for those without files of their own."""
    found = []
    for record in output.decode("utf-8", "surrogateescape").split(2 * end):
        lines = [line.partition(" ") for line in record.split(end)]
        said = {word: rest for word, _, rest in lines}
        if said.get("worktree") and "bare" not in said and "prunable" not in said:
            found.append(said["worktree"])
    return found


def _listed(git: "Git") -> list[str]:
    command = ("worktree", "list", "--porcelain")
    output = git.ask(*command, "-z")
    if output is not None:
        return parse_worktrees(output)
    return parse_worktrees(git.run(*command), "\n")  # git before 2.36 knows no -z


def _place_at(top: str) -> TreePlace | None:
    """The working tree whose top folder that is."""
    try:
        layout = find_layout(top)
    except (CoordError, OSError):
        return None
    if layout.top != os.path.realpath(top):
        return None
    return TreePlace(layout.top, layout.git_dir, layout.common_dir)
