"""Lists the working trees to look at: those of the clone, and those that a plan names elsewhere.

A plan comes with a clone, from whoever wrote it: what it names counts only where git itself keeps a
repository, and one of the same project; never what is tracked. A tree that is not there, cannot be
opened or has no files of its own is simply not listed.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from os.path import basename, dirname, isfile, join, lexists, realpath
from typing import NamedTuple

from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.errors import CoordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git

DOT_GIT = ".git"
UNTOUCHED = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}")
"""Settings with which git starts nothing in another's clone of its own accord."""


class TreePlace(NamedTuple):
    """Where a working tree and its repository are; absolute paths, without symbolic links."""

    top: str
    git_dir: str
    """Git's own folder of this working tree."""
    common_dir: str
    """Git's folder that all working trees of its clone share."""
    elsewhere: bool = False
    """Whether it belongs to another clone than the reader's."""
    named: tuple[str, ...] = ()
    """The names among those asked for that mean this tree, as they were given."""


class Listing(NamedTuple):
    """The working trees there are, and where others may come."""

    places: tuple[TreePlace, ...]
    """The reader's own first."""
    awaited: tuple[str, ...] = ()
    """Folders that a plan names and in which no such working tree is, absolute."""
    strange: tuple[str, ...] = ()
    """Those of them that hold a repository, but of another project."""


def list_trees(git: "Git", layout: Layout, named: Iterable[str]) -> tuple[TreePlace, ...]:
    """The reader's own working tree, the others of its clone, then those that are `named`.

    Each comes once. Raises EnvironmentFailed: git failed.
    """
    return listing(git, layout, named).places


def listing(git: "Git", layout: Layout, named: Iterable[str]) -> Listing:
    """The same, with the named folders in which no working tree of this project is."""
    own = own_place(layout)
    found = {own.top: own}
    for top in _listed(git):
        place = _place_at(top)
        if place and place.common_dir == own.common_dir:
            found.setdefault(place.top, place)
    bases = _bases(own, found.values())
    tops = tuple(found)
    awaited, strange = list[str](), list[str]()
    for name in dict.fromkeys(filter(None, named)):
        folders = [realpath(join(base, name)) for base in bases if "\0" not in name]
        places = list(_repositories(folders, tops))
        place = next((one for one in places if _is_of(own, one)), None)
        if place is None:
            awaited += folders[:1]
            strange += [one.top for one in places[:1]]
            continue
        elsewhere = place.common_dir != own.common_dir
        known = found.setdefault(place.top, place._replace(elsewhere=elsewhere))
        found[place.top] = known._replace(named=(*known.named, name))
    return Listing(tuple(found.values()), tuple(awaited), tuple(strange))


def own_place(layout: Layout) -> TreePlace:
    """The reader's own working tree."""
    return TreePlace(layout.top, layout.git_dir, layout.common_dir)


def git_in(place: TreePlace) -> "Git":
    """Git in a working tree, told where the repository is, lest it take one around it.

    In another clone it starts no hook and no file monitor: nobody called git there.
    """
    from coord_tui.adapters.git import Git

    git = Git(place.top, place.git_dir)
    return git.configured(*UNTOUCHED) if place.elsewhere else git


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


def _bases(own: TreePlace, trees: Iterable[TreePlace]) -> tuple[str, ...]:
    """The folders that a name is relative to: the main working tree, then the reader's own.

    Where no main tree is: the folder that holds the clone's `.git`.
    """
    main = [place.top for place in trees if place.git_dir == place.common_dir]
    if not main and basename(own.common_dir) == DOT_GIT:
        main = [dirname(own.common_dir)]
    return tuple(dict.fromkeys((*main, own.top)))


def _repositories(folders: Iterable[str], tops: Collection[str]) -> Iterator[TreePlace]:
    """The working trees with their top in these folders; inside the `tops` there are no others.

    What lies inside a tree of the clone came with it, or is for its `git worktree list` to tell.
    """
    for folder in folders:
        inside = any(folder.startswith(join(top, "")) for top in tops)
        if (folder in tops or not inside) and (place := _place_at(folder)):
            yield place


def _is_of(own: TreePlace, place: TreePlace) -> bool:
    """Whether a tree is one of the reader's clone, or of another clone of the same project."""
    if place.common_dir == own.common_dir:
        return True
    from coord_tui.adapters.same_project import same_project  # few plans name other clones

    return same_project(own, place)


def _place_at(top: str) -> TreePlace | None:
    """The working tree whose top folder that is.

    It has a `.git` of its own, which git never tracks: what comes with a clone is no repository,
    whatever else of one it holds, and runs none of the commands that its configuration names.
    """
    dot_git = join(top, DOT_GIT)
    if not isfile(dot_git) and not lexists(join(dot_git, "HEAD")):
        return None
    try:
        layout = find_layout(top)
    except (CoordError, OSError):
        return None
    if layout.top != realpath(top):
        return None
    return TreePlace(layout.top, layout.git_dir, layout.common_dir)
