"""The commands that share work through the remote: pull, finish."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import act, may_wait, tell_notices
from coord_tui.cli.output import emit, narrate, show
from coord_tui.cli.parser import duration
from coord_tui.core.pulled import Pulled
from coord_tui.errors import CoordError, Refused
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


def _pull_arguments(parser: Parser) -> None:
    _within(parser)


def _within(parser: Parser) -> None:
    parser.add_argument(
        "--timeout",
        type=duration,
        default=0,
        metavar="TIME",
        help="how long the remote may take for an answer: 30s, 5m (default: 2m)",
    )


def _pull(options: Namespace) -> int:
    from coord_tui.presentation.pulling import document, pulled_lines
    from coord_tui.workspace.pull import ANSWERING, pull

    try:
        workspace = Workspace.open(options.repo, options.session)
        done = pull(workspace, timeout=options.timeout or ANSWERING)
    except CoordError as error:
        if options.json:
            emit(document(Pulled(reason=str(error))))
        raise
    tell_notices(workspace)
    if options.json:
        emit(document(done))
    elif done.reason:
        narrate(done.reason)
    else:
        show(pulled_lines(done))
    return Refused.exit_code if done.reason else 0


def _finish_arguments(parser: Parser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument(
        "-m",
        "--message",
        default="",
        metavar="MESSAGE",
        help="of the commit; not needed where only the push or the word is missing",
    )
    _within(parser)
    may_wait(parser, usually=True)


def _finish(options: Namespace) -> int:
    from coord_tui.workspace.finish import finish
    from coord_tui.workspace.pull import ANSWERING

    return act(
        options,
        options.paths,
        lambda it: finish(
            it,
            options.paths,
            options.message,
            cwd=options.repo,
            timeout=options.timeout or ANSWERING,
        ),
    )


COMMANDS: dict[str, Command] = {
    "pull": (_pull_arguments, _pull),
    "finish": (_finish_arguments, _finish),
}
