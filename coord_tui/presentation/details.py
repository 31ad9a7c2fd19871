"""Everything about the row under the cursor: a task, a path, a line of the channel, a session."""

from bisect import bisect_left

from coord_tui.core.board import Board, LogEntry, TaskEntry, age
from coord_tui.core.contact import Withdrawn
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import standings
from coord_tui.core.times import NEVER, seconds_of, span
from coord_tui.presentation import symbols
from coord_tui.presentation.channel import entry_of
from coord_tui.presentation.commands import Subject
from coord_tui.presentation.facts import COLUMN, POINT, as_rows, facts, hold, prose, texts
from coord_tui.presentation.file_words import words_for
from coord_tui.presentation.graph import neighbourhood
from coord_tui.presentation.path_details import path_lines, task_name
from coord_tui.presentation.pinned import lost_of
from coord_tui.presentation.presence import seen_words, stranger, twice_words, unverified_words
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.tasks import short
from coord_tui.presentation.text import inert, spans_width
from coord_tui.presentation.values import value

GLOB = frozenset("*?[")


def details(snapshot: Snapshot, subject: Subject, width: int = 80) -> tuple[Line, ...]:
    """Everything about the row, its longer texts broken to `width` cells; empty for no row.

    `subject.event` is the row's key in the channel's pane, and goes before what it speaks of.
    """
    if subject.event and (lost := lost_of(snapshot.board, subject.event)):
        return _lost_lines(snapshot.board, lost, width)
    if subject.event and (found := entry_of(snapshot.board, subject.event)):
        return event_lines(snapshot.board, found, width)
    if subject.task and (entry := snapshot.board.task(subject.task)):
        return task_lines(snapshot, entry, width)
    return path_lines(snapshot, subject.path, width) if subject.path else ()


def task_rows(snapshot: Snapshot, task: str, width: int = 80) -> tuple[Row, ...]:
    """A task's details as rows, for the space under the columns."""
    return as_rows(details(snapshot, Subject(task=task), width))


def subject_rows(snapshot: Snapshot, subject: Subject, width: int = 80) -> tuple[Row, ...]:
    """The details of a row, as rows."""
    return as_rows(details(snapshot, subject, width))


def subject_title(subject: Subject) -> str:
    """What the details are about, in a word."""
    if subject.event or subject.task:
        return "Event" if subject.event else "Task"
    return "Folder" if subject.path.endswith("/") else "File"


def task_lines(snapshot: Snapshot, entry: TaskEntry, width: int = 80) -> tuple[Line, ...]:
    """A task: where it stands, its neighbours, its files with their standing, its details."""
    task = entry.task
    name = (Span(f"{inert(task.id)}  ", "strong"), Span(inert(task.title), "strong title"))
    state = _state(snapshot.board, entry)
    one = (*name, Span("   "), *state)
    lines = [Line(one)] if spans_width(one) <= width else [Line(name), Line(state)]
    lines += [Line(), *neighbourhood(snapshot.board, entry)]
    if task.files:
        lines += [Line(), *facts("files", [_file(snapshot, file) for file in task.files])]
    if task.details.strip():
        lines += [Line(), *prose(task.details.strip("\n"), width)]
    return tuple(lines)


def _state(board: Board, entry: TaskEntry) -> Spans:
    """Group, whose it is, and where it stands."""
    names, since = Names(board), span(age(board, entry.since)) if entry.since else ""
    status = {
        "claimed": f"claimed by {inert(entry.claimed_by)} {since}",
        "done": f"done {symbols.DONE} {short(entry.commit)} {since and since + ' ago'}",
        "blocked": f"waits for {', '.join(map(inert, entry.waits_for))}",
        "dropped": f"dropped {symbols.DROPPED}",
    }.get(entry.status, entry.status)
    facts = [(Span(inert(entry.task.group), "dim"),)] if entry.task.group else []
    if entry.owner != entry.claimed_by or not entry.owner:
        facts.append((names.span(entry.owner) if entry.owner else Span("anyone's", "dim"),))
    facts.append((Span(" ".join(status.split()), entry.status),))
    if entry.stale:
        facts.append((Span("stale: may be taken over", "warn"),))
    if isinstance(why := entry.task.dropped, str) and entry.status == "dropped":
        facts.append((Span(inert(why), "dim"),))
    return tuple(part for n, fact in enumerate(facts) for part in ((POINT,) if n else ()) + fact)


