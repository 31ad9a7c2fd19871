"""Prints completion for a shell, and the words that it asks for while somebody types."""

from __future__ import annotations

from argparse import Namespace

from coord_tui.cli.output import put, show
from coord_tui.cli.parser import one_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Action, ArgumentParser
    from collections.abc import Iterator

    from coord_tui.cli.parser import Command, Parser

SHELLS = ("bash", "zsh")
WORDS = ("tasks", "sessions")

PREAMBLE = {
    "bash": """
_coord_tui_tasks() { compgen -W "$(coord-tui completion tasks 2>/dev/null)" -- "$1"; }
_coord_tui_sessions() { compgen -W "$(coord-tui completion sessions 2>/dev/null)" -- "$1"; }
""",
    "zsh": """
_coord_tui_tasks() { compadd -- ${(f)"$(coord-tui completion tasks 2>/dev/null)"} }
_coord_tui_sessions() { compadd -- ${(f)"$(coord-tui completion sessions 2>/dev/null)"} }
""",
}
COMPLETES = {
    "TASK": {"bash": "_coord_tui_tasks", "zsh": "_coord_tui_tasks"},
    "SESSION": {"bash": "_coord_tui_sessions", "zsh": "_coord_tui_sessions"},
}
"""Which function of the shell knows the values of an argument, by its metavar."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("shell", type=one_of(SHELLS, *WORDS), metavar="SHELL", help="bash or zsh")


def _completion(options: Namespace) -> int:
    if options.shell in WORDS:
        show([(word, "")] for word in _words(options))
        return 0
    import shtab

    from coord_tui.cli.program import whole_parser

    parser = whole_parser()
    _annotate(parser)
    put(shtab.complete(parser, options.shell, preamble=PREAMBLE[options.shell]))
    return 0


def _words(options: Namespace) -> Iterator[str]:
    """Ids or names that a shell can offer: those without blanks or signs that it would read."""
    from coord_tui.workspace import words
    from coord_tui.workspace.workspace import Workspace

    board = Workspace.open(options.repo, options.session).board()
    found = words.tasks(board) if options.shell == "tasks" else words.sessions(board)
    return (word for word in found if word.replace("-", "").replace(".", "").isalnum())


def _annotate(parser: ArgumentParser) -> None:
    """Tell shtab how each argument is completed, in this parser and those of its commands."""
    import shtab

    for action in parser._actions:
        kind = str(action.metavar or "")
        if kind in COMPLETES:
            action.complete = COMPLETES[kind]  # type: ignore[attr-defined]
        elif kind in ("PATH", "PATTERN"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif kind == "DIR":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        for child in _children(action):
            _annotate(child)


def _children(action: Action) -> Iterator[ArgumentParser]:
    if isinstance(action.choices, dict):
        yield from action.choices.values()


COMMANDS: dict[str, Command] = {"completion": (_arguments, _completion)}
