"""The commands about others' files: ask, grant, deny."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import Act, act, may_wait
from coord_tui.cli.parser import duration
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser

WHICH = "its id or the end of it, its path, or who asks"


def _ask_arguments(parser: Parser) -> None:
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("why", nargs="+", metavar="WHY", help="what you want to change in it")
    parser.add_argument("--task", default="", metavar="TASK", help="for which it is needed")
    unasked = "refuse it by what this clone knows already"
    parser.add_argument("--no-sync", action="store_true", help=unasked)
    may_wait(parser, usually=False)


def _ask(options: Namespace) -> int:
    why, task, cwd = " ".join(options.why), options.task, options.repo

    def asked(workspace: Workspace) -> list[Outcome]:
        return actions.ask(workspace, options.path, why, task=task, cwd=cwd)

    return act(options, [options.path], asked if options.no_sync else _informed(asked))


def _informed(action: Act) -> Act:
    """The action, tried once more when it is refused by what this clone knows alone."""

    def tried(workspace: Workspace) -> list[Outcome]:
        outcomes = action(workspace)
        if workspace.patience or all(one.accepted for one in outcomes):
            return outcomes
        from coord_tui.workspace.learning import SHORT, learn

        workspace.tell(learn(workspace, min(SHORT, workspace.plan.channel.wait)))
        return action(workspace)

    return tried


def _grant_arguments(parser: Parser) -> None:
    parser.add_argument("request", metavar="REQ", help=WHICH)
    parser.add_argument("words", nargs="*", metavar="WORDS", help="told to who asked")
    parser.add_argument(
        "--for",
        dest="lasts",
        type=duration,
        default=0,
        metavar="TIME",
        help="how long it holds: 30m, 2h (default: as long as a reservation)",
    )
    scope = "takes in what was asked for, and more of yours"
    parser.add_argument("--scope", default="", metavar="PATTERN", help=scope)
    may_wait(parser, usually=False)


def _grant(options: Namespace) -> int:
    return act(
        options,
        [options.request],
        lambda it: actions.grant(
            it,
            options.request,
            " ".join(options.words),
            lasts=options.lasts,
            scope=options.scope,
            cwd=options.repo,
        ),
    )


def _deny_arguments(parser: Parser) -> None:
    parser.add_argument("request", metavar="REQ", help=WHICH)
    parser.add_argument("why", nargs="+", metavar="WHY", help="told to who asked")
    may_wait(parser, usually=False)


def _deny(options: Namespace) -> int:
    why, cwd = " ".join(options.why), options.repo
    return act(
        options, [options.request], lambda it: actions.deny(it, options.request, why, cwd=cwd)
    )


COMMANDS: dict[str, Command] = {
    "ask": (_ask_arguments, _ask),
    "grant": (_grant_arguments, _grant),
    "deny": (_deny_arguments, _deny),
}
