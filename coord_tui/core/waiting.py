"""What a session can wait for: judges a board, and says when time alone would change the answer."""

from collections.abc import Callable
from math import inf
from typing import NamedTuple

from coord_tui.core.board import Board, Hold, TaskEntry, ready_for
from coord_tui.core.granting import is_granted, is_open, takes_in
from coord_tui.core.inbox import inbox
from coord_tui.core.overlap import overlap
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import literal, parse
from coord_tui.core.shell import word
from coord_tui.core.standing import keeps_out
from coord_tui.core.state import Request
from coord_tui.core.times import left, seconds_of, span, text_of


class Finding(NamedTuple):
    """Whether a condition holds on one board."""

    holds: bool
    words: str
    """What holds, or what is still so."""
    vain: bool = False
    """It does not hold, and will not by waiting."""
    changes: float = inf
    """The first moment at which time alone may change it, in seconds since the epoch."""
    target: str = ""
    """The task, path or request that it is about."""
    tasks: tuple[TaskEntry, ...] = ()
    """The tasks that are ready."""
    request: Request | None = None
    """The request that was answered."""
    by: tuple[str, ...] = ()
    """The sessions that hold the path, or the task."""

    @property
    def over(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self.holds or self.vain


Condition = Callable[[Board], Finding]


def any_ready(board: Board) -> Finding:
    """Whether a task is ready that the session may take: its own, or nobody's."""
    mine = tuple(entry for entry in ready_for(board, board.me) if entry.owner in ("", board.me))
    if not mine:
        open_ = len(board.with_status("claimed", "blocked", "ready"))
        return Finding(False, f"nothing is ready for {board.me}, of {open_} open tasks")
    ids = ", ".join(entry.task.id for entry in mine)
    return Finding(True, f"ready for {board.me}: {ids}", tasks=mine)


def task_free(id: str) -> Condition:
    """Whether a task can be taken, or is done; in vain when it was dropped."""

    def judge(board: Board) -> Finding:
        entry = board.task(id)
        if entry is None:
            return Finding(False, f"there is no task {id} any more", vain=True, target=id)
        return _of_task(entry, board)._replace(target=id)

    return judge


def _of_task(entry: TaskEntry, board: Board) -> Finding:
    id, holder = entry.task.id, entry.claimed_by
    if entry.status == "done":
        return Finding(True, f"{id} is done" + (f" by {entry.commit[:7]}" if entry.commit else ""))
    if entry.status == "dropped":
        return Finding(False, f"{id} was dropped", vain=True)
    if entry.status == "blocked":
        return Finding(False, f"{id} still waits for {', '.join(entry.waits_for)}")
    if holder == board.me:
        return Finding(True, f"{id} is yours already")
    if holder:
        stale = ", who fell silent: `coord-tui claim --takeover` may take it" if entry.stale else ""
        return Finding(False, f"{id} is still claimed by {holder}{stale}", by=(holder,))
    if entry.owner not in ("", board.me):
        return Finding(False, f"{id} is still assigned to {entry.owner}", by=(entry.owner,))
    return Finding(True, f"{id} is ready: `coord-tui claim {word(id)}`", tasks=(entry,))


def answered(id: str, before: Request | None = None) -> Condition:
    """Whether a request was granted; in vain when it was denied, or the grant has ended.

    Given what the request was `before` the wait, a grant that came and ended since is an answer
    too: the words say that it ended.
    """

    def judge(board: Board) -> Finding:
        request = next((one for one in board.requests if one.id == id), None)
        if request is None:
            return Finding(False, "the request lost its place on the channel", True, target=id)
        return _of_request(request, before, board)._replace(target=id, request=request)

    return judge


def _of_request(request: Request, before: Request | None, board: Board) -> Finding:
    path, owner = request.path, request.owner
    said = f": {request.words}" if request.words else ""
    if request.answer == "deny":
        return Finding(False, f"{owner} denies {path}{said}", vain=True)
    if request.reservation:
        return _of_handover(request, said, board)
    if request.answer and not is_open(request, text_of(board.now)):
        return _ended(request, before, board)
    if request.answer:
        what = request.scope.removeprefix("/") or path
        ends = seconds_of(request.until) - board.now if request.until else inf
        lasts = f" for {left(ends)}" if request.until else ""
        return Finding(True, f"{owner} grants {what}{lasts}{said}")
    return Finding(False, f"{owner} has not answered about {path} yet")


def _of_handover(request: Request, said: str, board: Board) -> Finding:
    """Of a request for what another holds: it may also end before there is an answer."""
    path, owner = request.path, request.owner
    if request.answer == "grant":
        return Finding(True, f"{owner} hands {path} over to you{said}")
    if not request.answer:
        left_of = (h.seconds_left for h in board.holds if h.reservation.id == request.reservation)
        ends = int(board.now) + next(left_of, 0)
        return Finding(False, f"{owner} has not answered about {path} yet", changes=ends)
    free = path_free(path, Ownership.from_plan(board.plan))(board)
    if free.holds:
        return Finding(True, f"{owner} holds {path} no longer: you may take it")
    others = f"{owner} holds {path} no longer, but {', '.join(free.by)} does"
    return Finding(False, f'{others}: `coord-tui ask {word(path)} "why"`', vain=True, by=free.by)


def _ended(request: Request, before: Request | None, board: Board) -> Finding:
    """Of a grant that is over: an answer all the same when it came while one waited."""
    if before is None or (before.answer, before.until) == (request.answer, request.until):
        return Finding(False, f"the grant of {request.path} has ended: ask again", vain=True)
    ago = span(board.now - seconds_of(request.until))
    said = f" ({request.words})" if request.words else ""
    words = f"{request.owner} granted {request.path}, but that ended {ago} ago: ask again{said}"
    return Finding(True, words)


def path_free(path: str, ownership: Ownership) -> Condition:
    """Whether the session may edit a path: nobody else holds it, and a grant covers another's.

    In vain when it is another's, and the session has not asked.
    """

    def judge(board: Board) -> Finding:
        return _of_path(path, ownership, board)._replace(target=path)

    return judge


def _of_path(path: str, ownership: Ownership, board: Board) -> Finding:
    verdict = ownership.owner_of(path)
    theirs = verdict.owner not in ("", board.me)
    granted = theirs and is_granted(
        path, verdict.owner, board.me, board.requests, text_of(board.now)
    )
    if theirs and not granted:
        return _not_granted(path, verdict.owner, board)
    granted_by = verdict.owner if granted else ""
    held = [
        hold
        for hold in board.holds
        if keeps_out(hold, board.me, verdict.kind, granted_by) and _takes_in(hold, path)
    ]
    if held:
        return _held(path, held, board)
    return Finding(True, f"{path} is free" + (f": {verdict.owner} grants it" if granted else ""))


def _takes_in(hold: Hold, path: str) -> bool:
    """Whether a reservation takes in the path, or something in the folder."""
    held = parse(hold.reservation.pattern)
    return overlap(held, literal(path)) is not None if path.endswith("/") else held.match(path)


def _not_granted(path: str, owner: str, board: Board) -> Finding:
    mine = [one for one in board.requests if (one.session, one.owner) == (board.me, owner)]
    answers = [one.answer for one in mine if takes_in(one._replace(scope=""), path)]
    if "" in answers:
        return Finding(False, f"{path} is {owner}'s, who has not answered yet", by=(owner,))
    denied = "deny" in answers
    why = f"{owner}'s, who denied it" if denied else f"{owner}'s, and you have no leave to edit it"
    ask = f'`coord-tui ask {word(path)} "why"`'
    return Finding(False, f"{path} is {why}: {ask}", vain=True, by=(owner,))


def _held(path: str, held: list[Hold], board: Board) -> Finding:
    by = tuple(dict.fromkeys(hold.reservation.session for hold in held))
    ends = [hold.seconds_left for hold in held if hold.seconds_left]
    until = f", for {left(max(ends))} more unless renewed" if len(ends) == len(held) else ""
    soonest = int(board.now) + min(ends) if ends else inf
    words = f"{path} is still held by {', '.join(by)}{until}"
    return Finding(False, words, changes=soonest, by=by)


def anything_waits(board: Board) -> Finding:
    """Whether something is in the inbox: unread, withdrawn, or to be answered."""
    found = inbox(board)
    if found.empty:
        return Finding(False, f"nothing waits for {board.me}")
    requests = len(found.requests)
    counts = ((requests, "to answer"), (board.unread, "unread"))
    words = " and ".join(f"{count} {what}" for count, what in counts if count)
    return Finding(True, f"{words}: `coord-tui inbox`")
