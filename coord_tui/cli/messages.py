"""The commands that talk: say, ack, inbox."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import act, may_wait, tell_notices
from coord_tui.cli.fresh import may_sync, opened
from coord_tui.cli.output import emit, narrate, show
from coord_tui.cli.parser import listed
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


def _say_arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT")
    parser.add_argument("--to", action="append", default=[], metavar="SESSION", help="default: all")
    parser.add_argument("--about", default="", metavar="THING", help="a task or a path")
    may_wait(parser, usually=False)


def _say(options: Namespace) -> int:
    text, to = " ".join(options.text), listed(options.to)
    return act(
        options,
        [", ".join(to) or "all"],
        lambda it: actions.say(it, text, to=to, about=options.about),
    )


def _ack_arguments(parser: Parser) -> None:
    parser.add_argument("event", nargs="?", default="", metavar="EVENT", help="up to this one")
    may_wait(parser, usually=False)


def _ack(options: Namespace) -> int:
    return act(options, [options.event], lambda it: _acknowledge(it, options.event))


def _acknowledge(workspace: Workspace, upto: str) -> list[Outcome]:
    lost = len(workspace.board().withdrawn)
    outcomes = actions.ack(workspace, upto)
    lost -= len(workspace.board().withdrawn) if lost else 0
    if lost:
        narrate(f"{lost} withdrawn, and forgotten")
    elif not outcomes:
        narrate("nothing is unread")
    return outcomes


def _inbox(options: Namespace) -> int:
    from coord_tui.presentation.inbox import inbox_document, inbox_lines
    from coord_tui.workspace.due import due_here

    workspace = opened(options)
    board = workspace.board()
    due = due_here(workspace, board)
    tell_notices(workspace)
    if options.json:
        emit(inbox_document(board, due))
    else:
        show(inbox_lines(board, due))
    return 0


COMMANDS: dict[str, Command] = {
    "say": (_say_arguments, _say),
    "ack": (_ack_arguments, _ack),
    "inbox": (may_sync, _inbox),
}
