"""Which folders tell of the working trees, the plan and the channel, and what a change there means.

Of a working tree those that git does not ignore: a build that writes thousands of ignored files
wakes nobody. A change belongs to the innermost tree.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from coord_tui.adapters.channel_file import CONTACT, WITHDRAWN
from coord_tui.adapters.git_traces import ALL, GIT, OTHER_TREES, GitTraces, Meaning
from coord_tui.adapters.odd_folders import MODIFIED, Seen, is_odd
from coord_tui.adapters.tracked import watched_folders
from coord_tui.adapters.worktree_list import Listing, TreePlace, git_in
from coord_tui.core.changed import CHANNEL, PLAN, Change, file, tree
from coord_tui.core.partial_status import among
from coord_tui.errors import EnvironmentFailed

DOT_GIT = ".git"
IGNORING = {".gitignore", DOT_GIT}
"""Names in a working tree that change which of its folders git ignores."""

CHANNEL_FILES = {CONTACT, WITHDRAWN}
PROGRAMS = "running"
"""The folder beside the channel in which the clone's running programs are listed."""


def folders_of(place: TreePlace) -> Iterable[str]:
    """The folders of a working tree that git does not ignore. Raises EnvironmentFailed."""
    return watched_folders(git_in(place), place.top)


class WatchRoots(NamedTuple):
    """What to watch; all paths absolute, without symbolic links, as git prints them."""

    trees: Callable[[], Listing]
    """Lists the working trees; called in a thread."""
    plan: str
    channel: str
    quiet: frozenset[str] = frozenset()
    """Branches that say nothing of the trees, like the channel's own: `refs/heads/…`."""
    folders: Callable[[TreePlace], Iterable[str]] = folders_of
    """Lists the folders of a tree; called in a thread."""


