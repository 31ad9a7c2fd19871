"""Says in one sentence what an event tells, for every kind there is and for those to come."""

from collections.abc import Callable

from coord_tui.core.board import Board
from coord_tui.core.events import Event
from coord_tui.core.notices import NOTICED
from coord_tui.core.ownership import Ownership
from coord_tui.core.short_ids import short_id
from coord_tui.core.state import Request
from coord_tui.core.times import given_for
from coord_tui.presentation.noticed import noticed
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert
from coord_tui.presentation.values import fields

Sentence = Callable[[Event, "Teller"], Spans]


class Teller:
    """Tells the events of one board."""

    def __init__(self, board: Board) -> None:
        self.names = Names(board)
        self._requests = {request.id: request for request in board.requests}
        self._plan = board.plan
        self._ownership: Ownership | None = None
        self._titles = {entry.task.id: entry.task.title for entry in board.tasks}

    def tell(self, event: Event) -> Spans:
        """The event without its time and its session; of no more than a line, in inert text."""
        sentence = SENTENCES.get(event.kind)
        return _kept(sentence(event, self) if sentence else _unknown(event))

    def title(self, event: Event) -> Span:
        """The title of the task that an event speaks of."""
        return Span(inert(self._titles.get(event.text("task"), "")), "dim")

    def request(self, event: Event) -> Request | None:
        """The request that an event answers."""
        return self._requests.get(event.text("request"))

    def asked(self, event: Event) -> Request | None:
        """The request that an event made."""
        return self._requests.get(event.id)

    def short(self, request: Request) -> str:
        """By which short id people name a request."""
        return inert(short_id(request.id, self._requests))

    def kind(self, path: str) -> str:
        """The kind of the file: owned, shared or unowned."""
        if self._ownership is None:
            self._ownership = Ownership.from_plan(self._plan)
        return self._ownership.owner_of(path).kind

    def all(self, names: tuple[str, ...]) -> Spans:
        """The sessions of a list."""
        return _listed(tuple(self.names.span(name) for name in names))


def quoted(text: str) -> Spans:
    """Words of a session, in quotes; none when it said nothing."""
    return (Span(f"“{inert(text)}”"),) if text else ()


def _kept(parts: Spans) -> Spans:
    """The parts that say something, with a blank between them."""
    spans: list[Span] = []
    for part in parts:
        if part.text:
            spans += [Span(" "), part] if spans else [part]
    return tuple(spans)


def _listed(spans: Spans) -> Spans:
    return tuple(Span(f"{s.text},", s.role) for s in spans[:-1]) + spans[-1:]


def _object(text: str) -> Span:
    return Span(inert(text), "object")


def _task(event: Event) -> Span:
    return Span(inert(event.text("task")), "strong object")


def _place(event: Event) -> Span:
    return _object(event.text("path") or event.text("pattern"))


def _commit(event: Event) -> Span:
    return Span(inert(event.text("commit"))[:7], "dim")


def _claim(event: Event, teller: Teller) -> Spans:
    if event.flag("takeover"):
        return (Span("takes over"), _task(event), *quoted(event.text("reason")))
    return (Span("claims"), _task(event), teller.title(event))


def _release(event: Event, teller: Teller) -> Spans:
    return (Span("releases"), _task(event), teller.title(event))


def _done(event: Event, teller: Teller) -> Spans:
    return (Span("done"), _task(event), _commit(event), teller.title(event))


def _reopen(event: Event, teller: Teller) -> Spans:
    return (Span("reopens"), _task(event), teller.title(event))


def _add(event: Event, teller: Teller) -> Spans:
    owner = event.text("owner")
    whose = (Span("for"), teller.names.span(owner)) if owner else ()
    return (Span("adds"), _task(event), *quoted(event.text("title")), *whose)


def _assign(event: Event, teller: Teller) -> Spans:
    owner = event.text("owner")
    return (
        Span("assigns"),
        _task(event),
        Span("to"),
        teller.names.span(owner) if owner else Span("nobody"),
    )


def _announce(event: Event, _: Teller) -> Spans:
    return (Span("announces"), _place(event), *quoted(event.text("intent")))


def _reserve(event: Event, _: Teller) -> Spans:
    loosely = event.fields.get("exclusive") is False
    how = Span("loosely" if loosely else "", "dim")
    return (Span("reserves"), _place(event), how, *quoted(event.text("intent")))


def _unreserve(event: Event, _: Teller) -> Spans:
    place = _place(event)
    return (Span("gives back"), place if place.text else Span("all it reserved"))


def _pushed(event: Event, _: Teller) -> Spans:
    return (Span("pushed"), _place(event), _commit(event))


def _ask(event: Event, teller: Teller) -> Spans:
    request = teller.asked(event)
    whom = (Span("asks"), teller.names.span(request.owner)) if request else (Span("asks"),)
    what = Span("to hand over" if request and request.reservation else "for")
    task = event.text("task")
    of = (Span("for"), _task(event)) if task else ()
    short = Span(f"({teller.short(request)})" if request else "", "dim")
    return (*whom, what, _place(event), *of, *quoted(event.text("why")), short)


def _grant(event: Event, teller: Teller) -> Spans:
    request = teller.request(event)
    if request and request.reservation:
        to = (_object(request.path), Span("to"), teller.names.span(request.session))
        return (Span("hands over"), *to, *quoted(event.text("words")))
    return _answer("grants", event, teller)


def _deny(event: Event, teller: Teller) -> Spans:
    return _answer("denies", event, teller)


def _answer(verb: str, event: Event, teller: Teller) -> Spans:
    request = teller.request(event)
    if request is None:
        what = (Span("request"), _object(event.text("request")))
    else:
        what = (teller.names.span(request.session), _object(request.path))
    scope = event.text("scope")
    wide = (Span("all of"), _object(scope.removeprefix("/"))) if scope else ()
    return (Span(verb), *what, *wide, _lasting(event), *quoted(event.text("words")))


def _lasting(event: Event) -> Span:
    """How long a grant was given for."""
    lasts = given_for(event.at, event.text("until"))
    return Span(f"for {lasts}" if lasts else "", "dim")


def _say(event: Event, teller: Teller) -> Spans:
    if event.text("noticed") == NOTICED:
        return noticed(event, teller.names, teller.kind)
    to, about = teller.all(event.texts("to")), event.text("about")
    whom = (Span("to"), *to) if to else ()
    of = (Span("about"), _object(about)) if about else ()
    return (Span("says"), *whom, *of, *quoted(event.text("text")))


def _ack(event: Event, _: Teller) -> Spans:
    return (Span("has read the messages", "dim"),)


def _check(event: Event, _: Teller) -> Spans:
    rest = {name: value for name, value in event.own.items() if name != "check"}
    return (Span("ran"), Span(inert(event.text("check")), "strong object"), fields(rest))


def _join(event: Event, _: Teller) -> Spans:
    return (Span("joins"), *quoted(event.text("role")))


def _leave(event: Event, _: Teller) -> Spans:
    return (Span("leaves"),)


def _unknown(event: Event) -> Spans:
    return (Span(inert(event.kind, 40), "strong"), fields(event.own))


SENTENCES: dict[str, Sentence] = {
    "claim": _claim,
    "release": _release,
    "done": _done,
    "reopen": _reopen,
    "task": _add,
    "assign": _assign,
    "announce": _announce,
    "reserve": _reserve,
    "unreserve": _unreserve,
    "pushed": _pushed,
    "ask": _ask,
    "grant": _grant,
    "deny": _deny,
    "say": _say,
    "ack": _ack,
    "check": _check,
    "join": _join,
    "leave": _leave,
}
