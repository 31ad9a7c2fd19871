"""Chooses what the conflict radar compares: working trees, and the branches at work beside them."""

from collections.abc import Container, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from coord_tui.core.commits import Commit, session_of
from coord_tui.core.plan import Plan
from coord_tui.core.radar import Pair, Place, Radar, State
from coord_tui.core.radar_merges import Verdict
from coord_tui.core.tree import Worktree

UNSTABLE = "it changed while it was compared"
MOST = 20
"""Branches that are compared, beside the working trees: the newest."""
ASKED = 60
"""Branches of which it is asked whether others contain them."""

LOCAL, REMOTE = "refs/heads/", "refs/remotes/"
ORDER: dict[State, int] = {"conflict": 0, "unstable": 1, "unknown": 2, "clean": 3}


class Tip(NamedTuple):
    """The last commit of a branch."""

    ref: str
    commit: str
    at: float
    """When it was committed, in seconds since the epoch."""
    email: str = ""
    """Of its author."""

    @property
    def name(self) -> str:
        """The branch as git shortens it."""
        return self.ref.removeprefix(LOCAL).removeprefix(REMOTE)


def at_work(
    tips: Iterable[Tip],
    trees: Sequence[Worktree],
    plan: Plan,
    now: float,
    rebased: Iterable[str] = (),
) -> tuple[Tip, ...]:
    """The branches that may have something to merge, the newest first; each commit once.

    Left out: the channel's, those that a working tree is on or rebases, those where a working tree
    stands, and those whose last commit is too old.
    """
    since = now - plan.branches.active
    taken = {tree.branch.head for tree in trees}
    own = {tree.branch.name for tree in trees if not tree.elsewhere}.union(rebased)
    found: dict[str, Tip] = {}
    for tip in sorted(tips, key=lambda tip: (-tip.at, not tip.ref.startswith(LOCAL), tip.ref)):
        ours = tip.ref.startswith(LOCAL)
        name = tip.name if ours else tip.name.partition("/")[2]
        here = (ours and name in own) or tip.commit in taken
        if tip.at >= since and not here and name not in (plan.channel.branch, "HEAD"):
            found.setdefault(tip.commit, tip)
    return tuple(found.values())


def branch_places(tips: Iterable[Tip], plan: Plan) -> tuple[Place, ...]:
    """The branches as places, each with the session whose email its last commit has."""
    found = ((tip, Commit(tip.commit, tip.at, (tip.email,))) for tip in tips)
    return tuple(
        Place(
            tip.name,
            session=session_of(commit, plan.sessions),
            commit=tip.commit,
            remote=tip.ref.startswith(REMOTE),
        )
        for tip, commit in found
    )


def tree_place(tree: Worktree) -> Place:
    """A working tree as a place, before its uncommitted changes were looked at."""
    branch = tree.branch
    place = Place(
        branch.name or branch.head[:9],
        session=tree.session,
        worktree=tree.path,
        changed=len(tree.changes),
        commit=branch.head,
    )
    why = _unreadable(tree)
    return place._replace(doubt="unknown", reason=why) if why else place


def _unreadable(tree: Worktree) -> str:
    """Why nothing can be said of a working tree; empty when it can be looked at."""
    if tree.problem:
        return tree.problem
    conflicts = sum(1 for change in tree.changes if change.state == "U")
    if not conflicts:
        return ""
    files = "file is" if conflicts == 1 else "files are"
    return f"mid-{tree.operation or 'merge'}: {conflicts} {files} in conflict already"


def combined(places: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Every two places, the first of which stands first."""
    return list(combinations(places, 2))


def doubtful(one: Place, other: Place) -> Pair | None:
    """The pair, if nothing can be said of one of its places."""
    doubts = [place for place in (one, other) if place.doubt != "clean"]
    if not doubts:
        return None
    state: State = "unstable" if any(p.doubt == "unstable" for p in doubts) else "unknown"
    reasons = dict.fromkeys(f"{place.name}: {place.reason}" for place in doubts)
    return Pair(one, other, state, reason="; ".join(reasons))


def judged(one: Place, other: Place, verdict: Verdict | None) -> Pair:
    """The pair, given what git says of merging its commits; without that, it said nothing."""
    if pair := doubtful(one, other):
        return pair
    if one.commit == other.commit:
        return Pair(one, other, "clean")
    found = verdict or Verdict("unknown", reason="git was not asked")
    return Pair(one, other, found.state, found.paths, found.reason, found.kinds)


class Repeat(NamedTuple):
    """A pair with a branch that may say no more than one with a working tree does.

    It does not if the branch contains the tree's HEAD, and that alone clashes in the same files.
    """

    pair: Pair
    branch: str
    head: str
    beside: str
    """The commits: of the branch, the tree's HEAD, and of what both clash with."""


def repeats(pairs: Iterable[Pair], trees: Iterable[Worktree]) -> tuple[Repeat, ...]:
    """The pairs with a branch that clash in no other files than one with a working tree does."""
    clashes = [pair for pair in pairs if pair.state == "conflict"]
    heads = {tree.path: tree.branch.head for tree in trees}
    with_trees: dict[Place, list[Pair]] = {}
    for pair in clashes:
        for tree, beside in ((pair.one, pair.other), (pair.other, pair.one)):
            if tree.worktree:
                with_trees.setdefault(beside, []).append(pair)
    return tuple(
        Repeat(pair, branch.commit, heads[tree.worktree], beside.commit)
        for pair in clashes
        for branch, beside in ((pair.one, pair.other), (pair.other, pair.one))
        if not branch.worktree
        for same in with_trees.get(beside, ())
        if same is not pair and set(pair.paths) <= set(same.paths)
        for tree in (same.other if same.one == beside else same.one,)
        if heads.get(tree.worktree)
    )


def shaken(radar: Radar, moved: Container[str]) -> Radar:
    """The same look, when the working trees at these paths have changed since it began."""
    pairs = [_shaken(pair, moved) for pair in radar.pairs]
    if pairs != list(radar.pairs):  # a pair that says the same may be in doubt by now
        pairs = [pair._replace(again=False) for pair in pairs]
    return radar._replace(pairs=in_order(pairs))


def _shaken(pair: Pair, moved: Container[str]) -> Pair:
    one, other = (
        place._replace(doubt="unstable", reason=UNSTABLE)
        if place.worktree and place.worktree in moved
        else place
        for place in (pair.one, pair.other)
    )
    return doubtful(one, other) or pair


def in_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Those in conflict first, then the doubtful ones, then the clean ones; else as they came."""
    return tuple(sorted(pairs, key=lambda pair: ORDER[pair.state]))
