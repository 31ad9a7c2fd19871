"""What sessions tell one another, and that they have read it."""

from collections.abc import Sequence

from coord_tui.adapters.clone_id import clone_id
from coord_tui.adapters.withdrawn_file import forget_withdrawn
from coord_tui.core.board import Board, LogEntry
from coord_tui.core.events import Event
from coord_tui.core.mentions import mentions
from coord_tui.errors import BadInput
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.words import check, check_named, check_said, sessions
from coord_tui.workspace.workspace import Workspace

LEAST = 4
"""Characters of an event's end that name it, at least."""


def say(
    workspace: Workspace, text: str, *, to: Sequence[str] = (), about: str = ""
) -> list[Outcome]:
    """Words to some sessions, or to all; perhaps about a task or path.

    Without `to`, the names that the text begins with (`@junior @third words`) say to whom. A name
    in the middle is a mention: who is not spoken to reads it all the same, and a note says so.
    Raises: BadInput without words, and for a session that there is not.
    """
    to, text = (to, text) if to else addressed(text)
    check_said(text, "nothing to say: give the words in quotes")
    check_named("session", to)
    fields: dict[str, object] = {"text": text} | ({"to": list(to)} if to else {})
    fields |= {"about": about} if about else {}
    mentioned: list[str] = []

    def words(board: Board) -> list[Draft]:
        check("session", to, sessions(board))
        mentioned.extend(name for name in mentions(text, sessions(board)) if name not in to)
        return [Draft(", ".join(to) or "all", "say", fields)]

    outcomes = workspace.record(words)
    note = f"and {', '.join(mentioned)}, who is mentioned" if to and mentioned else ""
    return [o._replace(note=note) if o.accepted else o for o in outcomes]


def addressed(text: str) -> tuple[tuple[str, ...], str]:
    """The names that a message begins with (`@junior, @third: words`), and its words."""
    to: list[str] = []
    words = text.split()
    while len(to) < len(words) and words[len(to)].startswith("@") and words[len(to)] != "@":
        to.append(words[len(to)][1:].rstrip(",:"))
    rest = text.split(maxsplit=len(to))[len(to) :] if to else [text]
    return tuple(to), "".join(rest)


def ack(workspace: Workspace, upto: str = "") -> list[Outcome]:
    """Acknowledge everything that stands unread, or that of it up to an event.

    With it go the session's withdrawn events, which leave no trace on the channel: when there is
    nothing else, there is no outcome. Raises: BadInput when there is no such event.
    """
    forgotten: set[str] = set()
    counts: dict[str, int] = {}

    def read(board: Board) -> list[Draft]:
        last = _event_named(upto, board) if upto else None
        told = [one.event for one in board.withdrawn if last is None or one.event.at <= last.at]
        forgotten.update(event.id for event in told)
        known = _known(board, last)
        unread = [entry for entry in known if entry.unread]
        if not unread:
            return []
        fields = _read_to(unread[-1], known, clone_id(workspace.channel))
        counts[fields["upto"]] = len(unread)
        return [Draft(fields["upto"], "ack", fields)]

    outcomes = workspace.record(read)
    if forgotten:
        with workspace.channel.locked():
            forget_withdrawn(workspace.channel, forgotten)
    return [o._replace(note=_counted(counts[o.target])) if o.accepted else o for o in outcomes]


def _event_named(word: str, board: Board) -> Event:
    """The event of that id, or the only one with that end. Raises: BadInput."""
    events = [entry.line.event for entry in board.log if entry.line.event]
    events += [one.event for one in board.withdrawn]
    found = [event for event in events if event.id == word]
    found = found or [event for event in events if len(word) >= LEAST and event.id.endswith(word)]
    if len(found) != 1:
        what = "means several events" if found else "is no event"
        raise BadInput(f"{word!r} {what}: `coord-tui inbox --json` has their ids")
    return found[0]


def _known(board: Board, last: Event | None) -> list[LogEntry]:
    """The accepted events up to the last one, or to the moment of one that is not among them."""
    known = [entry for entry in board.log if entry.line.event and not entry.refused]
    if last is None:
        return known
    place = next((n for n, entry in enumerate(known) if entry.line.event == last), -1)
    return known[: place + 1]


def _read_to(upto: LogEntry, known: Sequence[LogEntry], clone: str) -> dict[str, str]:
    """The fields that say how far was read: what other clones send may yet come in before it."""
    events = [entry.line.event for entry in known[: known.index(upto) + 1] if entry.line.event]
    others = [event.id for event in events if event.text("clone") != clone]
    fields = {"upto": events[-1].id}
    if events[-1].id in others[-1:]:
        return fields
    return fields | {"elsewhere": others[-1] if others else ""}


def _counted(count: int) -> str:
    return f"{count} event{'' if count == 1 else 's'}"
