"""At which step of its protocol a shared file is for a session, and which command comes next.

free → announced → pulled → edited → pushed → told. A step that was passed over is named, and
nothing is refused for it: what may be done is for the rules and the guard to say.
"""

from typing import Literal, NamedTuple

from coord_tui.core import keeping
from coord_tui.core.board import Board, Hold, age
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import parse
from coord_tui.core.standing import lacking
from coord_tui.core.state import Pushed
from coord_tui.core.times import exact
from coord_tui.core.tree import Worktree

Step = Literal["free", "announced", "pulled", "edited", "pushed", "told"]
STEPS: tuple[Step, ...] = ("free", "announced", "pulled", "edited", "pushed", "told")
"""In their order."""
SHARED = "shared"
"""The kind of file that has this protocol."""
CONFLICT = "conflict"
"""By which a file is stopped that git could not merge, whatever git is in the middle of."""


class Progress(NamedTuple):
    """How far a session is with one shared file."""

    path: str
    session: str
    step: Step
    next: str = ""
    """The command of the next step: `announce`, `pull`, `edit` (an editor's), `finish`; or none."""
    skipped: tuple[Step, ...] = ()
    """Steps that an edit passed over, in their order: `announced`, `pulled`."""
    committed: bool = False
    """Whether the edit is committed: the push is missing, and the word."""
    stopped: str = ""
    """`merge` and the like, or `conflict`: what must be over before the next step."""


def progress(path: str, session: str, tree: Worktree | None, board: Board) -> Progress:
    """How far the session is with the file; `tree` is its worktree, None when that is not seen."""
    return Protocol(board).of(path, session, tree)


def underway(
    board: Board, ownership: Ownership, trees: tuple[Worktree, ...]
) -> tuple[Progress, ...]:
    """Every shared file that is not free, for every session; by path, the reader first."""
    protocol, places = Protocol(board), _places(board, trees)
    names = (board.me, *(one.session.name for one in board.sessions))
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(names))}
    found = (
        protocol.of(path, session, tree)
        for (session, path), tree in places.items()
        if session in ranks and ownership.owner_of(path).kind == SHARED
    )
    not_free = [one for one in found if one.step != "free"]
    return tuple(sorted(not_free, key=lambda one: (one.path, ranks[one.session])))


def _places(board: Board, trees: tuple[Worktree, ...]) -> dict[tuple[str, str], Worktree | None]:
    """What each session may have under way, with the tree of its that shows it best."""
    first: dict[str, Worktree] = {}
    found: dict[tuple[str, str], Worktree | None] = {}
    for tree in trees:
        first.setdefault(tree.session, tree)
        for path in worked_on(tree) if tree.session else ():
            found.setdefault((tree.session, path), tree)
    named = [(hold.reservation.session, hold.reservation.shown) for hold in board.holds]
    told = [(push.session, push.path) for push in board.pushed]
    for session, path in (*named, *told):
        found.setdefault((session, path), first.get(session))
    return found


def worked_on(tree: Worktree) -> list[str]:
    """What was edited in a tree and not told yet: on disk, in commits of its own, or pushed."""
    changed = [path for one in tree.changes for path in (one.path, one.origin) if path]
    committed = [path for one in tree.unpushed for path in one.paths]
    return [*changed, *committed, *(one.path for one in tree.landed)]


