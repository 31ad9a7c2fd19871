"""The rules: any sequence of lines gives a state, never an exception.

Pure and deterministic: who holds what depends on the plan and the order of lines alone. An event
that the rules refuse changes nothing and keeps its reason.
"""

from collections.abc import Iterable
from typing import NamedTuple

from coord_tui.core.events import ChannelLine, Event
from coord_tui.core.kinds import KINDS, UNKNOWN
from coord_tui.core.kinds.base import Kind
from coord_tui.core.plan import Plan
from coord_tui.core.state import State


class Folded(NamedTuple):
    """The state after the last line, and the lines that did not count: number to reason."""

    state: State
    refused: dict[int, str]


def fold(plan: Plan, lines: Iterable[ChannelLine]) -> Folded:
    """What the plan and the lines add up to."""
    state, refused = State(plan), {}
    for line in lines:
        if line.event is not None:
            reason = admit(line.event, state)
            if reason:
                refused[line.number] = reason
    return Folded(state, refused)


def admit(event: Event, state: State) -> str:
    """Apply the event if the rules accept it; else say why not, and change nothing.

    Even a refused event shows that its session is there.
    """
    kind = KINDS.get(event.kind, UNKNOWN)
    reason = _unheard(event, state)
    if not reason:
        state.see(event)
        reason = _incomplete(event, kind) or kind.refusal(event, state)
    if not reason:
        kind.apply(event, state)
        state.accepted[event.id] = len(state.accepted) + 1
    return reason


def _unheard(event: Event, state: State) -> str:
    """Why the event does not even count as a word of its session."""
    if event.id in state.accepted:
        return "a repeat of an earlier line"
    if event.by not in state.joined and event.kind != "join":
        return f"no session {event.by}: the plan has {', '.join(state.joined) or 'none'}"
    return ""


def _incomplete(event: Event, kind: Kind) -> str:
    missing = [name for name in kind.needs if not event.text(name)]
    return f"{event.kind} without {' and '.join(missing)}" if missing else ""
