"""The commands that talk: say, ack."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import act, may_wait
from coord_tui.cli.output import narrate
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
    may_wait(parser, usually=False)


def _ack(options: Namespace) -> int:
    return act(options, [""], _acknowledge)


def _acknowledge(workspace: Workspace) -> list[Outcome]:
    outcomes = actions.ack(workspace)
    if not outcomes:
        narrate("nothing is unread")
    return outcomes


COMMANDS: dict[str, Command] = {
    "say": (_say_arguments, _say),
    "ack": (_ack_arguments, _ack),
}
