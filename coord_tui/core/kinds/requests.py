"""Asking for a file, and the answer: its owner for leave to edit it, or its holder to hand it over.

A file that is another's is asked of its owner. Any other is asked of who announced or reserved it:
granted, that reservation ends for the giver, and the asker holds the same from then on.
"""

from coord_tui.core.events import Event
from coord_tui.core.granting import is_granted, is_open
from coord_tui.core.kinds.base import Kind
from coord_tui.core.kinds.reservations import held_by_another, not_to_hand_over
from coord_tui.core.patterns import PatternError, literal, parse
from coord_tui.core.shell import word
from coord_tui.core.short_ids import short_id
from coord_tui.core.state import Request, Reservation, State
from coord_tui.core.times import ago, left, seconds_of


class Ask(Kind):
    """A session asks about a path that another owns or holds."""

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
        owner = state.ownership.owner_of(path).owner
        if owner not in ("", event.by):
            return _asked_before(owner, event, state) or _allowed(owner, event, state)
        held = _held(event, state)
        if held is None:
            return _free(event, state)
        return _asked_before(held.session, event, state) or _stays(held, event, state)

    def apply(self, event: Event, state: State) -> None:
        path = event.text("path")
        owner = state.ownership.owner_of(path).owner
        held = _held(event, state) if owner in ("", event.by) else None
        state.requests[event.id] = Request(
            event.id,
            event.by,
            path,
            held.session if held else owner,
            event.text("why"),
            event.at,
            task=event.text("task"),
            reservation=held.id if held else "",
        )


def _held(event: Event, state: State) -> Reservation | None:
    """What keeps the asker out of a path of its own, or of nobody."""
    return held_by_another(literal(event.text("path")), event, state)


def _free(event: Event, state: State) -> str:
    """That nobody needs to be asked, and what to do."""
    path = event.text("path")
    verdict = state.ownership.owner_of(path)
    if verdict.kind == "shared":
        return f'{path} is shared: `coord-tui announce {word(path)} "what for"`'
    if verdict.owner:
        return f"{path} is yours: edit it"
    return f"{path} is nobody's: there is no one to ask"


def _stays(held: Reservation, event: Event, state: State) -> str:
    """Why the holder cannot hand over what it holds, and what to do; empty: it can."""
    why = not_to_hand_over(held, event, state)
    if not why:
        return ""
    say = f'`coord-tui say "why" --to {word(held.session)}`'
    wait = f"`coord-tui wait --path {word(event.text('path'))}`"
    return f"{held.session} cannot hand over {held.shown}, {why}: {say}, or {wait}"


def _asked_before(whom: str, event: Event, state: State) -> str:
    """That the same is asked already, and waits for an answer."""
    path = event.text("path")
    for one in state.requests.values():
        same = (one.session, one.path, one.owner, one.answer) == (event.by, path, whom, "")
        if same and (not one.reservation or state.asked_for(one, event.at)):
            wait = f"coord-tui wait --request {word(short_id(one.id, state.requests))}"
            return f"you asked {whom} for {path} {ago(one.at, event.at)}: `{wait}`"
    return ""


def _allowed(owner: str, event: Event, state: State) -> str:
    """That there is no need to ask: the owner lets the session edit the file."""
    path = event.text("path")
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
            held = "held by {}" if request.reservation else "{}'s"
            whose = held.format(request.owner)
            return f"{request.path} is {whose}: only {request.owner} answers"
        if request.reservation and request.answer == "grant":
            ask = f'`coord-tui ask {word(request.path)} "why"` asks for it back'
            return f"{request.path} was handed over to {request.session} already: {ask}"
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
    """The owner lets the session edit the file, or what the scope takes in, until a moment.

    Of what is to be handed over, the session holds what the giver held.
    """

    name = "grant"

    def refusal_of(self, request: Request, event: Event, state: State) -> str:
        if request.reservation:
            return _not_held(request, event, state)
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

    def apply(self, event: Event, state: State) -> None:
        super().apply(event, state)
        request = state.requests[event.text("request")]
        if request.reservation:
            _hand_over(request, event, state)


def _not_held(request: Request, event: Event, state: State) -> str:
    """That there is nothing to hand over any more."""
    if state.asked_for(request, event.at):
        return ""
    return f"you hold {request.path} no longer: there is nothing to hand over"


def _hand_over(request: Request, event: Event, state: State) -> None:
    """Let who asked hold what the giver held, as if it had just announced or reserved it."""
    held = state.reservations.pop(request.reservation)
    lasts = event.number("lasts") or state.plan.reservations.expire_after
    state.hold(
        held._replace(
            id=event.id,
            session=request.session,
            at=event.at,
            intent=request.why,
            lasts=lasts,
            handed=True,
        )
    )


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
