"""The facts of working trees beside their status: who works there, what waits to be pushed or told.

Git is asked only for what may have changed: each fact is kept with what it depends on. A fact that
git cannot tell stays as it was, is complained of once, and takes no other fact along.
"""

import os
from collections.abc import Iterator
from os.path import join
from typing import TYPE_CHECKING

from coord_tui.adapters.branch_facts import astray, in_both, lacking, unpushed, upstream_commit
from coord_tui.adapters.commit_log import log
from coord_tui.adapters.conflict_sides import brought, other_side
from coord_tui.adapters.fetched import fetches_stamp, learned, refs_stamp, stamp
from coord_tui.adapters.settings import Settings
from coord_tui.adapters.taken_back import on_no_remote
from coord_tui.adapters.worktree_list import TreePlace, git_in
from coord_tui.core.board import Board
from coord_tui.core.commits import Announced, Commit, announced_by, conflict, landed, session_of
from coord_tui.core.plan import Session
from coord_tui.core.times import seconds_of
from coord_tui.core.tree import Branch, Conflict, Landed, Unpushed, Worktree
from coord_tui.workspace.kept_fact import Kept
from coord_tui.workspace.tree_session import session_of_tree

if TYPE_CHECKING:
    from coord_tui.workspace.workspace import Workspace

SECONDS = 5.0
"""How long git may take for one fact: the screen shows nothing new while it does."""
SKEW = 60.0
"""By how much later than a push was told a fetch must be, to know of it: clocks differ."""
MOST_FILES = 500
"""Changed files, the first by path, of which it is asked how long they have waited."""