class Protocol:
    """The protocol as one board tells it, for any number of files."""

    def __init__(self, board: Board) -> None:
        self._news = board.plan.reservations.expire_after
        self._board = board
        spoken = [hold for hold in board.holds if keeping.speaks(hold.reservation, SHARED)]
        self._holds = [(hold, parse(hold.reservation.pattern)) for hold in spoken]
        self._pushed = {push.path: push for push in board.pushed}
        self._seen: dict[int, _Edits] = {}

    def of(self, path: str, session: str, tree: Worktree | None) -> Progress:
        """As `progress`."""
        taking = [hold for hold, pattern in self._holds if pattern.match(path)]
        last, edits = self._pushed.get(path), self._edits(tree)
        file = _File(
            path,
            tree,
            dirty=path in edits.dirty,
            committed=path in edits.committed,
            torn=path in edits.torn,
            own=next((hold for hold in taking if hold.reservation.session == session), None),
            kept_out=any(keeping.keeps_out(h.reservation, session, SHARED) for h in taking),
            lacks=tree is not None and lacking(last, session, tree.to_pull) is not None,
            told=last is not None and last.session == session and self._is_news(last),
        )
        pushes = file.committed and not file.dirty
        return Progress(path, session, file.step, file.next, file.skipped, pushes, file.stopped)

    def _edits(self, tree: Worktree | None) -> "_Edits":
        """What is edited in a tree, found once: there may be thousands of files in it."""
        if tree is None:
            return _Edits()
        if id(tree) not in self._seen:
            paths = (path for one in tree.changes for path in (one.path, one.origin))
            committed = (path for one in tree.unpushed for path in one.paths)
            torn = (change.path for change in tree.changes if change.state == "U")
            found = _Edits(tree, frozenset(paths), frozenset(committed), frozenset(torn))
            self._seen[id(tree)] = found
        return self._seen[id(tree)]

    def _is_news(self, push: Pushed) -> bool:
        """Whether a push is worth a word still: for as long as an announcement would hold."""
        return age(self._board, push.at) < self._news


class _Edits(NamedTuple):
    """The paths that are changed in a tree, and those in commits that no remote has."""

    tree: Worktree | None = None
    """Kept, so that no other tree takes its place in memory meanwhile."""
    dirty: frozenset[str] = frozenset()
    committed: frozenset[str] = frozenset()
    torn: frozenset[str] = frozenset()
    """The paths that are in conflict."""


class _File(NamedTuple):
    """What is known of one file for one session."""

    path: str
    tree: Worktree | None
    dirty: bool
    """Whether it is changed and not committed."""
    committed: bool
    """Whether a commit changes it that no remote has."""
    torn: bool
    """Whether it is in conflict."""
    own: Hold | None
    """The session's own announcement or reservation."""
    kept_out: bool
    """Whether another's keeps the session out."""
    lacks: bool
    """Whether another pushed the file, and the tree does not have that yet."""
    told: bool
    """Whether the session itself pushed it last, lately."""

    @property
    def step(self) -> Step:
        if self.dirty or self.committed:
            return "edited"
        if self.tree and any(one.path == self.path for one in self.tree.landed):
            return "pushed"
        if self.own:
            return "pulled" if self.tree and self._pulled else "announced"
        return "told" if self.told and not self.kept_out else "free"

    @property
    def next(self) -> str:
        """The command that comes next; none when another's announcement keeps the session out."""
        match self.step:
            case "announced" | "edited" if self.stopped:
                return ""
            case "free" if self.lacks and not self.kept_out:
                return "pull"
            case "free" | "edited" if not self.own:
                return "" if self.kept_out else "announce"
            case "announced":
                return "pull"
            case "pulled":
                return "edit"
            case "edited" if self.lacks and not self.dirty:
                return "pull"  # at an edit that is not committed a pull would only stop
            case "edited" | "pushed":
                return "finish"
        return ""

    @property
    def stopped(self) -> str:
        """What git is in the middle of: nothing can be pulled or finished before that."""
        waits = self.step in ("announced", "edited")
        if self.tree is None or self.own is None or not waits:
            return ""
        return CONFLICT if self.torn else self.tree.operation

    @property
    def skipped(self) -> tuple[Step, ...]:
        if self.step != "edited":
            return ()
        done: dict[Step, bool] = {"announced": self.own is not None, "pulled": self._asked}
        return tuple(step for step, was in done.items() if not was)

    @property
    def _asked(self) -> bool:
        """Whether the upstream was asked since the announcement, and no push of the file lacks.

        What else came there since says nothing of this edit.
        """
        if self.tree is None or self.lacks:
            return False
        branch = self.tree.branch
        own = self.own.reservation if self.own else None
        announced = exact(own.at, own.id) if own else 0.0
        return not branch.upstream or branch.gone or branch.fetched >= announced

    @property
    def _pulled(self) -> bool:
        """Whether the tree has all that its upstream had when the file was announced, or later."""
        return self._asked and self.tree is not None and self.tree.branch.behind == 0
