"""Tells those concerned, once and on the channel, that someone edits what was not agreed.

An open screen sees the edits in all working trees. An edit must have stood for a moment, so that
who announces it right after, and who switches branches, disturbs nobody.
"""

from collections.abc import Callable
from threading import Timer

from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.core.board import Board
from coord_tui.core.notices import concerning, to_be_told
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.trespass import Trespass, trespasses
from coord_tui.errors import CoordError
from coord_tui.workspace.outcome import Draft
from coord_tui.workspace.tree_session import at_work_in
from coord_tui.workspace.workspace import Workspace

GRACE = 5.0
"""Seconds for which an edit stands before others are told."""
AGAIN = 60.0
"""Seconds after which what could not be written is tried again."""

Key = tuple[str, str]
"""The editor and the path."""


def _nothing() -> None:
    pass


class Noticing:
    """Looks at each reading of one open screen; called from one thread at a time."""

    def __init__(
        self,
        workspace: Workspace,
        then: Callable[[], object] = _nothing,
        again: Callable[[], object] = _nothing,
    ) -> None:
        """`then` is called after something was written, so that it is sent soon.

        `again` is called from another thread when another reading is due, because an edit will have
        stood for long enough.
        """
        self._workspace = workspace
        self._then, self._again = then, again
        self._since: dict[Key, float] = {}
        """When each trespass that is there was first seen."""
        self._told: dict[Key, float] = {}
        """Until when each need not be judged again."""
        self._layouts: dict[str, Layout] = {}
        self._timer: Timer | None = None
        self._stopped = False
        self._complaint = ""
        """What was said last of what went wrong."""

    def notice(self, snapshot: Snapshot) -> None:
        """Tell of the trespasses that have stood for a moment; never raises.

        An observer tells nothing. What goes wrong is said to the session itself.
        """
        if not self._workspace.me:
            return
        now, due = snapshot.board.now, list[Trespass]()
        try:
            due = self._due(snapshot, now)
            if due:
                self._tell(due, snapshot, now)
        except Exception as error:  # the screen goes on, and its session learns what failed
            self._put_off(due, now + AGAIN)
            name = "" if isinstance(error, CoordError) else f"{type(error).__name__}: "
            self._complain(f"{name}{error}")

    def stop(self) -> None:
        """Ask for no other reading."""
        self._stopped = True
        if self._timer is not None:
            self._timer.cancel()

    def _due(self, snapshot: Snapshot, now: float) -> list[Trespass]:
        """What has stood for long enough and is not known to be told; waits for the others."""
        found = {_key(one): one for one in self._found(snapshot)}
        self._since = {key: self._since.get(key, now) for key in found}
        self._told = {key: until for key, until in self._told.items() if until > now}
        open_ = {key: one for key, one in found.items() if key not in self._told}
        left = {key: self._since[key] + GRACE - now for key in open_}
        self._look_again_in(min((one for one in left.values() if one > 0), default=0))
        return [one for key, one in open_.items() if left[key] <= 0]

    def _found(self, snapshot: Snapshot) -> list[Trespass]:
        board, owners, trees = snapshot.board, snapshot.ownership, snapshot.worktrees
        if not trespasses(board, owners, trees, {}):
            return []  # as it nearly always is: who else works there need not be asked
        at_work = {tree.path: self._at_work(tree.path, board) for tree in trees}
        return list(concerning(trespasses(board, owners, trees, at_work), board))

    def _at_work(self, top: str, board: Board) -> frozenset[str]:
        if top not in self._layouts:
            try:
                self._layouts[top] = find_layout(top)
            except CoordError:
                return frozenset()  # it is gone: the next reading does not have it
        return at_work_in(self._layouts[top], board)

    def _tell(self, due: list[Trespass], snapshot: Snapshot, now: float) -> None:
        """Write what still holds and nobody has written yet, judged under the channel's lock."""
        keys, still = set(map(_key, due)), list[Trespass]()

        def choose(board: Board) -> list[Draft]:
            found = self._found(snapshot._replace(board=board))
            still[:] = (one for one in found if _key(one) in keys)
            return [Draft(one.about, "say", one.fields) for one in to_be_told(still, board)]

        outcomes = self._workspace.record(choose)
        self._put_off(still, now + self._workspace.plan.reservations.expire_after)
        for outcome in outcomes:
            if not outcome.accepted:
                self._complain(outcome.reason)
        if any(outcome.accepted for outcome in outcomes):
            self._then()

    def _complain(self, why: str) -> None:
        if why != self._complaint:
            self._workspace.tell(f"others could not be told of an edit: {why}")
        self._complaint = why

    def _put_off(self, due: list[Trespass], until: float) -> None:
        self._told |= {_key(one): until for one in due}

    def _look_again_in(self, seconds: float) -> None:
        """Have another reading soon, unless one is asked for already."""
        running = self._timer is not None and self._timer.is_alive()
        if seconds <= 0 or running or self._stopped:
            return
        self._timer = Timer(seconds, self._again)
        self._timer.daemon = True
        self._timer.start()


def _key(one: Trespass) -> Key:
    return one.editor, one.path
