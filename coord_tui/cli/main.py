"""Runs one command: finds its word, imports only what that needs, and ends with an exit code.

Exit codes: 0 done, 1 refused by the rules, 2 wrong usage or bad input, 3 the environment failed.
Whatever happens, a person sees one clear line and no traceback; `COORD_DEBUG=1` shows it.
"""

from __future__ import annotations

import os
import sys

from coord_tui.cli.output import flush, narrate, silence
from coord_tui.errors import BadInput, CoordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from coord_tui.cli.parser import Command

MODULES = {
    "init": "setup", "demo": "setup", "whoami": "setup", "doctor": "setup",
    "completion": "completion",
    "status": "looking", "ready": "looking", "tasks": "looking", "show": "looking",
    "log": "log",
    "claim": "tasks", "release": "tasks", "done": "tasks", "reopen": "tasks", "add": "tasks",
    "assign": "tasks",
    "announce": "files", "reserve": "files", "unreserve": "files",
    "say": "messages", "ack": "messages", "inbox": "messages",
    "ask": "requests", "grant": "requests", "deny": "requests",
    "wait": "waiting", "brief": "brief",
    "owner": "owner", "guard": "guard", "hooks": "hooks",
    "sync": "sync", "pull": "sharing", "finish": "sharing", "conflicts": "conflicts",
    "export": "exporting", "import": "importing",
}  # fmt: skip
"""In which module of this package each command is."""

WITH_VALUE = ("--as", "--repo")
"""Options of every command that take a value; they may stand before the command."""

INTERRUPTED, PIPE_CLOSED = 130, 141
"""What shells say of a process ended by SIGINT and by SIGPIPE."""


def run(arguments: list[str]) -> int:
    """Run the command line; the exit code, once all that was printed is handed over."""
    code = _ended(lambda: _dispatch(arguments))
    return max(code, _ended(_flushed))


def _ended(step: Callable[[], int]) -> int:
    """The exit code with which a step ends, whatever happens in it."""
    try:
        return step()
    except CoordError as error:
        for line in getattr(error, "lines", (str(error),)):
            narrate(line)
        return error.exit_code
    except BrokenPipeError:
        silence(sys.stdout)
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("COORD_DEBUG"):
            raise
        narrate(f"unexpected {type(error).__name__}: {error} (COORD_DEBUG=1 shows where)")
        return CoordError.exit_code


def _flushed() -> int:
    flush()
    return 0


def _dispatch(arguments: list[str]) -> int:
    word, others = split(arguments)
    try:
        if word:
            return _run_command(word, others)
        from coord_tui.cli import program

        return program.run(others)
    except SystemExit as end:  # argparse has shown its help
        return end.code if isinstance(end.code, int) else 0


def split(arguments: list[str]) -> tuple[str, list[str]]:
    """The command's word, empty if there is none, and all other arguments."""
    place = 0
    while place < len(arguments):
        argument = arguments[place]
        if not argument.startswith("-"):
            return argument, arguments[:place] + arguments[place + 1 :]
        place += 2 if argument in WITH_VALUE else 1
    return "", arguments


def _run_command(word: str, arguments: list[str]) -> int:
    if (word, arguments) == ("guard", ["--staged"]):
        from coord_tui.cli.guard import guard_commit

        return guard_commit()  # every commit waits for this: reading arguments is a sixth of it
    from coord_tui.cli.parser import Parser

    add_arguments, command = find(word)
    parser = Parser(f"coord-tui {word}")
    add_arguments(parser)
    return command(parser.read(arguments))


def find(word: str) -> Command:
    """How the command of that word reads its arguments, and what it does.

    Raises: BadInput, naming the nearest word, when there is no such command.
    """
    if word not in MODULES:
        from coord_tui.core.plan_problems import nearest

        hint = nearest(word, MODULES) or "`coord-tui --help` lists them"
        raise BadInput(f"no command {word!r}: {hint}")
    module = __import__(f"coord_tui.cli.{MODULES[word]}", fromlist=["COMMANDS"])
    found: Command = module.COMMANDS[word]
    return found
