"""Makes the guard's facts out of the fold, as plain lists that a cache can store.

What is judged by time is kept as seconds since the epoch, so that judging needs no calendar.
"""

from collections.abc import Iterable

from coord_tui.core.events import ChannelLine, Event
from coord_tui.core.fold import Folded
from coord_tui.core.patterns import PatternError, escape, of_task, parse
from coord_tui.core.state import Request, Reservation, State
from coord_tui.core.times import NEVER, seconds_of

Plain = dict[str, object]
"""The arguments of `core.guard_view.Facts`."""


def facts_of(state: State) -> Plain:
    """The facts as they are after the last event."""
    return {
        "sessions": {name: list(session.emails) for name, session in state.joined.items()},
        "holds": [_held(held, state) for held in state.reservations.values()],
        "leaves": [leave for one in state.requests.values() for leave in _leave(one)],
        "tasks": [
            [id, found.holder, _patterns(found.task.files)]
            for id, found in state.tasks.items()
            if found.holder
        ],
        "pushed": [
            [one.path, one.commit, one.session, at if at > NEVER else 0]
            for one in state.pushed.values()
            for at in (seconds_of(one.at),)
        ],
        "mode": state.plan.guard.mode,
        "expires": state.plan.reservations.expire_after,
    }


def leaves_over_time(lines: Iterable[ChannelLine], folded: Folded) -> list[list[object]]:
    """Every grant that ever was, with its span: until it ended, or was answered otherwise."""
    found: list[list[object]] = []
    open_: dict[str, list[object]] = {}
    for line in lines:
        event = line.event
        if event is None or line.number in folded.refused or event.kind not in ("grant", "deny"):
            continue
        id, at = event.text("request"), seconds_of(event.at)
        if id in open_:
            _close(open_.pop(id), at)
        for leave in _granted(event, folded.state.requests[id], at):
            open_[id] = leave
            found.append(leave)
    return found


def _granted(event: Event, request: Request, at: float) -> list[list[object]]:
    """The grant that the event is, as one leave; none for a denial."""
    answer = request._replace(
        answer=event.kind, until=event.text("until"), scope=event.text("scope")
    )
    return [[*leave[:3], at if at > NEVER else 0, leave[4]] for leave in _leave(answer)]


def _close(leave: list[object], at: float) -> None:
    until = leave[4]
    assert isinstance(until, int | float)
    leave[4] = min(until, at) if until else at


def _held(held: Reservation, state: State) -> list[object]:
    until = state.ends(held) if held.lasts else 0
    return [
        held.session,
        held.pattern,
        held.shown,
        held.kind,
        held.task,
        held.intent,
        held.exclusive,
        until if until > NEVER else 1,  # a moment that cannot be read was long ago
    ]


def _leave(request: Request) -> list[list[object]]:
    """The grant that the answer is, as one leave; none if it is open, denied or unreadable.

    Nor is there one for a reservation that was handed over: who holds it now, holds it.
    """
    scope = request.scope or escape(request.path)
    if request.answer != "grant" or request.reservation or not _is_pattern(scope):
        return []
    until = seconds_of(request.until) if request.until else 0
    return [[request.session, request.owner, scope, 0, until if until > NEVER else 1]]


def _is_pattern(text: str) -> bool:
    try:
        parse(text)
    except PatternError:
        return False
    return True


def _patterns(files: tuple[str, ...]) -> list[str]:
    return [pattern.text for text in files if (pattern := of_task(text))]
