"""What the command line says when something was done, set up or examined: one line each."""

from coord_tui.core.events import Event
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import inert

DEEDS = {
    "claim": "claimed", "release": "released", "done": "done", "reopen": "reopened",
    "task": "added", "assign": "assigned", "announce": "announced", "reserve": "reserved",
    "unreserve": "gave back", "say": "told", "ack": "read up to", "ask": "asked for",
    "grant": "granted", "deny": "denied", "pushed": "finished",
}  # fmt: skip
"""Each kind of event as something that has happened."""


def accepted_line(target: str, event: Event, note: str, confirmed: bool = False) -> Spans:
    """An event that the rules accepted, whether the remote has it, and what else it brought."""
    deed = DEEDS.get(event.kind) or inert(event.kind)
    more = f"  {inert(note)}" if note else ""
    return (
        Span(f"{symbols.CONFIRMED if confirmed else symbols.PENDING} ", "ok"),
        Span(f"{deed} "),
        Span(inert(target), "strong"),
        *_detail(event),
        Span(more, "ok"),
    )


def _detail(event: Event) -> Spans:
    """The words that make the event plain: a title, an owner, a commit."""
    match event.kind:
        case "assign":
            words = f" to {event.text('owner') or 'nobody'}"
        case "done" | "pushed":
            words = f" by {event.text('commit')[:7]}"
        case "task":
            words = f" {event.text('title')}"
        case _:
            words = ""
    return (Span(inert(words), "dim"),) if words else ()


def whoami_line(name: str, role: str, source: str) -> Spans:
    """Who the session is, and where that comes from."""
    who = Span(inert(name), "strong") if name else Span("observer", "warn")
    what = f" {symbols.POINT} {inert(role)}" if role else ""
    return (who, Span(what), Span(f"  ({inert(source)})", "dim"))


SIGNS = {"ok": Span("✓", "ok"), "warn": Span("!", "warn"), "fail": Span("✗", "alarm")}


def diagnosis_lines(name: str, level: str, message: str, fix: str) -> list[Spans]:
    """What `doctor` found of one thing, and below it what to do."""
    first = (SIGNS[level], Span(f" {name:<11}", "strong"), Span(inert(message)))
    return [first, (Span(f"  {'':<11}{inert(fix)}", "dim"),)] if fix else [first]


def init_lines(sessions: int, candidates: int) -> list[Spans]:
    """What `init` wrote, and what to do next."""
    wrote = f"{_count(sessions, 'session')} from git, {_count(candidates, 'folder')} to choose from"
    return [
        (Span("✓ ", "ok"), Span("coord.yaml  ", "strong"), Span(wrote)),
        (Span("1. edit it: who works here, who owns what, what is to be done"),),
        (Span("2. `coord-tui doctor` checks it; commit it, so that everybody has it"),),
        (Span("3. `coord-tui` opens the screen; `coord-tui add` adds a task"),),
    ]


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
