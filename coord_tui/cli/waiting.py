"""The command with which agents wait instead of asking again and again."""

from __future__ import annotations

from argparse import Namespace
from math import inf
from time import monotonic

from coord_tui.cli.output import emit, narrate, show
from coord_tui.cli.parser import duration
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from coord_tui.cli.parser import Command, Parser
    from coord_tui.core.board import Board
    from coord_tui.core.waiting import Condition, Finding

KINDS = "--ready, --task, --request, --path or --unread"


HOW_SOON = """\
What this clone does is noticed at once; what others push, about 2 s after the
remote has it. The remote is asked before anything is said. A grant that came
and ended while you waited is an answer (0), and says that it ended; one that
had ended before is none (1)."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("--ready", action="store_true", help="until a task is that you may take")
    parser.add_argument("--task", metavar="TASK", help="until it can be taken, or is done")
    parser.add_argument("--request", metavar="REQ", help="until it is answered: its id, or path")
    parser.add_argument("--path", metavar="PATH", help="until nobody keeps you from editing it")
    parser.add_argument("--unread", action="store_true", help="until something is in your inbox")
    parser.add_argument("--timeout", type=duration, default=inf, metavar="TIME", help="30s, 10m")
    parser.add_argument_group("how soon", HOW_SOON)


def _wait(options: Namespace) -> int:
    from coord_tui.cli.ending import stopping
    from coord_tui.workspace.learning import learn
    from coord_tui.workspace.waiting import wait_for

    end = monotonic() + options.timeout
    _check_one_kind(options)
    workspace = Workspace.open(options.repo, options.session)
    workspace.tell(learn(workspace, min(workspace.plan.channel.wait, options.timeout)))
    tell = _telling(workspace)
    tell()
    kind, condition = _condition(workspace, options)
    with stopping() as stop:
        judge = _telling_first(tell, condition)
        found = wait_for(workspace, judge, stop, end - monotonic())
    tell()
    if stop.is_set() and not found.over:
        return stop.code
    return _say(kind, found, options)


def _check_one_kind(options: Namespace) -> None:
    given = (options.ready, options.task, options.request, options.path, options.unread)
    if sum(value not in (None, False) for value in given) != 1:
        raise BadInput(f"say for which one to wait: {KINDS}")


def _telling(workspace: Workspace) -> Callable[[], None]:
    """Narrates what the workspace wants to be told, each line once however long it waits."""
    told: set[str] = set()

    def tell() -> None:
        for notice in workspace.told():
            if notice not in told:
                narrate(notice)
            told.add(notice)

    return tell


def _telling_first(tell: Callable[[], None], condition: Condition) -> Condition:
    """The condition, which narrates what there is to tell whenever it is judged."""

    def judge(board: Board) -> Finding:
        tell()
        return condition(board)

    return judge


def _say(kind: str, found: Finding, options: Namespace) -> int:
    """Say what became of the wait; its exit code."""
    words = found.words if found.over else f"timed out: {found.words}"
    if options.json:
        from coord_tui.presentation.waiting import document

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
