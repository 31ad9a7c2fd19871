"""The events about files: announced, reserved, given free, pushed; and how a hold passes on."""

from collections.abc import Iterator

from coord_tui.core.events import Event
from coord_tui.core.granting import is_granted
from coord_tui.core.keeping import keeps_out
from coord_tui.core.kinds.base import Kind
from coord_tui.core.overlap import overlap
from coord_tui.core.patterns import Pattern, PatternError, escape, literal, of_task, parse
from coord_tui.core.plan import Task
from coord_tui.core.shell import word
from coord_tui.core.state import Pushed, Reservation, State
from coord_tui.core.times import ago

HEX = frozenset("0123456789abcdef")


def pattern_of(event: Event) -> Pattern:
    """What the event names: `path` is literal, never a glob; `pattern` is a pattern.

    Raises: PatternError.
    """
    path = event.text("path")
    return literal(path) if path else parse(event.text("pattern"))


def shown_of(event: Event) -> str:
    """What the event names, as it was given."""
    return event.text("path") or event.text("pattern")


def is_of(held: Reservation, wanted: str) -> bool:
    """Whether a reservation is the one that was named; a folder may be named without its `/`."""
    return held.shown.rstrip("/") == wanted.rstrip("/")


class Reserve(Kind):
    """A session holds a path or glob, with an intent and an expiry."""

    name = "reserve"

    def refusal(self, event: Event, state: State) -> str:
        if not shown_of(event):
            return f"{event.kind} names no path"
        try:
            wanted = pattern_of(event)
        except PatternError as error:
            return str(error)
        return _trespass(wanted, event, state) or _taken(wanted, event, state)

    def apply(self, event: Event, state: State) -> None:
        _pass_over(event, state)
        state.hold(
            Reservation(
                id=event.id,
                session=event.by,
                pattern=escape(path) if (path := event.text("path")) else event.text("pattern"),
                shown=shown_of(event),
                kind=event.kind,
                at=event.at,
                intent=event.text("intent"),
                lasts=event.number("lasts") or state.plan.reservations.expire_after,
                exclusive=event.fields.get("exclusive") is not False,
            )
        )


def _pass_over(event: Event, state: State) -> None:
    """What others let expire of what is held now is over: no slower clock renews it."""
    wanted = pattern_of(event)
    for id, held in list(state.reservations.items()):
        expired = held.session != event.by and not state.is_live(held, event.at)
        if expired and _common(wanted, parse(held.pattern)) is not None:
            state.reservations[id] = held._replace(over=True)


class Announce(Reserve):
    """A session says that it is about to edit a shared file, and what for."""

    name = "announce"
    needs = ("path", "intent")


def _trespass(wanted: Pattern, event: Event, state: State) -> str:
    """Whose files, not granted, the event would hold: a path, or what it takes in."""
    found = _others_in(wanted, event, state)
    shown, owner = shown_of(event), state.ownership.owner_of(found).owner
    if not found:
        return ""
    what = f"{shown} is" if found == shown else f"{shown} takes in {found}, which is"
    asked = shown if event.text("path") else found
    return f'{what} {owner}\'s: ask first, `coord-tui ask {word(asked)} "why"`'


def _others_in(wanted: Pattern, event: Event, state: State) -> str:
    """A path in what the event would hold that is another's and not granted; empty: none."""
    found = next((p for p in _taken_in(wanted, event, state) if _is_others(p, event, state)), "")
    owner = state.ownership.owner_of(found).owner
    granted = is_granted(found, owner, event.by, state.requests.values(), event.at)
    return "" if granted else found


def not_to_hand_over(held: Reservation, event: Event, state: State) -> str:
    """Why what another holds cannot pass on to the session of an `ask`; empty: it can."""
    if held.task:
        return f"which comes with {held.task}"
    fields = {"path" if held.pattern == escape(held.shown) else "pattern": held.shown}
    reserve = event._replace(kind="reserve", fields=fields)
    found = _others_in(parse(held.pattern), reserve, state)
    owner = state.ownership.owner_of(found).owner
    return f"which takes in {found}, and that is {owner}'s" if found else ""


def _taken_in(wanted: Pattern, event: Event, state: State) -> Iterator[str]:
    """The path that is named, one below it, and paths that others' patterns take in as well.

    A pattern that floats could lie below any folder: it counts only against one that floats too.
    """
    path = event.text("path")
    if path:
        yield path
        yield f"{path.rstrip('/')}/x"
    if path and not path.endswith("/"):
        return
    for pattern in state.ownership.owned_by_others(event.by):
        if pattern.anchored or not wanted.anchored:
            yield _common(wanted, pattern) or ""


def _is_others(path: str, event: Event, state: State) -> bool:
    return state.ownership.owner_of(path).owner not in ("", event.by)


