"""What plan + channel + now add up to: the frozen value that every front shows; never stored."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from coord_tui.core.contact import Contact, Withdrawn
from coord_tui.core.events import ChannelLine, Event
from coord_tui.core.fold import Folded
from coord_tui.core.plan import Group, Plan, Session, Task
from coord_tui.core.state import Pushed, Request, Reservation, State, TaskState
from coord_tui.core.times import NEVER, seconds_of, text_of
from coord_tui.core.unread import Meant, Unread

Status = Literal["ready", "claimed", "blocked", "done", "dropped"]
TWICE = 600
"""Seconds within which a session that acts in two clones is taken for two."""
STATUSES: tuple[Status, ...] = ("ready", "claimed", "blocked", "done", "dropped")


class TaskEntry(NamedTuple):
    """A task on the board: what the plan says of it, and where it stands now."""

    task: Task
    status: Status
    owner: str = ""
    waits_for: tuple[str, ...] = ()
    unblocks: tuple[str, ...] = ()
    """Open tasks that wait for this one."""
    claimed_by: str = ""
    commit: str = ""
    since: str = ""
    """When it was claimed or done, as far as the channel knows."""
    stale: bool = False
    """Its holder has been silent long enough to be relieved."""


class Hold(NamedTuple):
    """A reservation, and the seconds it has left; 0: until its claim ends."""

    reservation: Reservation
    seconds_left: int = 0


class Presence(NamedTuple):
    """A session, and when it was last heard of; empty: never."""

    session: Session
    seen: str = ""
    via: str = ""
    """Through what: `screen` or `command`; empty when its last event does not say."""
    clones: tuple[str, ...] = ()
    """The clones in which it acted within `TWICE`, when there are several."""


class LogEntry(NamedTuple):
    """A line of the channel as the rules judged it."""

    line: ChannelLine
    confirmed: bool = False
    """The remote has it."""
    refused: str = ""
    meant: Meant = ""
    """As what it is meant for the reader, who has not acknowledged it; empty: it is not unread."""
    unverified: bool = False
    """Written with a git email that is none of its session's."""

    @property
    def unread(self) -> bool:
        """Whether it is meant for the reader, who has not acknowledged it."""
        return bool(self.meant)


