"""How a clone's channel and the remote's become one: the remote's lines first, one's own after.

Pure, and nothing is ever lost: every line of both is in the result, once, but for blank ones and
for those that the rules withdraw because another session was first.
"""

from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.contact import Withdrawn
from coord_tui.core.events import ChannelLine, Event, read_lines
from coord_tui.core.fold import fold
from coord_tui.core.plan import Plan


class Merged(NamedTuple):
    """The channel after a merge."""

    data: bytes
    """Whole lines: the remote's, then those that the remote does not have."""
    confirmed: int
    """How many bytes at the beginning are the remote's."""
    restored: int = 0
    """How many of the first lines after those the remote had once, and has no longer."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """Events that lost to what the remote brought, which are not in `data`."""


def merge(theirs: bytes, live: bytes, confirmed: int) -> Merged:
    """The remote's channel and the clone's, of which so many bytes were known to be the remote's.

    Lines are compared whole, as bytes.
    """
    theirs = _ended(theirs)
    if live.startswith(theirs):
        return Merged(live, len(theirs), _count(live[len(theirs) : confirmed]))
    extended = theirs.startswith(live[:confirmed])
    start = confirmed if extended else 0
    known = {b"", *theirs[start:].split(b"\n")}
    own = [line for line in live[start:].split(b"\n") if line not in known]
    gone = 0 if extended else sum(x not in known for x in live[:confirmed].split(b"\n"))
    return Merged(theirs + b"".join(line + b"\n" for line in own), len(theirs), gone)


def settle(plan: Plan, before: bytes, merged: Merged) -> Merged:
    """The merge without the events that the rules accepted `before`, and refuse after it.

    What was refused before, or is unknown to this plan, stays: it is not for this clone to judge.
    What was confirmed once stays too, though a rewritten remote refuses it: everybody has seen it.
    """
    pending = _pending(merged)[merged.restored :]
    if not pending:
        return merged
    after = fold(plan, read_lines(merged.data))
    refused = {
        line.event.id: Withdrawn(line.event, after.refused[line.number])
        for line in pending  # a repeat of what is accepted is no loss
        if line.event and line.number in after.refused and line.event.id not in after.state.accepted
    }
    if not refused:
        return merged
    accepted = fold(plan, read_lines(before)).state.accepted
    lost = [one for id, one in refused.items() if id in accepted]
    lost += _orphans(lost, pending)
    gone = {one.event.id for one in lost}
    kept = b"".join(
        raw + b"\n"
        for raw, line in _pending_lines(merged)
        if not (line.event and line.event.id in gone)
    )
    data = merged.data[: merged.confirmed] + kept
    return merged._replace(data=data, withdrawn=tuple(lost))


def _ended(data: bytes) -> bytes:
    """With an end to the last line, which somebody's editor may have taken."""
    return data if data.endswith(b"\n") or not data else data + b"\n"


def _count(data: bytes) -> int:
    return sum(1 for line in data.split(b"\n") if line)


def _pending(merged: Merged) -> list[ChannelLine]:
    return [line for _, line in _pending_lines(merged)]


def _pending_lines(merged: Merged) -> Iterator[tuple[bytes, ChannelLine]]:
    """The lines that the remote does not have, raw and read, numbered within the whole."""
    first = merged.data[: merged.confirmed].count(b"\n")
    own = merged.data[merged.confirmed :]
    raw = [line for line in own.split(b"\n") if line.strip()]
    read = (line._replace(number=line.number + first) for line in read_lines(own))
    return zip(raw, read, strict=True)


def _orphans(lost: list[Withdrawn], pending: list[ChannelLine]) -> list[Withdrawn]:
    """What a session said of a task that it added and that lost its id: it meant that task."""
    gone = {one.event.id for one in lost}
    added = {(e.by, e.text("task")) for e, _ in lost if e.kind == "task"}
    events = [line.event for line in pending if line.event and line.event.id not in gone]
    return [
        Withdrawn(event, f"{event.text('task')} is another session's task: {_again(event)}")
        for event in events
        if (event.by, event.text("task")) in added
    ]


def _again(event: Event) -> str:
    return f"add yours again under another id, then {event.kind} that"