class TreeFacts:
    """The facts of all the working trees that one session looks at."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._known: dict[TreePlace, _Facts] = {}

    def of(self, tree: Worktree, place: TreePlace, board: Board) -> Worktree:
        """The tree with its session, and with what is known of its branch and its files.

        Starts no git when nothing changed since it was last asked about this tree.
        """
        if (known := self._known.get(place)) is None:
            known = self._known[place] = _Facts(self._workspace, place)
        session = session_of_tree(place, self._workspace.layout, board)
        return known.of(tree._replace(session=session), board)


class _Facts:
    """The facts of one working tree."""

    def __init__(self, workspace: "Workspace", place: TreePlace) -> None:
        own = place.top == workspace.layout.top
        self._git = (workspace.git if own else git_in(place)).within(SECONDS)
        self._settings = workspace.settings if own else Settings(self._git)
        self._place = place
        self._last: Worktree | None = None

        def tell(why: str) -> None:
            if os.path.isdir(place.git_dir):  # else there is no tree any more to tell of
                workspace.tell(f"{place.top}: {why}")

        self._upstream = Kept("", tell)
        self._fetched = Kept(("", 0.0), tell)
        self._unpushed: Kept[tuple[Unpushed, ...]] = Kept((), tell)
        self._lacks: Kept[frozenset[str]] = Kept(frozenset(), tell)
        self._astray: Kept[frozenset[str]] = Kept(frozenset(), tell)
        self._landed: Kept[tuple[Landed, ...]] = Kept((), tell)
        self._brought: Kept[dict[str, Commit]] = Kept({}, tell)

    def of(self, tree: Worktree, board: Board) -> Worktree:
        """The tree with its facts; with those it had when it could not be read."""
        self._last = self._as_before(tree) if tree.problem else self._asked(tree, board)
        return self._last

    def _as_before(self, tree: Worktree) -> Worktree:
        last = self._last or tree
        return last._replace(session=tree.session, problem=tree.problem)

    def _asked(self, tree: Worktree, board: Board) -> Worktree:
        tracks = "" if tree.branch.gone else tree.branch.upstream
        mark = refs_stamp(self._place.common_dir, tracks)
        upstream = self._upstream_of(tree.branch, tracks, mark)
        marks = mark, fetches_stamp(self._place.common_dir)
        fetched = self._fetched_at(tracks, upstream, marks)
        tree = tree._replace(branch=tree.branch._replace(fetched=fetched))
        lacks = self._lacks_of(tree, upstream, marks, board)
        return tree._replace(
            oldest=_oldest(tree),
            unpushed=self._unpushed_of(tree.branch, upstream, mark),
            lacks=lacks,
            astray=self._astray_of(upstream, lacks, marks),
            landed=self._landed_of(tree, upstream, board),
            conflicts=self._conflicts_of(tree, board),
        )

    def _upstream_of(self, branch: Branch, tracks: str, mark: object) -> str:
        if tracks and not branch.ahead and not branch.behind:
            return branch.head
        key = (branch.name, tracks, branch.ahead, branch.behind, mark)
        return self._upstream.get(key, lambda: upstream_commit(self._git) if tracks else "")

    def _fetched_at(self, tracks: str, upstream: str, marks: object) -> float:
        """What was learned stays known, though a later fetch leaves no trace of this upstream."""
        common_dir = self._place.common_dir

        def find() -> tuple[str, float]:
            known, before = self._fetched.value
            found = learned(common_dir, tracks, upstream)
            return tracks, max(found, before if known == tracks else 0.0)

        return self._fetched.get((tracks, upstream, marks), find)[1]

    def _unpushed_of(self, branch: Branch, upstream: str, mark: object) -> tuple[Unpushed, ...]:
        if not branch.head or (upstream and not branch.ahead):
            return ()

        def find() -> tuple[Unpushed, ...]:
            found = unpushed(self._git, branch.head, upstream)
            return tuple(Unpushed(one.id, one.subject, one.paths) for one in found)

        return self._unpushed.get((branch.head, upstream or mark), find)

    def _lacks_of(
        self, tree: Worktree, upstream: str, marks: object, board: Board
    ) -> frozenset[str]:
        others = (one for one in board.pushed if one.session != tree.session or not tree.session)
        told, branch = {one.commit: seconds_of(one.at) for one in others}, tree.branch
        if not told:
            return frozenset()
        common_dir = self._place.common_dir
        # with all that the upstream has, what it lost since it was told of cannot be pulled
        asked = branch.fetched - SKEW if upstream and not branch.behind else 0.0

        def find() -> frozenset[str]:
            found = lacking(self._git, branch.head, told, common_dir)
            pulled = [name for name in found if told[name] < asked]
            return found - on_no_remote(self._git, pulled) if pulled else found

        shallow = stamp(join(common_dir, "shallow"))
        key = (branch.head, asked, marks, shallow, frozenset(told.items()))
        return self._lacks.get(key, find)

    def _astray_of(self, upstream: str, lacks: frozenset[str], marks: object) -> frozenset[str]:
        if not lacks:
            return lacks
        key = (upstream, lacks, marks)
        return self._astray.get(key, lambda: astray(self._git, upstream, lacks))

    def _landed_of(self, tree: Worktree, upstream: str, board: Board) -> tuple[Landed, ...]:
        announced = announced_by(tree.session, board)
        if not announced or not tree.branch.head or not upstream:
            return ()

        def find() -> tuple[Landed, ...]:
            commits = list(self._shared_since(tree, upstream, announced, board))
            return tuple(landed(announced, commits, board.pushed))

        key = (tree.branch.head, upstream, tree.session, announced, board.pushed, _sessions(board))
        return self._landed.get(key, find)

    def _shared_since(
        self, tree: Worktree, upstream: str, announced: tuple[Announced, ...], board: Board
    ) -> Iterator[Commit]:
        """The commits of both sides since the first announcement that the tree's session made.

        One that names no session is its own only with the email that commits here.
        """
        branch = tree.branch
        tips: tuple[str, ...] = (upstream if branch.ahead else branch.head,)
        if branch.ahead and branch.behind:
            tips = in_both(self._git, branch.head, upstream)
        since = min(one.at for one in announced)
        for commit in log(self._git, *tips, since=since) if tips else ():
            session = session_of(commit, _sessions(board))
            if session == tree.session or (not session and self._is_by_hand_here(commit)):
                yield commit

    def _is_by_hand_here(self, commit: Commit) -> bool:
        """Whether the commit was made with the email that this clone's git commits with."""
        own = self._settings.email.lower()
        return bool(own) and own in (email.lower() for email in commit.emails[-1:])

    def _conflicts_of(self, tree: Worktree, board: Board) -> tuple[Conflict, ...]:
        paths = tuple(change.path for change in tree.changes if change.state == "U")
        if not paths:
            return ()
        side = other_side(self._place.git_dir, tree.operation, tree.branch.head)
        found = self._brought.get((side, paths), lambda: brought(self._git, side, paths))
        return tuple(conflict(path, found.get(path), _sessions(board)) for path in paths)


def _sessions(board: Board) -> tuple[Session, ...]:
    return tuple(one.session for one in board.sessions)


def _oldest(tree: Worktree) -> float:
    """When the uncommitted file was written that has waited longest; 0 when none is there."""
    return min(_written(tree), default=0.0)


def _written(tree: Worktree) -> Iterator[float]:
    for change in tree.changes[:MOST_FILES]:
        if change.path.endswith("/"):
            continue  # another repository: its files wait for its own commits
        try:
            yield os.lstat(join(tree.path, change.path)).st_mtime
        except OSError:
            continue  # deleted
