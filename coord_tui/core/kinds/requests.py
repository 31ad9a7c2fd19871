"""Asking the owner of a file for leave to edit it, and the owner's answer."""

from coord_tui.core.events import Event
from coord_tui.core.granting import is_granted, is_open
from coord_tui.core.kinds.base import Kind
from coord_tui.core.kinds.reservations import held_by_another
from coord_tui.core.patterns import PatternError, literal, parse
from coord_tui.core.shell import word
from coord_tui.core.short_ids import short_id
from coord_tui.core.state import Request, State
from coord_tui.core.times import ago, left, seconds_of


class Ask(Kind):
    """A session asks about a path that another owns."""

    name = "ask"
    needs = ("path", "why")

    def refusal(self, event: Event, state: State) -> str:
        path, task = event.text("path"), event.text("task")
        try:
            literal(path)
        except PatternError as error:
            return str(error)
        if task and task not in state.tasks:
            return f"no task {task}: `coord-tui tasks` lists them"
        verdict = state.ownership.owner_of(path)
        if verdict.kind == "shared":
            return f'{path} is shared: `coord-tui announce {word(path)} "what for"`'
        if verdict.kind == "unowned":
            return _nobodys(event, state)
        if verdict.owner == event.by:
            return f"{path} is yours: edit it"
        return _asked_before(verdict.owner, event, state)

    def apply(self, event: Event, state: State) -> None:
        path = event.text("path")
        owner = state.ownership.owner_of(path).owner
        state.requests[event.id] = Request(
            event.id, event.by, path, owner, event.text("why"), event.at, task=event.text("task")
        )


def _nobodys(event: Event, state: State) -> str:
    """That nobody owns the path; who holds it can be told, but not asked."""
    path = event.text("path")
    held = held_by_another(literal(path), event, state)
    if held is None:
        return f"{path} is nobody's: there is no one to ask"
    return (
        f"{path} is nobody's, but {held.session} holds {held.shown}: "
        f'`coord-tui say "why" --to {word(held.session)}`, or `coord-tui wait --path {word(path)}`'
    )


def _asked_before(owner: str, event: Event, state: State) -> str:
    """Why there is no need to ask: it waits for an answer, or was granted already."""
    path = event.text("path")
    for one in state.requests.values():
        if (one.session, one.path, one.answer) == (event.by, path, ""):
            wait = f"coord-tui wait --request {word(short_id(one.id, state.requests))}"
            return f"you asked {owner} for {path} {ago(one.at, event.at)}: `{wait}`"
    if is_granted(path, owner, event.by, state.requests.values(), event.at):
        return f"{owner} lets you edit {path} already: edit it"
    return ""


class _Answer(Kind):
    """An owner's answer, which takes the place of an earlier one."""

    needs = ("request",)

    def refusal(self, event: Event, state: State) -> str:
        request = state.requests.get(event.text("request"))
        if request is None:
            return f"no request {event.text('request')}: `coord-tui inbox` lists those for you"
        if request.owner != event.by:
            return f"{request.path} is {request.owner}'s: only {request.owner} answers"
        return self.refusal_of(request, event, state)

    def refusal_of(self, request: Request, event: Event, state: State) -> str:
        """Why it is refused, the request being the session's to answer."""
        return ""

    def apply(self, event: Event, state: State) -> None:
        id = event.text("request")
        state.requests[id] = state.requests[id]._replace(
            answer=self.name,
            words=event.text("words"),
            until=event.text("until"),
            scope=event.text("scope"),
        )


class Grant(_Answer):
    """The owner lets the session edit the file, or what the scope takes in, until a moment."""

    name = "grant"

    def refusal_of(self, request: Request, event: Event, state: State) -> str:
        scope, until = event.text("scope"), event.text("until")
        same = (request.scope, request.until) == (scope, until)
        if same and is_open(request, event.at):
            more = left(seconds_of(until) - seconds_of(event.at))
            how_long = f" for {more} more: --for makes it longer" if until else ""
            return f"{request.path} is granted to {request.session} already{how_long}"
        try:
            wanted = parse(scope) if scope else literal(request.path)
        except PatternError as error:
            return str(error)
        return "" if wanted.match(request.path) else _left_out(request, scope, state)


def _left_out(request: Request, scope: str, state: State) -> str:
    """That the scope is no answer to what was asked, and what would be one."""
    deny = f'coord-tui deny {word(short_id(request.id, state.requests))} "why"'
    return (
        f"{scope.removeprefix('/')} leaves out {request.path}, which {request.session} asked for: "
        f"name a scope that takes it in, or `{deny}`"
    )


class Deny(_Answer):
    """The owner says no, with words; after a grant it ends the grant."""

    name = "deny"

    def refusal_of(self, request: Request, event: Event, state: State) -> str:
        if request.answer != self.name:
            return ""
        return f"{request.path} is denied to {request.session} already"


KINDS = (Ask(), Grant(), Deny())
