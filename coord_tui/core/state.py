"""What the rules have made of the plan and the lines so far; only the event kinds change it.

It is the fold's workbench: entries are immutable and replaced whole, so a kind's effect is visible
in one place. Everything outside the fold reads a `Board` instead.
"""

from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple

from coord_tui.core.events import Event
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Plan, Session, Task
from coord_tui.core.times import NEVER, seconds_of


class TaskState(NamedTuple):
    """A task and what has happened to it."""

    task: Task
    owner: str
    needs: tuple[str, ...] = ()
    """Ids of the tasks it comes after, groups spelt out."""
    holder: str = ""
    claim: str = ""
    """The id of the claim that holds it."""
    since: str = ""
    """When it was claimed, or done."""
    done: str | bool = False
    dropped: str | bool = False


class Reservation(NamedTuple):
    """A session holds a path or glob, with an intent and an expiry."""

    id: str
    session: str
    pattern: str
    """gitignore-style; a literal path is written with its glob characters escaped."""
    shown: str
    """The path or pattern as it was given."""
    kind: str
    """`announce`, `reserve`, or `claim` when it comes with a task."""
    at: str
    intent: str = ""
    task: str = ""
    lasts: int = 0
    """Seconds of silence of its holder after which it ends; 0: until the claim ends."""
    exclusive: bool = True
    handed: bool = False
    """Got by another's grant, not by an event of its own holder."""
    over: bool = False
    """It expired, and another has taken it since."""


class Request(NamedTuple):
    """A session asks the owner to let it edit a file, or who holds a file to hand it over."""

    id: str
    session: str
    path: str
    owner: str
    """Who answers: the owner, or the holder."""
    why: str
    at: str
    answer: str = ""
    """`grant`, `deny`, or empty while it is open; on a board also `over`: what was asked for is
    held no longer."""
    words: str = ""
    until: str = ""
    """When a grant ends; empty: it does not."""
    scope: str = ""
    """The pattern that a grant covers; empty: the path that was asked for."""
    task: str = ""
    """The task that it is needed for, when that was said."""
    reservation: str = ""
    """The id of the reservation that is to be handed over; empty: leave is asked of an owner."""


class Heard(NamedTuple):
    """When a session was last heard of from one clone, and through what."""

    at: str
    via: str


class ReadTo(NamedTuple):
    """How far a session has read, in positions of accepted events.

    Events of other clones may come in before those of one's own that they were written after; they
    were not read for that. So there is one mark for them, and one for each clone that was read in.
    """

    elsewhere: int = 0
    here: Mapping[str, int] = {}

    def takes_in(self, position: int, clone: str) -> bool:
        """Whether an event of that clone at that position was read."""
        return position <= max(self.elsewhere, self.here.get(clone, 0))


class Pushed(NamedTuple):
    """A shared file that somebody pushed: pull before editing it."""

    path: str
    commit: str
    session: str
    at: str