def _file(snapshot: Snapshot, file: str) -> Spans:
    """A file of a task and how it stands for the reader; of a pattern, only what is written."""
    if not _is_path(snapshot, file):
        return (Span(f"  {inert(file)}", "object"), Span("  pattern", "dim"))
    (standing,) = standings([file.removeprefix("/")], snapshot.board, snapshot.ownership)
    word, names = words_for(standing, snapshot.board), Names(snapshot.board)
    sign = symbols.SHARED if standing.kind == "shared" else " "
    role = names.role(standing.owner) if standing.owner else standing.kind
    return (Span(f"{sign} {inert(file)}", role), Span(f"  {word.text}", word.role))


def _is_path(snapshot: Snapshot, file: str) -> bool:
    """Whether one file is meant: git has it, or nothing in it is a wildcard."""
    at = bisect_left(snapshot.tracked, file)
    tracked = at < len(snapshot.tracked) and snapshot.tracked[at] == file
    return tracked or not (file.endswith("/") or GLOB.intersection(file) or "\\" in file)


def session_lines(snapshot: Snapshot, name: str) -> tuple[Line, ...]:
    """A session: what it is for, when it was seen, what it owns, has claimed and holds."""
    board = snapshot.board
    found = next((one for one in board.sessions if one.session.name == name), None)
    if found is None:
        return (Line((Span(f"no session {inert(name)}", "dim"),)),)
    who = found.session
    seen = seen_words(found, board)
    owned = [own for own in board.plan.ownership if own.session == name]
    held = [h for h in board.holds if h.reservation.session == name and not h.reservation.task]
    return (
        Line((Names(board).span(name, "strong"), POINT, Span(who.kind), POINT, Span(seen, "dim"))),
        Line(),
        *facts("twice", texts([twice_words(found)], "warn")),
        *facts("doubtful", texts([unverified_words(board, name)], "warn")),
        *facts("role", texts([who.role])),
        *facts("worktree", texts([who.worktree])),
        *facts("emails", texts(who.emails)),
        *facts("claims", [task_name(e) for e in board.tasks if e.claimed_by == name]),
        *facts("holds", [hold(board, one) for one in held]),
        *facts("owns", [(Span(inert(o.path)), Span(f"  {inert(o.note)}", "dim")) for o in owned]),
    )


def event_lines(board: Board, entry: LogEntry, width: int = 80) -> tuple[Line, ...]:
    """A line of the channel: every field in full, whether the remote has it, or why refused."""
    event = entry.line.event
    if event is None:
        head = f"line {entry.line.number} of the channel is no event: {inert(entry.line.problem)}"
        return (Line((Span(head, "alarm"),)), Line(), *prose(entry.line.text, width))
    who, kind = Names(board).span(event.by, "strong"), Span(inert(event.kind), "strong")
    known = seconds_of(event.at) > NEVER
    ago = (POINT, Span(f"{span(age(board, event.at))} ago", "dim")) if known else ()
    state = "refused" if entry.refused else "confirmed" if entry.confirmed else "pending"
    state = state if board.contact.remote or entry.refused else "written"
    return (
        Line((who, Span(" "), kind, *ago, POINT, Span(state, _STATES.get(state, state)))),
        Line(),
        *facts("refused", texts([entry.refused], "alarm")),
        *facts("doubtful", texts([_doubt(entry)], "warn")),
        *(line for name, found in event.fields.items() for line in _field(name, found, width)),
        *facts("at", texts([event.at], "dim")),
        *facts("id", texts([event.id], "dim")),
    )


_STATES = {"refused": "alarm", "written": "dim"}


def _lost_lines(board: Board, lost: Withdrawn, width: int) -> tuple[Line, ...]:
    """An event that was withdrawn before anybody else saw it: why, and what it would have said."""
    who, kind = Names(board).span(lost.event.by, "strong"), Span(inert(lost.event.kind), "strong")
    return (
        Line((who, Span(" "), kind, POINT, Span("withdrawn", "warn"))),
        Line(),
        *_field("why", lost.reason, width),
        *(line for name, found in lost.event.fields.items() for line in _field(name, found, width)),
        *facts("at", texts([lost.event.at], "dim")),
    )


def _doubt(entry: LogEntry) -> str:
    """Why an event may be another's than it says."""
    if not entry.unverified or entry.line.event is None:
        return ""
    who = inert(entry.line.event.by)
    return f"unverified: by {stranger(entry)}, which is none of {who}'s emails"


def _field(name: str, found: object, width: int) -> list[Line]:
    """A field in full; a long name has a line of its own."""
    text = found if isinstance(found, str) else value(found)
    spans = [line.left for line in prose(text, width - COLUMN, "")]
    return facts(name, spans)
