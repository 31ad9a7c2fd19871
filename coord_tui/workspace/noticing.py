"""Tells those concerned, once and on the channel, that someone edits what was not agreed.

An open screen sees the edits in all working trees. An edit must have stood for a moment, so that
who announces it right after, and who switches branches, disturbs nobody. Of the screens of one
clone the channel's lock lets one tell; those of other clones leave it to them, and step in one
after the other when the remote shows that nobody did.
"""

from collections.abc import Callable, Iterable
from threading import Timer

from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.core.board import Board
from coord_tui.core.edits_seen import Edit, EditsSeen
from coord_tui.core.notices import Telling, concerning, to_be_told
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.trespass import Trespass, trespasses
from coord_tui.errors import CoordError
from coord_tui.workspace.outcome import Draft
from coord_tui.workspace.tree_session import at_work_in
from coord_tui.workspace.workspace import Workspace

GRACE = 5.0
"""Seconds for which an edit stands before others are told."""
FAR = 30.0
"""The same for an edit in another clone's tree, and as much more for each session before."""
AGAIN = 60.0
"""Seconds after which what could not be written is tried again."""


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
        self._seen = EditsSeen()
        self._since: dict[Edit, float] = {}
        """When each trespass that is there was first seen."""
        self._told: set[Edit] = set()
        """Edits that still stand and of which somebody told."""
        self._later: dict[Edit, float] = {}
        """Until when each need not be judged again."""
        self._layouts: dict[str, Layout] = {}
        self._timer: Timer | None = None
        self._timer_at = 0.0
        """When the timer will have run, in seconds since the epoch."""
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
            self._put_off(map(_key, due), now + AGAIN)
            name = "" if isinstance(error, CoordError) else f"{type(error).__name__}: "
            self._complain(f"{name}{error}")

    def stop(self) -> None:
        """Ask for no other reading."""
        self._stopped = True
        if self._timer is not None:
            self._timer.cancel()

    def _due(self, snapshot: Snapshot, now: float) -> list[Trespass]:
        """What has stood for long enough and is not known to be told; waits for the others."""
        self._seen.see(snapshot.worktrees, now)
        self._told &= self._seen.clean().keys()
        self._later = {key: until for key, until in self._later.items() if until > now}
        found = {_key(one): one for one in self._found(snapshot)}
        self._since = {key: self._since.get(key, now) for key in found}
        known = self._told | self._later.keys()
        open_ = [one for key, one in found.items() if key not in known]
        moments = {_key(one): self._moment(one, snapshot.board) for one in open_}
        self._look_again_at(moments.values(), now)
        return [one for one in open_ if self._is_due(one, moments[_key(one)], snapshot.board)]

    def _moment(self, one: Trespass, board: Board) -> float:
        """When it will have stood for long enough for this screen to tell of it."""
        since = self._since[_key(one)]
        if not one.elsewhere:
            return since + GRACE
        names = [presence.session.name for presence in board.sessions]
        before = names.index(board.me) if board.me in names else len(names)
        return since + FAR * (1 + before)

    def _is_due(self, one: Trespass, moment: float, board: Board) -> bool:
        """Whether the moment has come; of another clone's tree also as the remote knows it."""
        asked = board.contact.at if one.elsewhere and self._workspace.remote else board.now
        return moment <= min(asked, board.now)

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
        keys, still, telling = set(map(_key, due)), list[Trespass](), Telling()

        def choose(board: Board) -> list[Draft]:
            nonlocal still, telling
            found = self._found(snapshot._replace(board=board))
            still = [one for one in found if _key(one) in keys]
            telling = to_be_told(still, board, self._seen.clean())
            return [Draft(one.about, "say", one.fields) for one in telling.notices]

        outcomes = self._workspace.record(choose)
        written = zip(telling.notices, outcomes, strict=True)
        later = {(notice.editor, notice.about) for notice, one in written if not one.accepted}
        later.update(map(_key, telling.waiting))
        self._put_off(later, now + self._workspace.plan.reservations.expire_after)
        self._told.update({*map(_key, still)} - later)
        for outcome in outcomes:
            if not outcome.accepted:
                self._complain(outcome.reason)
        if any(outcome.accepted for outcome in outcomes):
            self._then()

    def _complain(self, why: str) -> None:
        if why != self._complaint:
            self._workspace.tell(f"others could not be told of an edit: {why}")
        self._complaint = why

    def _put_off(self, edits: Iterable[Edit], until: float) -> None:
        self._later |= dict.fromkeys(edits, until)

    def _look_again_at(self, moments: Iterable[float], now: float) -> None:
        """Have another reading at the first of these that is to come, unless one is due before."""
        at = min((one for one in moments if one > now), default=now)
        waiting = self._timer is not None and self._timer.is_alive()
        if at == now or self._stopped or (waiting and self._timer_at <= at):
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._timer_at = Timer(at - now, self._again), at
        self._timer.daemon = True
        self._timer.start()


def _key(one: Trespass) -> Edit:
    return one.editor, one.path