class State:
    """The plan and the accepted events, added up."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ownership = Ownership.from_plan(plan)
        self.joined: dict[str, Session] = {session.name: session for session in plan.sessions}
        """Sessions by name: the plan's, and those that joined."""
        self.tasks: dict[str, TaskState] = {}
        self.reservations: dict[str, Reservation] = {}
        self.requests: dict[str, Request] = {}
        self.pushed: dict[str, Pushed] = {}
        self.seen: dict[str, str] = {}
        """When each session's last event was."""
        self.heard: dict[str, dict[str, Heard]] = {}
        """The last event of each session from each clone."""
        self.read_to: dict[str, ReadTo] = {}
        """How far each session has read."""
        self.checks: dict[str, Event] = {}
        """The last run of each check."""
        self.accepted: dict[str, int] = {}
        """Position of every accepted event, by id, counted from 1."""
        self.members = {group.id: [task.id for task in group.tasks] for group in plan.groups}
        """Ids of the tasks of each group."""
        for task in plan.tasks:
            self._put(task)

    def add(self, task: Task) -> None:
        """Put a new task on the board; what waits for its group waits for it too."""
        self.members.setdefault(task.group, []).append(task.id)
        self._put(task)
        for id, other in self.tasks.items():
            if task.group in other.task.after:
                self.change(id, needs=self._spell_out(other.task.after))

    def _put(self, task: Task) -> None:
        needs = self._spell_out(task.after)
        self.tasks[task.id] = TaskState(
            task, task.owner, needs, done=task.done, dropped=task.dropped
        )

    def _spell_out(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Tasks and whole groups as tasks, each once, in order."""
        return tuple(dict.fromkeys(id for name in names for id in self.members.get(name, [name])))

    def change(self, id: str, **changes: object) -> None:
        """Replace fields of one task's state."""
        self.tasks[id] = self.tasks[id]._replace(**changes)  # type: ignore[arg-type]

    def waits_for(self, id: str) -> tuple[str, ...]:
        """The dependencies of a task that are not done; an unknown one never is."""
        return tuple(need for need in self.tasks[id].needs if not self._is_done(need))

    def _is_done(self, id: str) -> bool:
        found = self.tasks.get(id)
        return found is not None and found.done is not False

    def silence(self, session: str, at: str) -> float:
        """Seconds from a session's last event to `at`; endless if it never said anything."""
        return seconds_of(at) - seconds_of(self.seen[session]) if session in self.seen else -NEVER

    def is_stale(self, id: str, at: str) -> bool:
        """Whether the holder of a task has been silent long enough to be relieved."""
        holder = self.tasks[id].holder
        return bool(holder) and self.silence(holder, at) >= self.plan.claims.stale_after

    def is_live(self, reservation: Reservation, at: str) -> bool:
        """Whether a reservation still holds at a moment."""
        if reservation.over:
            return False
        return not reservation.lasts or seconds_of(at) < self.ends(reservation)

    def seconds_left(self, reservation: Reservation, at: str) -> int:
        """For how long it still holds at a moment; 0: until its claim ends; negative: it ended."""
        left = self.ends(reservation) - seconds_of(at) if reservation.lasts else 0
        return int(left) if isfinite(left) else -1

    def ends(self, reservation: Reservation) -> float:
        """When it ends unless it is renewed, in seconds since the epoch.

        It runs down from its holder's last event, or from when it was handed over to it.
        """
        since = seconds_of(self.seen.get(reservation.session, ""))
        if reservation.handed:
            since = max(since, seconds_of(reservation.at))
        return since + reservation.lasts

    def end_reservations(self, session: str, *, task: str = "", path: str = "") -> list[str]:
        """End a session's reservations: those of a task, or those of its own of a path.

        Gives their ids.
        """
        ended = [
            id
            for id, held in self.reservations.items()
            if held.session == session
            and (held.task == task if task else not held.task and held.shown == path)
        ]
        for id in ended:
            del self.reservations[id]
        return ended

    def hold(self, held: Reservation) -> None:
        """Enter a reservation in the place of the session's own of the same.

        Whoever asked for that one asks for this one.
        """
        ended = self.end_reservations(held.session, path=held.shown)
        self.reservations[held.id] = held
        for id, request in self.requests.items() if ended else ():
            if request.reservation in ended:
                self.requests[id] = request._replace(reservation=held.id)

    def requests_at(self, at: str) -> tuple[Request, ...]:
        """The requests; those are over for which there is nothing left to hand over."""
        return tuple(self._as_of(request, at) for request in self.requests.values())

    def _as_of(self, request: Request, at: str) -> Request:
        asks_still = not request.reservation or request.answer or self.asked_for(request, at)
        return request if asks_still else request._replace(answer="over")

    def asked_for(self, request: Request, at: str) -> Reservation | None:
        """The reservation that is to be handed over, while it holds."""
        held = self.reservations.get(request.reservation)
        return held if held and self.is_live(held, at) else None

    def see(self, event: Event) -> None:
        """Note that a session is active: what it let expire ends, what it holds is renewed."""
        for id, held in list(self.reservations.items()):
            if held.session == event.by and not self.is_live(held, event.at):
                del self.reservations[id]
        if seconds_of(event.at) > seconds_of(self.seen.get(event.by, "")):
            self.seen[event.by] = event.at
        heard = Heard(event.at, event.text("via"))
        self.heard.setdefault(event.by, {})[event.text("clone")] = heard
