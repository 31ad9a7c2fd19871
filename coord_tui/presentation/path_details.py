"""Everything about one path: whose it is and by which rule, who is in it, which tasks name it."""

from coord_tui.core.board import Board, TaskEntry
from coord_tui.core.granting import is_open
from coord_tui.core.patterns import of_task
from coord_tui.core.plan import Shared
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.standing import Standing
from coord_tui.core.state import Request
from coord_tui.core.times import left, seconds_of, text_of
from coord_tui.presentation.answering import about
from coord_tui.presentation.facts import POINT, facts, hold, texts
from coord_tui.presentation.focus import standing_of
from coord_tui.presentation.path_work import work_lines
from coord_tui.presentation.rows import Line, Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert


def path_lines(snapshot: Snapshot, path: str, width: int = 80) -> tuple[Line, ...]:
    """A file's details; of a folder, whose path ends with `/`, the rules for what is in it."""
    head = (Line((Span(inert(path), "strong title"),), squeeze="middle"), Line())
    if path.endswith("/"):
        rules = _rules_in(snapshot.board, path)
        nothing = [(Span("the plan has no rule for what is in here", "dim"),)]
        return (*head, *facts("rules", rules or nothing))
    standing = standing_of(snapshot, path)
    return (
        *head,
        *work_lines(snapshot, standing, width),
        *_rule(snapshot, path),
        *facts("held by", _holds(standing, snapshot.board)),
        *facts("asked", _requests(snapshot.board, path)),
        *facts("tasks", [task_name(e) for e in snapshot.board.tasks if names_path(e, path)]),
    )


def task_name(entry: TaskEntry) -> Spans:
    """A task's id, title and status."""
    return (
        Span(inert(entry.task.id), "strong"),
        Span(f" {inert(entry.task.title)}"),
        POINT,
        Span(entry.status, entry.status),
    )


def names_path(entry: TaskEntry, path: str) -> bool:
    """Whether a claim of the task holds the path."""
    patterns = filter(None, map(of_task, entry.task.files))
    return any(pattern.match(path) for pattern in patterns)


def _rule(snapshot: Snapshot, path: str) -> list[Line]:
    """Which rule of the plan decides, and whose part of a shared file is which."""
    names, verdict = Names(snapshot.board), snapshot.ownership.owner_of(path)
    if not verdict.rule:
        return facts("owner", [(Span("nobody: no rule of coord.yaml takes it", "dim"),)])
    where = f"line {verdict.line} of coord.yaml" if verdict.line else "coord.yaml"
    nobody = Span("nobody", "dim") if verdict.kind == "unowned" else Span("shared", "shared")
    owner = names.span(verdict.owner) if verdict.owner else nobody
    return [
        *facts("owner", [(owner, POINT, Span(inert(verdict.rule)), Span(f", {where}", "dim"))]),
        *facts("note", texts([verdict.note])),
        *facts("parts", _parts(snapshot.board, verdict.rule, verdict.kind)),
    ]


def _parts(board: Board, rule: str, kind: str) -> list[Spans]:
    names = Names(board)
    shared = (s for s in board.plan.shared if kind == "shared" and s.path == rule)
    found = next(shared, Shared(rule))
    return [
        (names.span(part.session), *((Span(f"  {inert(part.note)}"),) if part.note else ()))
        for part in found.sessions
    ]


def _rules_in(board: Board, folder: str) -> list[Spans]:
    """The plan's rules that begin in a folder, or are for the whole of it or of one above."""
    names = Names(board)
    rules = [(own.path, names.span(own.session), own.note) for own in board.plan.ownership]
    rules += [(one.path, Span("shared", "shared"), one.note) for one in board.plan.shared]
    return [
        (Span(f"{inert(pattern)}  "), who, *((Span(f"  {inert(note)}", "dim"),) if note else ()))
        for pattern, who, note in rules
        if _meets(pattern.removeprefix("/"), folder)
    ]


def _meets(pattern: str, folder: str) -> bool:
    above = pattern.endswith("/") and folder.startswith(pattern)
    return above or pattern.startswith(folder)


def _holds(standing: Standing, board: Board) -> list[Spans]:
    """The reservations that take the path in: another's first."""
    return [hold(board, held, standing.path) for held in (standing.held, standing.own) if held]


def _requests(board: Board, path: str) -> list[Spans]:
    return [
        (Names(board).span(asked.session), Span(f" “{inert(asked.why)}” "), *_answer(asked, board))
        for asked in board.requests
        if about(asked, path)
    ]


def _answer(asked: Request, board: Board) -> Spans:
    """What became of a request, with the owner's words."""
    words = (Span(f" “{inert(asked.words)}”", "dim"),) if asked.words else ()
    if asked.answer == "deny":
        return (Span("denied", "alarm"), *words)
    if asked.answer == "over":
        return (Span("ended before it was answered", "dim"),)
    if asked.answer and asked.reservation:
        return (Span("handed over", "ok"), *words)
    if asked.answer != "grant":
        return (Span("not answered yet", "warn"),)
    if not is_open(asked, text_of(board.now)):
        return (Span("granted, and ended", "dim"), *words)
    how_long = f", {left(seconds_of(asked.until) - board.now)} left" if asked.until else ""
    return (Span(f"granted{how_long}", "ok"), *words)
