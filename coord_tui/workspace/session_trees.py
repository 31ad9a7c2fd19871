"""Finds the working tree that the plan gives to each session, and says which are not there."""

from __future__ import annotations

from os.path import join, realpath
from typing import NamedTuple

from coord_tui.adapters.worktree_list import Listing, TreePlace
from coord_tui.core.plan import Plan
from coord_tui.core.radar import Missing


class SessionTree(NamedTuple):
    """A session with the working tree that the plan gives to it."""

    session: str
    folder: str
    """As it stands in the plan."""
    place: TreePlace | None = None
    """None when no working tree of this project is there."""
    strange: bool = False
    """Whether a repository of another project is there."""


def session_trees(plan: Plan, found: Listing) -> tuple[SessionTree, ...]:
    """The sessions to which the plan gives a working tree, in its order."""
    where = {name: place for place in found.places for name in place.named}
    return tuple(
        SessionTree(one.name, one.worktree, place, place is None and _strange(one.worktree, found))
        for one in plan.sessions
        if one.worktree
        for place in (where.get(one.worktree),)
    )


def missing(plan: Plan, found: Listing) -> tuple[Missing, ...]:
    """Those of the trees that nobody can look at."""
    trees = session_trees(plan, found)
    return tuple(Missing(one.session, one.folder, one.strange) for one in trees if not one.place)


def _strange(folder: str, found: Listing) -> bool:
    bases = [place.top for place in found.places if not place.elsewhere]
    return "\0" not in folder and any(
        realpath(join(base, folder)) in found.strange for base in bases
    )
