"""The brief as JSON: the same facts, each list and each text cut where an agent would only drown.

Guarantees that the document stays small whatever the plan and the channel hold. What was cut stands
in `more`: how many each list has beyond those that are given.
"""

from typing import Any

from coord_tui.core.board import Board
from coord_tui.core.due import due
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation import documents
from coord_tui.presentation.brief import COMMANDS, claims, fit_bytes, own_requests, ready
from coord_tui.presentation.contact import contact_document
from coord_tui.presentation.documents import Document
from coord_tui.presentation.due import due_document
from coord_tui.presentation.waiting import request as request_document

LISTED = 10
"""Entries that a list has, at most."""
LONGEST = 400
"""Bytes of a text, at most."""
PROSE = frozenset({"title", "text", "why", "words", "intent", "role", "help"})
"""Texts that may be cut: nobody needs them whole to act by them, as one needs an id or a path."""


def brief_document(snapshot: Snapshot) -> Document:
    """The facts of the brief; `ready_count` is how many tasks are ready in all."""
    board = snapshot.board
    whole = (
        _who(snapshot)
        | due_document(due(snapshot))
        | _files(board)
        | _tasks(board)
        | _others(board)
        | _words(board)
    )
    return {"more": {}} | bounded(whole)


def bounded(document: Document) -> Document:
    """The document with short lists and texts; `more` says of each list how many it lacks."""
    found = {name: _cut(name, value) for name, value in document.items()}
    lists = {name: len(value) for name, value in document.items() if isinstance(value, list)}
    more = {name: count - LISTED for name, count in lists.items() if count > LISTED}
    return found | ({"more": more} if more else {})


def _cut(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return bounded(value)
    if isinstance(value, list):
        return [_cut("", one) for one in value[:LISTED]]
    return fit_bytes(value, LONGEST) if name in PROSE and isinstance(value, str) else value


def _who(snapshot: Snapshot) -> Document:
    board = snapshot.board
    branch = snapshot.worktrees[0].branch if snapshot.worktrees else None
    me = next((one.session for one in board.sessions if one.session.name == board.me), None)
    return {
        "session": documents.session(me, board) if me else None,
        "behind": branch.behind if branch else 0,
        "upstream": (branch.upstream or None) if branch else None,
        "remote": contact_document(board),
    }


def _files(board: Board) -> Document:
    return {
        "owns": [one.path for one in board.plan.ownership if board.me and one.session == board.me],
        "shared": [one.path for one in board.plan.shared],
        "holds": _holds(board.me, board),
    }


def _tasks(board: Board) -> Document:
    free = ready(board)
    return {
        "claims": [documents.task(entry) for entry in claims(board)],
        "ready": [documents.task(entry) for entry in free],
        "ready_count": len(free),
    }


def _others(board: Board) -> Document:
    return {
        "others": [
            documents.session(one.session, board) | {"holds": _holds(one.session.name, board)}
            for one in board.sessions
            if one.session.name != board.me
        ]
    }


def _holds(name: str, board: Board) -> list[Document]:
    return [
        documents.reservation(hold.reservation, hold.seconds_left)
        for hold in board.holds
        if hold.reservation.session == name
    ]


def _words(board: Board) -> Document:
    return {
        "requests": [request_document(one) for one in board.open_requests()],
        "asked": [request_document(one) for one in own_requests(board)],
        "unread": board.unread,
        "rules": [{"title": rule.title, "text": rule.text} for rule in board.plan.rules],
        "commands": [
            {"command": f"coord-tui {command}", "help": words} for command, words in COMMANDS
        ],
    }
