"""What sessions tell one another: words, what they have read, checks they ran, coming and going."""

from coord_tui.core.events import Event
from coord_tui.core.kinds.base import Kind
from coord_tui.core.plan import Session
from coord_tui.core.state import ReadTo, State


class Say(Kind):
    """Words to one session, or to all when `to` is missing."""

    name = "say"
    needs = ("text",)

    def refusal(self, event: Event, state: State) -> str:
        unknown = [name for name in event.texts("to") if name not in state.joined]
        return f"no session {unknown[0]}: the plan has {', '.join(state.joined)}" if unknown else ""


class Ack(Kind):
    """A session has read everything up to an event.

    `elsewhere` is the last event that it had from other clones, when that is an earlier one; an
    empty one says that it had none.
    """

    name = "ack"
    needs = ("upto",)

    def refusal(self, event: Event, state: State) -> str:
        upto = event.text("upto")
        return "" if upto in state.accepted else f"no event {upto}"

    def apply(self, event: Event, state: State) -> None:
        upto, clone = state.accepted[event.text("upto")], event.text("clone")
        known = event.text("elsewhere") if "elsewhere" in event.fields else event.text("upto")
        others = state.accepted.get(known, 0)
        read = state.read_to.get(event.by, ReadTo())
        here = {**read.here, clone: max(upto, read.here.get(clone, 0))}
        state.read_to[event.by] = ReadTo(max(others, read.elsewhere), here)


class CheckRun(Kind):
    """A check of the plan was run; the last run of each counts."""

    name = "check"
    needs = ("check",)

    def apply(self, event: Event, state: State) -> None:
        state.checks[event.text("check")] = event


class Join(Kind):
    """A session comes; one that the plan does not know is known from now on."""

    name = "join"

    def apply(self, event: Event, state: State) -> None:
        state.joined.setdefault(event.by, Session(event.by, event.text("role")))


class Leave(Kind):
    """A session goes, and gives back what it reserved; its claims stay, and go stale."""

    name = "leave"

    def apply(self, event: Event, state: State) -> None:
        for id, held in list(state.reservations.items()):
            if held.session == event.by and held.kind != "claim":
                del state.reservations[id]


KINDS = (Say(), Ack(), CheckRun(), Join(), Leave())
