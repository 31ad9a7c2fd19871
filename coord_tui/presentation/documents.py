"""The JSON that programs rely on: the same fields with the same meaning in every version.

What is absent is null, never an empty text; lists are lists even when they are empty.
"""

from typing import Any

from coord_tui.core.board import STATUSES, Board, LogEntry, Presence, TaskEntry
from coord_tui.core.events import Event
from coord_tui.core.plan import Session
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.state import Reservation
from coord_tui.core.tree import Worktree
from coord_tui.presentation.contact import contact_document
from coord_tui.presentation.tree_document import files, worktrees

Document = dict[str, Any]


def task(entry: TaskEntry) -> Document:
    """A task, as `ready` and `tasks` list it."""
    return {
        "id": entry.task.id,
        "title": entry.task.title,
        "group": entry.task.group or None,
        "owner": entry.owner or None,
        "status": entry.status,
        "after": list(entry.task.after),
        "waits_for": list(entry.waits_for),
        "enhances": list(entry.task.enhances),
        "unblocks": list(entry.unblocks),
        "claimed_by": entry.claimed_by or None,
        "commit": entry.commit or None,
    }


def outcome(
    target: str,
    accepted: bool,
    reason: str = "",
    note: str = "",
    confirmed: bool = False,
    event: Event | None = None,
) -> Document:
    """What became of one target of a command that writes."""
    document: Document = {
        "target": target or None,
        "accepted": accepted,
        "confirmed": confirmed,
        "reason": reason or None,
        "event": stored(event) if event else None,
    }
    return document | ({"note": note} if note else {})


def stored(event: Event) -> Document:
    """An event as it stands on the channel."""
    envelope = {"v": event.v, "id": event.id, "at": event.at, "by": event.by, "kind": event.kind}
    return envelope | dict(event.fields)


def log_entry(entry: LogEntry) -> Document:
    """A line of the channel and how the rules judged it; the kind of what is no event is null."""
    line = entry.line
    if line.event is None:
        nothing = dict.fromkeys(("v", "id", "at", "by", "kind"))
        what = nothing | {"line": line.number, "text": line.text}
        return what | {"confirmed": entry.confirmed, "refused": f"no event: {line.problem}"}
    return stored(line.event) | {
        "confirmed": entry.confirmed,
        "refused": entry.refused or None,
        "unverified": entry.unverified,
    }


def status(snapshot: Snapshot) -> Document:
    """The branch, the tasks, the sessions and the changed files, in short."""
    board, tree = snapshot.board, next(iter(snapshot.worktrees), Worktree(""))
    counts = {name: len(board.with_status(name)) for name in STATUSES if name != "dropped"}
    return {
        "session": board.me or None,
        "branch": tree.branch.name or None,
        "upstream": tree.branch.upstream or None,
        "ahead": tree.branch.ahead,
        "behind": tree.branch.behind,
        "pending": board.pending,
        "group": board.group.id if board.group else None,
        "tasks": counts,
        "sessions": [session(seen.session, board) for seen in board.sessions],
        "worktrees": worktrees(snapshot),
        "files": files(snapshot),
        "requests": len(board.open_requests()),
        "unread": board.unread,
        "remote": contact_document(board),
    }


def session(found: Session, board: Board) -> Document:
    """A session, when it was last seen, through what and in which clones, and its claims."""
    presence = next((p for p in board.sessions if p.session.name == found.name), Presence(found))
    return {
        "name": found.name,
        "role": found.role or None,
        "kind": found.kind,
        "seen": presence.seen or None,
        "via": presence.via or None,
        "clones": list(presence.clones),
        "claims": [entry.task.id for entry in board.tasks if entry.claimed_by == found.name],
    }


def reservation(held: Reservation, seconds_left: int) -> Document:
    """A live reservation; `seconds_left` is null when it lasts as long as a claim."""
    return {
        "session": held.session,
        "path": held.shown,
        "kind": held.kind,
        "intent": held.intent or None,
        "task": held.task or None,
        "exclusive": held.exclusive,
        "at": held.at,
        "seconds_left": seconds_left or None,
    }
