"""What the command line says of tasks: lists a person reads at eighty columns.

Each function gives finished lines of harmless text for `width` cells; 0 means that nothing is cut.
"""

from collections.abc import Iterable, Sequence

from coord_tui.core.board import Board, TaskEntry, age
from coord_tui.core.times import span
from coord_tui.presentation import symbols
from coord_tui.presentation.columns import columns
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.tasks import short
from coord_tui.presentation.text import inert

TITLE = 3
"""The column that gives way: the title's."""

NAMED = 3
"""Tasks that a remark names before it only counts."""


def task_lines(board: Board, entries: Sequence[TaskEntry], width: int) -> list[Spans]:
    """Tasks under the headings of their groups: id, status, who, title, what matters now."""
    lines: list[Spans] = []
    rows = columns([_task_row(entry, board) for entry in entries], width, TITLE, indent="  ")
    group: str | None = None
    for entry, row in zip(entries, rows, strict=True):
        if entry.task.group != group:
            group = entry.task.group
            lines.append(_heading(board, group))
        lines.append(row)
    return lines or [(Span("no such task" if board.tasks else "no tasks yet", "dim"),)]


def _heading(board: Board, id: str) -> Spans:
    group = next((group for group in board.plan.groups if group.id == id), None)
    if group is None:
        return (Span("in no group", "title"),)
    title = f" {symbols.POINT} {inert(group.title)}" if group.title else ""
    return (Span(inert(group.id), "title"), Span(title, "title"), Span(f"  {group.state}", "dim"))


def _task_row(entry: TaskEntry, board: Board) -> Spans:
    who = entry.claimed_by or entry.owner
    return (
        Span(entry.task.id, "strong"),
        Span(entry.status, entry.status),
        Names(board).span(who) if who else Span(""),
        Span(entry.task.title, "dropped" if entry.status == "dropped" else ""),
        remark(entry, board),
    )


def remark(entry: TaskEntry, board: Board) -> Span:
    """The one thing worth knowing of a task now."""
    if entry.status == "blocked":
        return Span(f"waits for {some(entry.waits_for)}", "blocked")
    if entry.status == "claimed":
        since = f"for {span(age(board, entry.since))}"
        return Span(f"{since}, stale", "warn") if entry.stale else Span(since, "dim")
    if entry.status == "done":
        return Span(short(entry.commit), "dim")
    if entry.status == "dropped":
        return Span(entry.task.dropped if isinstance(entry.task.dropped, str) else "", "dim")
    return Span(f"frees {some(entry.unblocks)}" if entry.unblocks else "", "dim")


def ready_lines(board: Board, entries: Sequence[TaskEntry], width: int) -> list[Spans]:
    """What may be taken, best first: id, owner, title, what it unblocks."""
    if not entries:
        return [(Span("nothing is ready: `coord-tui ready --explain` says why", "dim"),)]
    names = Names(board)
    rows = [
        (
            Span(entry.task.id, "strong"),
            names.span(entry.owner) if entry.owner else Span("anyone", "dim"),
            Span(entry.task.title),
            remark(entry, board),
        )
        for entry in entries
    ]
    return columns(rows, width, yields=2)


def explained_lines(board: Board, entries: Sequence[TaskEntry], width: int) -> list[Spans]:
    """Why each ready task stands where it stands, and why the other open ones are not ready."""
    ready = [(Span(e.task.id, "ready"), Span(why(e, board))) for e in entries]
    others = board.with_status("claimed", "blocked")
    rest = [(Span(e.task.id, e.status), Span(why(e, board))) for e in others]
    return [
        *_block("ready, best first", ready, width),
        *_block("not ready", rest, width),
    ] or [(Span("there is no open task", "dim"),)]


def _block(title: str, rows: Sequence[Spans], width: int) -> list[Spans]:
    lines = columns(rows, width, yields=1, indent="  ")
    return [(Span(title, "title"),), *lines] if rows else []


def why(entry: TaskEntry, board: Board) -> str:
    """Why a task is ready and how good it is for the reader, or why it is not ready."""
    if entry.status == "blocked":
        return f"waits for {some(entry.waits_for)}"
    if entry.status == "claimed":
        stale = ", stale: --takeover may take it" if entry.stale else ""
        return f"{entry.claimed_by} has it for {span(age(board, entry.since))}{stale}"
    return ", ".join(_merits(entry, board))


def _merits(entry: TaskEntry, board: Board) -> Iterable[str]:
    mine = bool(board.me) and entry.owner == board.me
    yield "yours" if mine else f"{entry.owner}'s" if entry.owner else "anyone's"
    if board.group and entry.task.group == board.group.id:
        yield "in the current group"
    if entry.unblocks:
        yield f"frees {some(entry.unblocks)}"
    if entry.task.enhances:
        yield f"helps {some(entry.task.enhances)}"
    if entry.task.after:
        yield f"{some(entry.task.after)} done"


def some(ids: Sequence[str]) -> str:
    """The first few ids, and how many more there are."""
    more = f" +{len(ids) - NAMED}" if len(ids) > NAMED else ""
    return ", ".join(map(inert, ids[:NAMED])) + more
