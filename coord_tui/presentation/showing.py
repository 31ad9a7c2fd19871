"""Everything about one thing that was named: as lines to read, and as JSON."""

from coord_tui.core.board import Board, Hold, LogEntry, TaskEntry
from coord_tui.core.patterns import parse
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import standings
from coord_tui.presentation import details, documents
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.documents import Document
from coord_tui.presentation.owners import document as owner_document
from coord_tui.presentation.rows import Line


def lines(snapshot: Snapshot, kind: str, id: str, width: int) -> tuple[Line, ...]:
    """The details of a `task`, `session`, `event` or `path`, as the screen shows them."""
    if kind == "session":
        return details.session_lines(snapshot, id)
    if kind == "event":
        return details.event_lines(snapshot.board, _logged(snapshot.board, id), width)
    subject = Subject(task=id) if kind == "task" else Subject(path=id)
    return details.details(snapshot, subject, width)


def document(snapshot: Snapshot, kind: str, id: str) -> Document:
    """The same as JSON; `kind` says what it is."""
    match kind:
        case "task":
            found = _task(snapshot.board, id)
        case "session":
            found = _session(snapshot.board, id)
        case "event":
            return {"event": documents.log_entry(_logged(snapshot.board, id))}
        case _:
            found = _path(snapshot, id)
    return {kind: found}


def _logged(board: Board, id: str) -> LogEntry:
    return next(entry for entry in board.log if entry.line.event and entry.line.event.id == id)


def _task(board: Board, id: str) -> Document:
    entry = next(entry for entry in board.tasks if entry.task.id == id)
    return documents.task(entry) | _task_details(entry)


def _task_details(entry: TaskEntry) -> Document:
    return {
        "files": list(entry.task.files),
        "details": entry.task.details or None,
        "since": entry.since or None,
        "stale": entry.stale,
        "line": entry.task.line or None,
    }


def _session(board: Board, name: str) -> Document:
    found = next(seen.session for seen in board.sessions if seen.session.name == name)
    owns = [owned.path for owned in board.plan.ownership if owned.session == name]
    holds = [_hold(hold) for hold in board.holds if hold.reservation.session == name]
    doubtful = [e for e in board.log if e.unverified and e.line.event and e.line.event.by == name]
    more = {"emails": list(found.emails), "worktree": found.worktree or None}
    more["unverified"] = [entry.line.event.id for entry in doubtful if entry.line.event]
    return documents.session(found, board) | more | {"owns": owns, "holds": holds}


def _path(snapshot: Snapshot, path: str) -> Document:
    (standing,) = standings([path], snapshot.board, snapshot.ownership)
    taking = [h for h in snapshot.board.holds if parse(h.reservation.pattern).match(path)]
    state = next(
        (change.state for tree in snapshot.worktrees[:1] for change in tree.changes
         if change.path == path), None,
    )  # fmt: skip
    return owner_document(path, snapshot.ownership.owner_of(path)) | {
        "standing": standing.kind,
        "state": state,
        "holds": [_hold(hold) for hold in taking],
    }


def _hold(hold: Hold) -> Document:
    return documents.reservation(hold.reservation, hold.seconds_left)