class Board(NamedTuple):
    """Everything that the rules know at one moment."""

    plan: Plan
    now: float
    """Seconds since the epoch."""
    me: str
    """The session that looks; empty: an observer, who may only read."""
    tasks: tuple[TaskEntry, ...] = ()
    sessions: tuple[Presence, ...] = ()
    holds: tuple[Hold, ...] = ()
    expired: tuple[Hold, ...] = ()
    """Those that ran out, until their holder's next event; no seconds left, or fewer than none."""
    requests: tuple[Request, ...] = ()
    pushed: tuple[Pushed, ...] = ()
    log: tuple[LogEntry, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    """The reader's events that lost, and have not been acknowledged."""
    contact: Contact = Contact()

    def task(self, id: str) -> TaskEntry | None:
        """The task of that id, if there is one."""
        return next((entry for entry in self.tasks if entry.task.id == id), None)

    def with_status(self, *statuses: Status) -> tuple[TaskEntry, ...]:
        """The tasks of these statuses, in the order of the plan."""
        return tuple(entry for entry in self.tasks if entry.status in statuses)

    def of_group(self, id: str) -> tuple[TaskEntry, ...]:
        """The tasks of a group, those added since included."""
        return tuple(entry for entry in self.tasks if entry.task.group == id)

    @property
    def group(self) -> Group | None:
        """The group that is current."""
        return self.plan.current

    @property
    def pending(self) -> int:
        """How many events the remote does not have yet."""
        return sum(1 for entry in self.log if entry.line.event and not entry.confirmed)

    @property
    def unread(self) -> int:
        """How many events wait for the reader to acknowledge them."""
        return sum(1 for entry in self.log if entry.unread) + len(self.withdrawn)

    def open_requests(self) -> tuple[Request, ...]:
        """Requests that the reader, as owner, has not answered."""
        return tuple(r for r in self.requests if r.owner == self.me and not r.answer)


NO_CONTACT = Contact()


def build_board(
    folded: Folded,
    lines: tuple[ChannelLine, ...],
    *,
    now: float,
    me: str,
    contact: Contact = NO_CONTACT,
    withdrawn: tuple[Withdrawn, ...] = (),
) -> Board:
    """The board at `now` (seconds since the epoch) for the session `me`."""
    state, moment = folded.state, text_of(now)
    return Board(
        plan=state.plan,
        now=now,
        me=me,
        tasks=_task_entries(state, moment),
        sessions=tuple(_presence(session, state) for session in state.joined.values()),
        holds=_holds(state, moment, live=True),
        expired=_holds(state, moment, live=False),
        requests=state.requests_at(moment),
        pushed=tuple(state.pushed.values()),
        log=_log(folded, lines, me, contact.confirmed),
        withdrawn=tuple(one for one in withdrawn if one.event.by == me),
        contact=contact,
    )


def _presence(session: Session, state: State) -> Presence:
    heard = state.heard.get(session.name, {})
    last = max((seconds_of(one.at) for one in heard.values()), default=NEVER)
    lately = [clone for clone, one in heard.items() if clone and last - seconds_of(one.at) < TWICE]
    via = next((one.via for one in heard.values() if seconds_of(one.at) == last), "")
    seen = state.seen.get(session.name, "")
    return Presence(session, seen, via, tuple(lately) if len(lately) > 1 else ())


def _task_entries(state: State, moment: str) -> tuple[TaskEntry, ...]:
    unblocks: dict[str, list[str]] = {}
    for id, found in state.tasks.items():
        for need in found.needs if found.done is False else ():
            unblocks.setdefault(need, []).append(id)
    return tuple(
        _task_entry(found, state, tuple(unblocks.get(id, ())), moment)
        for id, found in state.tasks.items()
    )


def _task_entry(
    found: TaskState, state: State, unblocks: tuple[str, ...], moment: str
) -> TaskEntry:
    waits = state.waits_for(found.task.id)
    status = _status(found, waits)
    return TaskEntry(
        task=found.task,
        status=status,
        owner=found.owner,
        waits_for=waits if status == "blocked" else (),
        unblocks=unblocks if status not in ("done", "dropped") else (),
        claimed_by=found.holder,
        commit=found.done if isinstance(found.done, str) else "",
        since=found.since,
        stale=state.is_stale(found.task.id, moment),
    )


def _status(found: TaskState, waits: tuple[str, ...]) -> Status:
    if found.done is not False:
        return "done"
    if found.dropped is not False:
        return "dropped"
    if found.holder:
        return "claimed"
    return "blocked" if waits else "ready"


def _holds(state: State, moment: str, *, live: bool) -> tuple[Hold, ...]:
    return tuple(
        Hold(held, state.seconds_left(held, moment))
        for held in state.reservations.values()
        if state.is_live(held, moment) == live
    )


def _log(
    folded: Folded, lines: tuple[ChannelLine, ...], me: str, confirmed: int
) -> tuple[LogEntry, ...]:
    unread = Unread(me, folded)
    return tuple(
        LogEntry(
            line,
            confirmed=line.number <= confirmed,
            refused=folded.refused.get(line.number, ""),
            meant=unread.meant(line),
            unverified=line.event is not None and not is_verified(line.event, folded.state.joined),
        )
        for line in lines
    )


def is_verified(event: Event, sessions: Mapping[str, Session]) -> bool:
    """Whether the git email of the event is one of its session's; with none there is no telling."""
    session = sessions.get(event.by)
    emails = session.emails if session else ()
    return not emails or event.text("email").lower() in (email.lower() for email in emails)


def ready_for(board: Board, session: str) -> tuple[TaskEntry, ...]:
    """The ready tasks, best first for a session.

    Its own come first, then nobody's, then others'; among them the current group, then what
    unblocks or helps most, then the order of the plan.
    """
    return tuple(sorted(board.with_status("ready"), key=lambda entry: _rank(entry, board, session)))


def _rank(entry: TaskEntry, board: Board, session: str) -> tuple[int, bool, int]:
    whose = 0 if entry.owner and entry.owner == session else 1 if not entry.owner else 2
    current = board.group.id if board.group else ""
    worth = len(entry.unblocks) + len(entry.task.enhances)
    return (whose, entry.task.group != current, -worth)


def age(board: Board, at: str) -> float:
    """Seconds from a moment of the channel to the board's now; never negative."""
    then = seconds_of(at)
    return max(0.0, board.now - then) if then > NEVER else 0.0