class Watched:
    """The folders to watch at a moment; never changed, but by `dead`."""

    def __init__(
        self, roots: WatchRoots, listing: Listing, inside: Mapping[str, frozenset[str]]
    ) -> None:
        self.places = listing.places
        self._roots, self._listing, self._inside = roots, listing, inside
        self._tops = {folder: top for top in sorted(inside, key=len) for folder in inside[top]}
        steps = {step for path in listing.awaited for step in _steps(path)}
        self._around = {os.path.dirname(path) for path in steps}
        beside = self._around | {os.path.dirname(path) for path in (roots.plan, roots.channel)}
        self._others = steps | {place.top for place in self.places}
        """What comes or goes with a working tree."""
        self._git = GitTraces(self.places, roots.quiet)
        self._wanted = {*self._tops, *beside, *self._git.folders(), self._programs}
        there = frozenset(filter(_readable, self._wanted))
        self.odd = frozenset(filter(is_odd, there))
        """Those of the folders that watchfiles cannot name."""
        self.folders = there - self.odd
        self._dead: set[str] = set()
        """Folders of these that went: if they are there again, nobody watches them."""

    @classmethod
    def listed(cls, roots: WatchRoots) -> "Watched":
        """All that there is now. Raises EnvironmentFailed: git failed."""
        listing = roots.trees()
        own, *others = listing.places
        inside = {own.top: frozenset(roots.folders(own))}
        inside.update((place.top, _try_folders(roots, place)) for place in others)
        return cls(roots, listing, inside)

    def anew(self, stale: frozenset[str]) -> "Watched":
        """The same with those trees listed again. Raises EnvironmentFailed: git failed."""
        if ALL in stale:
            return Watched.listed(self._roots)
        own = self.places[0]
        inside = dict(self._inside)
        for place in self.places:
            if place.top == own.top in stale:
                inside[own.top] = frozenset(self._roots.folders(own))
            elif place.top in stale:
                inside[place.top] = _try_folders(self._roots, place)
        return Watched(self._roots, self._listing, inside)

    def lacks(self, other: "Watched") -> frozenset[str]:
        """The folders of the other that nobody watches who began to watch these."""
        dead = frozenset(self._dead)
        return frozenset(
            path for path in other.folders if path not in self.folders or among(path, dead)
        )

    def unknown_below(self, folders: Iterable[str]) -> frozenset[str]:
        """The trees that have folders right below these which are not watched: new, or ignored.

        ALL if a tree that is awaited may have come meanwhile.
        """
        found = set()
        for folder in folders:
            if folder in self._tops:
                below = (entry.path for entry in _subfolders(folder))
                if not self.folders.issuperset(below):
                    found.add(self._tops[folder])
        return frozenset(found | ({ALL} if self._came_unseen() else set()))

    def _came_unseen(self) -> bool:
        """Whether an awaited tree, or a folder on the way to it, came before it was watched."""
        awaited = frozenset(self._listing.awaited).difference(self._listing.strange)
        there = any(os.path.lexists(_steps(path)[-1]) for path in awaited)
        return there or any(map(_readable, self._around - self.folders - self.odd))

    def meaning(self, seen: Seen) -> Meaning:
        """What changes on the disk say; folders of these that went are remembered."""
        changed: set[Change] = set()
        stale: set[str] = set()
        for kind, path in seen:
            if kind != MODIFIED and path in self._wanted:
                self._dead.add(path)
                stale.add(self._tops.get(path, GIT))
            if path == self._roots.plan:
                changed.add(PLAN)
                stale.add(ALL)  # it may name other trees
            said = self._said(kind, path)
            changed.update(said.changed)
            stale.update(said.stale)
        return Meaning(frozenset(changed), frozenset(stale))

    def _said(self, kind: int, path: str) -> Meaning:
        """What one change says."""
        if self._of_channel(path):
            return Meaning(frozenset({CHANNEL}))
        by_git = self._git.meaning(path)
        return self._said_by_tree(kind, path) if by_git is None else by_git

    def _said_by_tree(self, kind: int, path: str) -> Meaning:
        if kind == MODIFIED and path in self._wanted:
            return Meaning()  # a folder's own times and rights mean nothing
        folder, name = os.path.split(path)
        top = self._tops.get(folder)
        if path in self._others or (name == DOT_GIT and folder == top):
            return OTHER_TREES
        if top is None:
            return Meaning()
        anew = name in IGNORING or (path not in self.folders and os.path.isdir(path))
        said = tree(top) if name == DOT_GIT else file(top, path[len(top) + 1 :])
        return Meaning(frozenset({said}), frozenset({top} if anew else ()))

    def _of_channel(self, path: str) -> bool:
        """Whether it is the live channel, or tells of it: the remote, who lost, what runs."""
        folder, name = os.path.split(path)
        beside = folder == os.path.dirname(self._roots.channel) and name in CHANNEL_FILES
        return path == self._roots.channel or beside or folder == self._programs

    @property
    def _programs(self) -> str:
        return os.path.join(os.path.dirname(self._roots.channel), PROGRAMS)


def _try_folders(roots: WatchRoots, place: TreePlace) -> frozenset[str]:
    """The folders of a tree that is not the reader's own: if git fails there, only its top."""
    try:
        return frozenset(roots.folders(place))
    except EnvironmentFailed:
        return frozenset({place.top})


def _steps(path: str) -> tuple[str, ...]:
    """What comes into being, one after the other, when a repository is made there."""
    missing, above = list[str](), os.path.dirname(path)
    while not os.path.isdir(above) and above != os.path.dirname(above):
        missing.append(above)
        above = os.path.dirname(above)
    dot_git = os.path.join(path, DOT_GIT)
    files = (os.path.join(dot_git, name) for name in ("config", "HEAD"))
    return (*reversed(missing), path, dot_git, *files)


def _subfolders(folder: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return [e for e in entries if e.name != DOT_GIT and e.is_dir(follow_symlinks=False)]
    except OSError:
        return []  # gone, or never there: nothing is below it


def _readable(path: str) -> bool:
    return os.path.isdir(path) and os.access(path, os.R_OK)
