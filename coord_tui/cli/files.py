"""The commands that hold files: announce, reserve, unreserve."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import act, may_wait
from coord_tui.cli.parser import duration
from coord_tui.workspace import actions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


def _announce_arguments(parser: Parser) -> None:
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("intent", nargs="+", metavar="INTENT", help="what you are about to change")
    _lasting(parser)


def _lasting(parser: Parser) -> None:
    parser.add_argument(
        "--for",
        dest="lasts",
        type=duration,
        default=0,
        metavar="TIME",
        help="how long after your last event it holds: 30m, 2h",
    )
    may_wait(parser, usually=True)


def _announce(options: Namespace) -> int:
    intent = " ".join(options.intent)
    return act(
        options,
        [options.path],
        lambda it: actions.announce(
            it, options.path, intent, lasts=options.lasts, cwd=options.repo
        ),
    )


def _reserve_arguments(parser: Parser) -> None:
    parser.add_argument("patterns", nargs="+", metavar="PATTERN")
    parser.add_argument("--intent", default="", metavar="WHY", help="told to who wants it too")
    parser.add_argument("--loosely", action="store_true", help="others may hold it too")
    _lasting(parser)


def _reserve(options: Namespace) -> int:
    return act(
        options,
        options.patterns,
        lambda it: actions.reserve(
            it,
            options.patterns,
            intent=options.intent,
            lasts=options.lasts,
            loosely=options.loosely,
            cwd=options.repo,
        ),
    )


def _unreserve_arguments(parser: Parser) -> None:
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="none: all you reserved")
    may_wait(parser, usually=False)


def _unreserve(options: Namespace) -> int:
    patterns, cwd = options.patterns, options.repo
    return act(options, patterns or ["all"], lambda it: actions.unreserve(it, patterns, cwd=cwd))


COMMANDS: dict[str, Command] = {
    "announce": (_announce_arguments, _announce),
    "reserve": (_reserve_arguments, _reserve),
    "unreserve": (_unreserve_arguments, _unreserve),
}
