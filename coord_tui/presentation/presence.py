"""Says when a session was last seen, and through what; never whether it is alive."""

from coord_tui.core.board import Board, LogEntry, Presence, age
from coord_tui.core.times import span
from coord_tui.presentation.text import inert

THROUGH = {"screen": " on the screen", "command": " by command"}
CLONE = 4
"""Characters of a clone's name that tell it apart."""


def seen_words(found: Presence, board: Board) -> str:
    """`last seen 12m ago by command`."""
    if not found.seen:
        return "not seen yet"
    through = THROUGH.get(found.via, f" by {inert(found.via, 20)}" if found.via else "")
    return f"last seen {span(age(board, found.seen))} ago{through}"


def twice_words(found: Presence) -> str:
    """That a session acts in several clones at once; empty when it does not."""
    if not found.clones:
        return ""
    names = ", ".join(f"{inert(clone[:CLONE])}…" for clone in found.clones)
    return f"acts in {len(found.clones)} clones ({names}): two programs with one name?"


def unverified_words(board: Board, name: str) -> str:
    """How many of a session's events have another's git email, and whose; empty when none has."""
    entries = [e for e in board.log if e.unverified and e.line.event and e.line.event.by == name]
    emails = dict.fromkeys(map(stranger, entries))
    if not entries:
        return ""
    shown = ", ".join(list(emails)[:3]) + (", …" if len(emails) > 3 else "")
    count = len(entries)
    return f"{count} event{'' if count == 1 else 's'} by {shown}, which is none of its emails"


def stranger(entry: LogEntry) -> str:
    """By which git email an unverified event was written."""
    email = entry.line.event.text("email") if entry.line.event else ""
    return inert(email, 60) or "no email"
