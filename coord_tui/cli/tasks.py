"""The commands that move tasks: claim, release, done, reopen, add, assign."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.acting import act, may_wait
from coord_tui.cli.parser import listed
from coord_tui.errors import BadInput
from coord_tui.workspace import actions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser


def _claim_arguments(parser: Parser) -> None:
    parser.add_argument("tasks", nargs="*", metavar="TASK")
    parser.add_argument("--next", action="store_true", help="the ready task that suits you best")
    parser.add_argument("--takeover", action="store_true", help="take what is held, or not ready")
    parser.add_argument("--reason", default="", metavar="WHY", help="told to the holder")
    may_wait(parser, usually=True)


def _claim(options: Namespace) -> int:
    if options.next == bool(options.tasks):
        raise BadInput("name the tasks to claim, or --next, and not both")
    if options.next:
        return act(options, [""], actions.claim_next)
    takeover, reason = options.takeover, options.reason
    return act(
        options,
        options.tasks,
        lambda it: actions.claim(it, options.tasks, takeover=takeover, reason=reason),
    )


def _several(parser: Parser) -> None:
    parser.add_argument("tasks", nargs="+", metavar="TASK")
    may_wait(parser, usually=False)


def _release(options: Namespace) -> int:
    return act(options, options.tasks, lambda it: actions.release(it, options.tasks))


def _reopen(options: Namespace) -> int:
    return act(options, options.tasks, lambda it: actions.reopen(it, options.tasks))


def _done_arguments(parser: Parser) -> None:
    parser.add_argument("task", metavar="TASK")
    parser.add_argument("--commit", default="HEAD", metavar="SHA", help="by which (default: HEAD)")
    may_wait(parser, usually=False)


def _done(options: Namespace) -> int:
    return act(options, [options.task], lambda it: actions.done(it, options.task, options.commit))


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("title", metavar="TITLE", help="in quotes")
    parser.add_argument("--id", default="", help="short and unique (default: the next free one)")
    parser.add_argument("--group", default="", help="default: the current one")
    parser.add_argument("--after", action="append", default=[], metavar="ID", help="waits for")
    parser.add_argument("--owner", default="", metavar="SESSION", help="assigned to")
    parser.add_argument("--files", action="append", default=[], metavar="PATTERN", help="it needs")
    parser.add_argument("--details", default="", metavar="MARKDOWN")
    may_wait(parser, usually=True)


def _add(options: Namespace) -> int:
    return act(
        options,
        [options.id],
        lambda it: actions.add(
            it,
            options.title,
            id=options.id,
            group=options.group,
            after=listed(options.after),
            owner=options.owner,
            files=options.files,
            details=options.details,
        ),
    )


def _assign_arguments(parser: Parser) -> None:
    parser.add_argument("task", metavar="TASK")
    parser.add_argument("to", metavar="SESSION", help="`-` or `nobody`: nobody's")
    may_wait(parser, usually=False)


def _assign(options: Namespace) -> int:
    return act(options, [options.task], lambda it: actions.assign(it, options.task, options.to))


COMMANDS: dict[str, Command] = {
    "claim": (_claim_arguments, _claim),
    "release": (_several, _release),
    "done": (_done_arguments, _done),
    "reopen": (_several, _reopen),
    "add": (_add_arguments, _add),
    "assign": (_assign_arguments, _assign),
}