def _taken(wanted: Pattern, event: Event, state: State) -> str:
    """By whose live exclusive reservation the wanted paths are held, with a path in both."""
    held = held_by_another(wanted, event, state)
    if held is None:
        return ""
    common = _common(wanted, parse(held.pattern)) or held.shown
    return _held_words(held, common, event, state)


def held_by_another(wanted: Pattern, event: Event, state: State) -> Reservation | None:
    """The first live exclusive reservation of another session that overlaps.

    A claim does not keep others from announcing a shared file: announcing is how those are edited.
    Nor does what the owner of a path holds keep out those whom it lets edit that path.
    """
    path = event.text("path")
    owned = state.ownership.owner_of(path)
    kind = "" if event.kind == "reserve" else owned.kind
    requests = state.requests.values()
    granted = path and is_granted(path, owned.owner, event.by, requests, event.at)
    granted_by = owned.owner if granted else ""
    for held in state.reservations.values():
        if not keeps_out(held, event.by, kind, granted_by) or not state.is_live(held, event.at):
            continue
        if _common(wanted, parse(held.pattern)) is not None:
            return held
    return None


def _common(one: Pattern, other: Pattern) -> str | None:
    """A path in both. To a pattern that floats, a plain path is a file: it may not lie below it."""
    for plain, rest in ((one, other), (other, one)):
        if plain.spelled and not plain.folder and not rest.anchored:
            path = "/".join(map(str, plain.segments))
            return path if rest.match(path) else None
    return overlap(one, other)


def _held_words(held: Reservation, common: str, event: Event, state: State) -> str:
    what = {"announce": "announced", "claim": f"held with {held.task}"}.get(held.kind, "reserved")
    where = held.shown if common == held.shown else f"{held.shown} (both take in {common})"
    why = f' for "{held.intent}"' if held.intent else ""
    how = _how_to_get(held, event.text("path") or common, event, state)
    return f"{where} is {what} by {held.session}, {ago(held.at, event.at)}{why}: {how}"


def _how_to_get(held: Reservation, path: str, event: Event, state: State) -> str:
    """What to do about another's hold: ask for it, where that can be; wait; else say why."""
    wait = f"`coord-tui wait --path {word(path)}`" if event.text("path") else "wait"
    owner = state.ownership.owner_of(path).owner
    if owner not in ("", event.by) or not_to_hand_over(held, event, state):
        return f'{wait}, or `coord-tui say "why" --to {word(held.session)}`'
    return f'`coord-tui ask {word(path)} "why"` asks for it, or {wait}'


class Unreserve(Kind):
    """A session gives back a path or glob, or, naming none, all that it reserved."""

    name = "unreserve"

    def refusal(self, event: Event, state: State) -> str:
        wanted = shown_of(event)
        mine = [held for held in state.reservations.values() if held.session == event.by]
        if any(_given_back(held, event) for held in mine):
            return ""
        claimed = next((held.task for held in mine if is_of(held, wanted)), "")
        if claimed:
            back = f"`coord-tui release {word(claimed)}` gives both back"
            return f"{wanted} is held with {claimed}: {back}"
        if not wanted:
            return f"{event.by} has reserved nothing: there is nothing to give back"
        return f"{wanted} is not reserved by {event.by}: there is nothing to give back"

    def apply(self, event: Event, state: State) -> None:
        for id, held in list(state.reservations.items()):
            if _given_back(held, event):
                del state.reservations[id]


def _given_back(held: Reservation, event: Event) -> bool:
    """Whether an `unreserve` ends this reservation; what comes with a claim ends with the claim."""
    named = shown_of(event)
    return held.session == event.by and not held.task and (not named or is_of(held, named))


class PushedEvent(Kind):
    """A shared file's edit is on the remote: everybody else pulls before editing it."""

    name = "pushed"
    needs = ("path", "commit")

    def apply(self, event: Event, state: State) -> None:
        path, commit = event.text("path"), event.text("commit")
        state.end_reservations(event.by, path=path)
        if _is_commit(commit):  # nothing else can be pulled
            state.pushed.pop(path, None)  # the last push stands last
            state.pushed[path] = Pushed(path, commit, event.by, event.at)


def _is_commit(text: str) -> bool:
    """Whether it can be the id of a commit, and nothing that git would take for something else."""
    return bool(text) and HEX.issuperset(text)


def reserve_files(task: Task, event: Event, state: State) -> None:
    """Reserve a claimed task's files until the claim ends."""
    for position, text in enumerate(task.files):
        pattern = of_task(text)
        if pattern is not None:
            id = f"{event.id}/{position}"
            state.reservations[id] = Reservation(
                id, event.by, pattern.text, text, "claim", event.at, task.title, task.id
            )


KINDS = (Reserve(), Announce(), Unreserve(), PushedEvent())
