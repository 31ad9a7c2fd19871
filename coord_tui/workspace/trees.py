"""Keeps what was last read of each working tree, and reads again only what changed in it.

What fails in another's tree is said there and tried again; it never keeps the reader's own away.
"""

import os
from time import monotonic
from typing import TYPE_CHECKING

from coord_tui.adapters.git import Git, GitFailed
from coord_tui.adapters.git_status import read_paths, read_worktree
from coord_tui.adapters.worktree_list import Listing, TreePlace, git_in, listing, own_place
from coord_tui.core.changed import TREES, Changed, tree
from coord_tui.core.partial_status import joined, worth_asking
from coord_tui.core.tree import Worktree
from coord_tui.errors import CoordError
from coord_tui.workspace.tree_facts import TreeFacts

if TYPE_CHECKING:
    from coord_tui.core.board import Board
    from coord_tui.core.plan import Plan
    from coord_tui.workspace.workspace import Workspace

PATIENCE = 10.0
"""Seconds that git may take for a tree that is not the reader's own."""
AGAIN = 3
"""A tree that failed is left alone for so many times as long as its failing took."""


class Trees:
    """The working trees that a workspace looks at."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.places: tuple[TreePlace, ...] = (own_place(workspace.layout),)
        """Where the trees are, the reader's own first; before the first listing only that."""
        self._known: dict[str, Worktree] = {}
        self._named = named(workspace.plan)
        self._again: dict[str, float] = {}
        """From when on a tree that failed is read again."""
        self._facts = TreeFacts(workspace)

    def read(self, changed: Changed) -> tuple[Worktree, ...]:
        """The trees now, given what changed since the last reading.

        Raises EnvironmentFailed: git failed in the reader's own tree, or cannot list them.
        """
        if TREES in changed or self._named != named(self._workspace.plan):
            self.places = listed(self._workspace).places
            self._named = named(self._workspace.plan)
            changed |= {tree(place.top) for place in self.places}
        for place in self.places:
            self._look(place, changed)
        self.places = tuple(place for place in self.places if place.top in self._known)
        self._known = {place.top: self._known[place.top] for place in self.places}
        return tuple(self._known.values())

    def with_facts(self, board: "Board") -> tuple[Worktree, ...]:
        """What was last read, with what else git and the channel say of each tree now.

        Raises EnvironmentFailed: git failed in the reader's own tree.
        """
        return tuple(self._with_facts(place, board) for place in self.places)

    def _with_facts(self, place: TreePlace, board: "Board") -> Worktree:
        known = self._known[place.top]
        try:
            return self._facts.of(known, place, board)
        except CoordError as error:
            if self._is_own(place):
                raise
            return known._replace(problem=known.problem or str(error))

    def _look(self, place: TreePlace, changed: Changed) -> None:
        known = self._known.get(place.top)
        whole = known is None or known.problem != "" or tree(place.top) in changed
        paths = [one.path for one in changed if one.kind == "file" and one.tree == place.top]
        began = monotonic()
        if not (whole or paths) or began < self._again.get(place.top, 0):
            return
        try:
            self._known[place.top] = self._read(place, None if whole else known, paths)
            self._again.pop(place.top, None)
        except CoordError as error:
            if self._is_own(place):
                raise
            self._failed(place, str(error), monotonic() - began)

    def _read(self, place: TreePlace, known: Worktree | None, paths: list[str]) -> Worktree:
        git = git_in(place)
        git = git if self._is_own(place) else git.within(PATIENCE)
        if found := partly_read(git, place, known, paths) if known else None:
            return found
        return read_worktree(git, place.top, place.git_dir)._replace(elsewhere=place.elsewhere)

    def _failed(self, place: TreePlace, problem: str, took: float) -> None:
        if not os.path.isdir(place.top) or not os.path.isdir(place.git_dir):
            self._known.pop(place.top, None)
            return
        known = self._known.get(place.top) or Worktree(place.top, elsewhere=place.elsewhere)
        self._known[place.top] = known._replace(problem=problem)
        self._again[place.top] = monotonic() + AGAIN * took

    def _is_own(self, place: TreePlace) -> bool:
        return place.top == self._workspace.layout.top


def listed(workspace: "Workspace", plan: "Plan | None" = None) -> Listing:
    """The working trees to look at, by that plan or else the workspace's own.

    Raises EnvironmentFailed: git failed.
    """
    return listing(workspace.git, workspace.layout, named(plan or workspace.plan))


def named(plan: "Plan") -> tuple[str, ...]:
    """The working trees that the plan gives to sessions, as they stand there."""
    return tuple(session.worktree for session in plan.sessions if session.worktree)


def partly_read(git: Git, place: TreePlace, known: Worktree, paths: list[str]) -> Worktree | None:
    """The tree now, git being asked about those paths only; None when that will not do."""
    asked = worth_asking(paths, known.changes)
    if asked is None or any(_in_another(place.top, path) for path in asked):
        return None
    try:
        changes = joined(known.changes, asked, read_paths(git, asked))
    except GitFailed:
        return None
    return None if changes is None else known._replace(changes=changes)


def _in_another(top: str, path: str) -> bool:
    """Whether the path lies in a repository inside this one."""
    folder = path.rpartition("/")[0]
    while folder:
        if os.path.lexists(os.path.join(top, folder, ".git")):
            return True
        folder = folder.rpartition("/")[0]
    return False
