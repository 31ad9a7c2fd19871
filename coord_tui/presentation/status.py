"""What `status` says: where the branch, the tasks and the changed files stand, in a few lines."""

from collections.abc import Sequence

from coord_tui.core.board import STATUSES, Board, TaskEntry, age
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.times import seconds_of, span
from coord_tui.presentation import head, symbols, tree
from coord_tui.presentation.brief import held_words, kept_from
from coord_tui.presentation.columns import fitted
from coord_tui.presentation.contact import contact_words
from coord_tui.presentation.presence import seen_words, twice_words
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.tasks import title
from coord_tui.presentation.text import inert

POINT = Span(f" {symbols.POINT} ", "dim")
BETWEEN = Span(" │ ", "dim")
ROLES = {"asked": "unread"}
"""Roles of facts that have another name."""
PEOPLE = 3
"""Other sessions that are named."""
ENDLESS = 10_000
"""Cells of a line that nothing has to fit into."""


def status_line(snapshot: Snapshot, width: int) -> Spans:
    """One line for a prompt: the head of the screen, and what waits for the reader."""
    board = snapshot.board
    asked = len(board.open_requests())
    facts = (
        (len(board.with_status("ready")), "ready"),
        (asked, "asked"),
        (board.unread, "unread"),
    )
    waiting = [Span(f"{count} {word}", ROLES.get(word, word)) for count, word in facts if count]
    tail = tuple(part for span in waiting for part in (BETWEEN, span))
    room = sum(len(span.text) for span in tail)
    return (*head.line(snapshot, width - room if width else ENDLESS), *tail)


def status_lines(snapshot: Snapshot, width: int) -> list[Spans]:
    """The head, the tasks, what the reader holds, what it has not read, and the changed files."""
    files = [fitted(line, width) for row in tree.rows(snapshot, width) for line in row.lines]
    return [
        head.line(snapshot, width or ENDLESS),
        (),
        *((Span(f"{name:<8}", "dim"), *spans) for name, spans in _facts(snapshot) if spans),
        (),
        *files,
    ]


def _facts(snapshot: Snapshot) -> list[tuple[str, Spans]]:
    board = snapshot.board
    mine = [entry for entry in board.tasks if board.me and entry.claimed_by == board.me]
    return [
        ("group", title(board)),
        ("tasks", _counts(snapshot)),
        ("yours", _claims(mine, snapshot)),
        ("others", _others(board)),
        ("shared", _held(snapshot)),
        ("asked", _asked(len(board.open_requests()))),
        ("unread", _unread(board.unread)),
        ("remote", _remote(board)),
    ]


def _counts(snapshot: Snapshot) -> Spans:
    counts = [(len(snapshot.board.with_status(name)), name) for name in STATUSES]
    return _pointed([(Span(f"{count} {name}", name),) for count, name in counts if count])


def _claims(entries: Sequence[TaskEntry], snapshot: Snapshot) -> Spans:
    return _pointed([
        (Span(inert(entry.task.id), "strong"), Span(f" {span(age(snapshot.board, entry.since))}"))
        for entry in entries
    ])  # fmt: skip


def _others(board: Board) -> Spans:
    """The other sessions that were ever seen, the last seen first."""
    seen = [one for one in board.sessions if one.seen and one.session.name != board.me]
    seen.sort(key=lambda one: -seconds_of(one.seen))
    twice = [one for one in board.sessions if one.clones and one not in seen[:PEOPLE]]
    names = Names(board)
    return _pointed([
        (
            names.span(one.session.name),
            Span(f" {seen_words(one, board)}", "dim"),
            Span(f", {twice_words(one)}" if one.clones else "", "warn"),
        )
        for one in (*seen[:PEOPLE], *twice)
    ])  # fmt: skip


def _held(snapshot: Snapshot) -> Spans:
    """The shared files that others are in, the last one to come first."""
    board = snapshot.board
    held = kept_from(board, snapshot.ownership)[::-1]
    more = [f"{len(held) - PEOPLE} more"] if len(held) > PEOPLE else []
    words = [*(held_words(one, board) for one in held[:PEOPLE]), *more]
    return _pointed([(Span(text, "warn"),) for text in words])


def _asked(count: int) -> Spans:
    words = "request waits" if count == 1 else "requests wait"
    text = Span(f"{count} {words} for your answer", "unread")
    return (text, Span(": `coord-tui inbox`")) if count else ()


def _unread(count: int) -> Spans:
    words = "event" if count == 1 else "events"
    return (Span(f"{count} {words}", "unread"), Span(": `coord-tui inbox`")) if count else ()


def _remote(board: Board) -> Spans:
    words = contact_words(board)
    return (Span(words, "warn" if board.contact.away else "dim"),) if words else ()


def _pointed(facts: Sequence[Spans]) -> Spans:
    return tuple(part for n, fact in enumerate(facts) for part in ((POINT, *fact) if n else fact))
