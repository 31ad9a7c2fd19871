"""Says which events are meant for a session that has not acknowledged them, and as what.

Requests are not among them: those stay until they are answered.
"""

from typing import Literal

from coord_tui.core.events import ChannelLine, Event
from coord_tui.core.fold import Folded
from coord_tui.core.mentions import mentions
from coord_tui.core.state import ReadTo, State

Meant = Literal["", "message", "mention", "answer", "takeover", "assigned", "freed"]
"""`freed`: it made a task of the session ready, by finishing the last that this one waited for."""


class Unread:
    """What one session has not read."""

    def __init__(self, me: str, folded: Folded) -> None:
        self._me = me
        self._state = folded.state
        self._refused = folded.refused
        self._read_to = folded.state.read_to.get(me, ReadTo())
        self._freed: frozenset[str] | None = None

    def meant(self, line: ChannelLine) -> Meant:
        """As what a line is meant for the session; empty when it is not, or was acknowledged."""
        event = line.event
        if not self._me or event is None or event.by == self._me or line.number in self._refused:
            return ""
        if self._read_to.takes_in(self._state.accepted[event.id], event.text("clone")):
            return ""
        return self._as_what(event)

    def _as_what(self, event: Event) -> Meant:
        match event.kind:
            case "say":
                return _spoken_to(self._me, event, self._state)
            case "grant" | "deny":
                request = self._state.requests.get(event.text("request"))
                return "answer" if request and request.session == self._me else ""
            case "claim":
                return "takeover" if event.text("from") == self._me else ""
            case "assign" | "task":
                return "assigned" if event.text("owner") == self._me else ""
            case "done":
                return "freed" if event.text("task") in self._freeing() else ""
        return ""

    def _freeing(self) -> frozenset[str]:
        """The tasks that were the last for which a task of the session waited."""
        if self._freed is None:
            self._freed = frozenset(_freeing(self._me, self._state))
        return self._freed


def _spoken_to(me: str, event: Event, state: State) -> Meant:
    text = event.text("text")
    if f"@{me}" in text and me in mentions(text, state.joined):
        return "mention"
    to = event.texts("to")
    return "message" if not to or me in to else ""


def _freeing(me: str, state: State) -> list[str]:
    ready = [
        found
        for id, found in state.tasks.items()
        if found.owner == me
        and found.needs
        and (found.done, found.dropped, found.holder) == (False, False, "")
        and not state.waits_for(id)
    ]
    return [max(found.needs, key=lambda need: state.tasks[need].since) for found in ready]
