"""Asking the owner of a file for leave to edit it, and the owner's answer."""

from coord_tui.core.events import Event
from coord_tui.core.kinds.base import Kind
from coord_tui.core.state import Request, State


class Ask(Kind):
    """A session asks about a path that another owns."""

    name = "ask"
    needs = ("path", "why")

    def refusal(self, event: Event, state: State) -> str:
        path, verdict = event.text("path"), state.ownership.owner_of(event.text("path"))
        if verdict.kind == "shared":
            return f'{path} is shared: `coord-tui announce {path} "what for"`'
        if verdict.kind == "unowned":
            return f"{path} is nobody's: there is no one to ask"
        return f"{path} is yours: edit it" if verdict.owner == event.by else ""

    def apply(self, event: Event, state: State) -> None:
        path = event.text("path")
        owner = state.ownership.owner_of(path).owner
        state.requests[event.id] = Request(
            event.id, event.by, path, owner, event.text("why"), event.at
        )


class Grant(Kind):
    """The owner lets the session edit the file, until a moment if one is named."""

    name = "grant"
    needs = ("request",)

    def refusal(self, event: Event, state: State) -> str:
        request = state.requests.get(event.text("request"))
        if request is None:
            return f"no request {event.text('request')}"
        if request.owner != event.by:
            return f"{request.path} is {request.owner}'s: only {request.owner} answers"
        return f"answered already: {request.answer}" if request.answer == self.name else ""

    def apply(self, event: Event, state: State) -> None:
        id = event.text("request")
        state.requests[id] = state.requests[id]._replace(
            answer=self.name,
            words=event.text("words"),
            until=event.text("until"),
            scope=event.text("scope"),
        )


class Deny(Grant):
    """The owner says no, with words."""

    name = "deny"


KINDS = (Ask(), Grant(), Deny())
