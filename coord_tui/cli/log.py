"""The command that tells what happened, once or for as long as it is listened to."""

from __future__ import annotations

import time
from argparse import Namespace

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.fresh import may_sync, opened
from coord_tui.cli.output import emit, flush, show, width
from coord_tui.cli.parser import count
from coord_tui.core.board import Board, LogEntry
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coord_tui.cli.parser import Command, Parser

LAST = 20
"""Events that `log` shows unless told otherwise; as JSON it gives all."""


def _arguments(parser: Parser) -> None:
    usual = f"how many of the last (default: {LAST}; with --json all)"
    parser.add_argument("-n", type=count, metavar="COUNT", help=usual)
    parser.add_argument("--unread", action="store_true", help="only what is meant for you, unread")
    parser.add_argument("--about", default="", metavar="THING", help="a task, path or session")
    follow = "and then each new one; with --json a document a line"
    parser.add_argument("-f", "--follow", action="store_true", help=follow)
    may_sync(parser)


def _log(options: Namespace) -> int:
    workspace = opened(options, asks=not options.follow)
    if options.follow:
        return _follow(workspace, options)
    board = workspace.board()
    tell_notices(workspace)
    entries = _last(_chosen(board, options), options)
    if options.json:
        emit(_documents(entries))
    else:
        _print(board, entries)
    return 0


def _chosen(board: Board, options: Namespace) -> list[LogEntry]:
    from coord_tui.core.choosing import chosen

    return chosen(board, unread=options.unread, about=options.about)


def _last(entries: list[LogEntry], options: Namespace) -> list[LogEntry]:
    usual = len(entries) if options.json else LAST
    return entries[max(0, len(entries) - (usual if options.n is None else options.n)) :]


def _documents(entries: Sequence[LogEntry]) -> list[object]:
    from coord_tui.presentation import documents

    return [documents.log_entry(entry) for entry in entries]


def _print(board: Board, entries: Sequence[LogEntry], *, separators: bool = True) -> None:
    from coord_tui.presentation.channel import rows
    from coord_tui.presentation.columns import fitted

    room, offset = width(), time.localtime().tm_gmtoff
    chosen = board._replace(log=tuple(entries))
    listed = rows(chosen, offset, room, max(1, len(entries)), doubts=True)
    shown = [row for row in listed if separators or row.selectable]
    show(fitted(line, room) for row in shown for line in row.lines)


def _follow(workspace: Workspace, options: Namespace) -> int:
    """Show what is there, then what comes, until a signal says that it is enough."""
    from coord_tui.cli.ending import stopping
    from coord_tui.core.choosing import Fresh
    from coord_tui.workspace.waiting import follow

    fresh, first = Fresh(), True
    with stopping() as stop:
        for board in follow(workspace, stop):
            tell_notices(workspace)
            entries = fresh.of(_chosen(board, options))
            entries = _last(entries, options) if first else entries
            if options.json:
                for document in _documents(entries):
                    emit(document)
            elif entries:
                _print(board, entries, separators=first)
            first = False
            flush()
    return stop.code


COMMANDS: dict[str, Command] = {"log": (_arguments, _log)}
