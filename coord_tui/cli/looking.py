"""The commands that only look: status, ready, tasks, show."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.fresh import may_sync, opened
from coord_tui.cli.output import emit, show, width
from coord_tui.cli.parser import one_of
from coord_tui.core.board import STATUSES, Board, ready_for
from coord_tui.workspace.words import check, groups, sessions
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


def _status_arguments(parser: Parser) -> None:
    line = "one line, for a prompt; it never asks the remote"
    parser.add_argument("--line", action="store_true", help=line)
    may_sync(parser)


def _status(options: Namespace) -> int:
    workspace = opened(options, asks=not options.line)
    snapshot = workspace.snapshot()
    tell_notices(workspace, snapshot.notices)
    if options.json:
        from coord_tui.presentation import documents

        emit(documents.status(snapshot))
        return 0
    from coord_tui.presentation.status import status_line, status_lines

    show([status_line(snapshot, width())] if options.line else status_lines(snapshot, width()))
    return 0


def _ready_arguments(parser: Parser) -> None:
    parser.add_argument("--mine", action="store_true", help="only yours and nobody's")
    parser.add_argument("--explain", action="store_true", help="why, and why the others are not")
    may_sync(parser)


def _ready(options: Namespace) -> int:
    from coord_tui.presentation import report

    board = _board(opened(options))
    entries = ready_for(board, board.me)
    if options.mine:
        entries = tuple(entry for entry in entries if entry.owner in ("", board.me))
    if options.json:
        from coord_tui.presentation import documents

        reasons = [{"why": report.why(e, board)} if options.explain else {} for e in entries]
        emit([documents.task(e) | more for e, more in zip(entries, reasons, strict=True)])
    else:
        lines = report.explained_lines if options.explain else report.ready_lines
        show(lines(board, entries, width()))
    return 0


def _tasks_arguments(parser: Parser) -> None:
    parser.add_argument("--group", default="", metavar="ID")
    parser.add_argument("--status", type=one_of(STATUSES), metavar="STATUS",
                        help=", ".join(STATUSES))  # fmt: skip
    parser.add_argument(
        "--owner", default="", metavar="SESSION", help="assigned to it or held by it"
    )


def _tasks(options: Namespace) -> int:
    board = _board(Workspace.open(options.repo, options.session))
    check("group", [options.group], groups(board))
    check("session", [options.owner], sessions(board))
    entries = [
        entry
        for entry in board.tasks
        if options.group in ("", entry.task.group)
        and options.status in (None, entry.status)
        and options.owner in ("", entry.owner, entry.claimed_by)
    ]
    if options.json:
        from coord_tui.presentation import documents

        emit([documents.task(entry) for entry in entries])
        return 0
    from coord_tui.presentation.report import task_lines

    show(task_lines(board, entries, width()))
    return 0


def _show_arguments(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help="a task, session, path or event")


def _show(options: Namespace) -> int:
    from coord_tui.presentation.columns import fitted
    from coord_tui.presentation.showing import document, lines
    from coord_tui.workspace.subjects import subject

    workspace = Workspace.open(options.repo, options.session)
    snapshot = workspace.snapshot()
    tell_notices(workspace, snapshot.notices)
    kind, id = subject(options.id, snapshot.board, workspace, options.repo)
    if options.json:
        emit(document(snapshot, kind, id))
    else:
        room = width()
        show(fitted(line, room) for line in lines(snapshot, kind, id, room or 100))
    return 0


def _board(workspace: Workspace) -> Board:
    board = workspace.board()
    tell_notices(workspace)
    return board


COMMANDS: dict[str, Command] = {
    "status": (_status_arguments, _status),
    "ready": (_ready_arguments, _ready),
    "tasks": (_tasks_arguments, _tasks),
    "show": (_show_arguments, _show),
}
