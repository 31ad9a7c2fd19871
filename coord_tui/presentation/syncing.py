"""What a sync did, for people and for programs."""

from collections.abc import Sequence
from typing import Any

from coord_tui.core.contact import Withdrawn
from coord_tui.core.events import Event
from coord_tui.presentation import symbols
from coord_tui.presentation.documents import stored
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import inert


def lines(
    remote: str, *, received: int, sent: int, withdrawn: Sequence[Withdrawn], away: str,
    explained: str,
) -> list[Spans]:  # fmt: skip
    """What came, what went, and which events lost; nothing of a remote that is away."""
    counts = f"{received} received, {sent} sent"
    first = (Span(f"{symbols.CONFIRMED} ", "ok"), Span(f"synced with {inert(remote)}: {counts}"))
    return [
        *([] if away else [first]),
        *([(Span(f"! {inert(explained)}", "warn"),)] if explained else []),
        *(_lost(one) for one in withdrawn),
    ]


def told(
    remote: str, me: str, *, received: int, sent: int, withdrawn: Sequence[Withdrawn], away: str,
    explained: str,
) -> list[tuple[str, bool]]:  # fmt: skip
    """The same for the screen: texts, each with whether all is well."""
    counts = f"{symbols.CONFIRMED} synced with {inert(remote)}: {received} received, {sent} sent"
    lost = [f"withdrawn: {_whose(event, me)} {event.kind}: {reason}" for event, reason in withdrawn]
    first = (f"not synced: {inert(away)}", False) if away else (counts, True)
    return [first, *((inert(words), False) for words in (explained, *lost) if words)]


def _whose(event: Event, me: str) -> str:
    return "your" if event.by == me else f"{event.by}'s"


def _lost(one: Withdrawn) -> Spans:
    event = one.event
    what = event.target
    whose = f"{inert(event.by)}'s {inert(event.kind)} {inert(what)}".rstrip()
    return (Span("✗ ", "alarm"), Span(f"withdrawn: {whose}  "), Span(inert(one.reason), "warn"))


def document(
    remote: str, pending: int, *, received: int, sent: int, withdrawn: Sequence[Withdrawn],
    away: str, explained: str,
) -> dict[str, Any]:  # fmt: skip
    """The same as JSON; `pending` is how many events the remote still has not."""
    return {
        "remote": remote,
        "received": received,
        "sent": sent,
        "pending": pending,
        "withdrawn": [{"event": stored(e), "reason": reason} for e, reason in withdrawn],
        "away": away or None,
        "explained": explained or None,
    }
