"""The command with which agents wait instead of asking again and again."""

from __future__ import annotations

from argparse import Namespace
from math import inf

from coord_tui.cli.acting import tell_notices
from coord_tui.cli.output import emit, narrate, show
from coord_tui.cli.parser import duration
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.cli.parser import Command, Parser
    from coord_tui.core.waiting import Condition

KINDS = "--ready, --task, --request, --path or --unread"


def _arguments(parser: Parser) -> None:
    parser.add_argument("--ready", action="store_true", help="until a task is that you may take")
    parser.add_argument("--task", metavar="TASK", help="until it can be taken, or is done")
    parser.add_argument("--request", metavar="REQ", help="until it is answered: its id, or path")
    parser.add_argument("--path", metavar="PATH", help="until nobody keeps you from editing it")
    parser.add_argument("--unread", action="store_true", help="until something is in your inbox")
    parser.add_argument("--timeout", type=duration, default=inf, metavar="TIME", help="30s, 10m")


def _wait(options: Namespace) -> int:
    from coord_tui.cli.ending import stopping
    from coord_tui.presentation.waiting import document
    from coord_tui.workspace.waiting import wait_for

    given = (options.ready, options.task, options.request, options.path, options.unread)
    if sum(value not in (None, False) for value in given) != 1:
        raise BadInput(f"say for which one to wait: {KINDS}")
    workspace = Workspace.open(options.repo, options.session)
    kind, condition = _condition(workspace, options)
    with stopping() as stop:
        found = wait_for(workspace, condition, stop, options.timeout)
    tell_notices(workspace)
    if stop.is_set() and not found.over:
        return stop.code
    words = found.words if found.over else f"timed out: {found.words}"
    if options.json:
        emit(document(kind, found))
    elif found.holds:
        show([(("✓ ", "ok"), (words, ""))])
    else:
        narrate(words)
    return 0 if found.holds else Refused.exit_code


def _condition(workspace: Workspace, options: Namespace) -> tuple[str, Condition]:
    """What to wait for, and its word."""
    from coord_tui.core.waiting import any_ready, anything_waits
    from coord_tui.workspace.waiting import until_answered, until_free, until_task

    if options.ready:
        return "ready", any_ready
    if options.unread:
        return "unread", anything_waits
    if options.task is not None:
        return "task", until_task(workspace, options.task)
    if options.request is not None:
        return "request", until_answered(workspace, options.request, options.repo)
    return "path", until_free(workspace, options.path, options.repo)


COMMANDS: dict[str, Command] = {"wait": (_arguments, _wait)}
