"""The command that hooks ask before a commit, and agents before an edit: may this session do that?

Exit codes: 0 allowed, 1 refused, 2 wrong usage, 3 could not tell. With `--stdin` those that the
hooks of agents know: 0 go on, 2 stop. There no other may come out: an agent takes it for leave.
"""

from __future__ import annotations

import os
import sys

from coord_tui.cli.output import emit, flush, harmless, narrate, put
from coord_tui.core.guarding import is_allowed
from coord_tui.errors import BadInput, CoordError
from coord_tui.presentation.guarding import document, for_agent, lines
from coord_tui.workspace.guard import Answer, guard_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from coord_tui.cli.parser import Command, Parser

ALLOWED, REFUSED, STOP = 0, 1, 2


def _arguments(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="may I edit these files?")
    parser.add_argument("--staged", action="store_true", help="may I commit what is staged?")
    parser.add_argument("--mine", action="store_true", help="list what is staged and mine")
    parser.add_argument("--range", dest="span", metavar="A..B", help="who crossed ownership in it?")
    parser.add_argument(
        "--stdin",
        action="store_true",
        help="the edit is the JSON that an agent's hook sends; the exit code is 0 to go on, "
        "2 to stop, and warnings are JSON for the agent on stdout",
    )


def _guard(options: Namespace) -> int:
    asked = [bool(options.paths), options.staged, options.mine, bool(options.span), options.stdin]
    if sum(asked) > 1:
        raise BadInput("one at a time: PATH…, --staged, --mine, --range or --stdin")
    if options.stdin:
        return _guard_edit(options)
    if options.mine:
        return _list_mine(options)
    answer = _answer(options)
    code = _told(answer)
    if options.json:
        emit(document(answer.findings, answer.command))
    return code


def guard_commit() -> int:
    """What the hook of a commit asks: `--staged` and nothing else."""
    from coord_tui.workspace.guard_commits import guard_staged

    return _told(guard_staged(".", ""))


def _told(answer: Answer) -> int:
    """Say what was found; the exit code."""
    _say(answer)
    return ALLOWED if is_allowed(answer.findings) else REFUSED


def _answer(options: Namespace) -> Answer:
    if options.paths:
        return guard_files(options.repo, options.session, options.paths)
    if options.span is None:
        from coord_tui.workspace.guard_commits import guard_staged

        return guard_staged(options.repo, options.session)
    from coord_tui.workspace.guard_range import guard_range

    before, dots, after = options.span.partition("..")
    if not dots or not (before or after) or before.startswith("-"):
        raise BadInput(f"{options.span!r} is no range: name two revisions, origin/main..HEAD")
    return guard_range(options.repo, options.span)


def _list_mine(options: Namespace) -> int:
    """One path a line, as `git commit --pathspec-from-file` reads them."""
    from coord_tui.core.shell import listed
    from coord_tui.workspace.guard_commits import mine

    paths = mine(options.repo, options.session)
    if options.json:
        emit(paths)
    else:
        for path in paths:
            put(listed(path))
    return ALLOWED


def _guard_edit(options: Namespace) -> int:
    """Whatever fails stops the edit: an agent takes every other exit code for leave."""
    try:
        return _edit_judged(options)
    except CoordError as error:
        narrate(_unknown(str(error)))
    except Exception as error:
        if os.environ.get("COORD_DEBUG"):
            import traceback

            traceback.print_exc()
        narrate(_unknown(f"unexpected {type(error).__name__}: {error}"))
    return STOP


def _edit_judged(options: Namespace) -> int:
    from coord_tui.workspace.guard_edit import guard_edit

    data = sys.stdin.buffer.read() if sys.stdin else b""
    answer, event = guard_edit(options.repo, options.session, data)
    allowed = is_allowed(answer.findings)
    if options.json:
        emit(document(answer.findings))
    elif answer.findings and allowed:
        emit(for_agent([harmless(line) for line in lines(answer.findings)], event))
    if not allowed:
        _say(answer)
    flush()
    return ALLOWED if allowed else STOP


def _say(answer: Answer) -> None:
    for line in (*answer.notes, *lines(answer.findings, answer.command, answer.advice)):
        narrate(line)


def _unknown(why: str) -> str:
    return why if why.startswith("could not tell: ") else f"could not tell: {why}"


COMMANDS: dict[str, Command] = {"guard": (_arguments, _guard)}
