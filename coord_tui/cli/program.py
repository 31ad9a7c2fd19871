"""The program without a command: its help, its version, or the screen."""

from __future__ import annotations

import argparse

from coord_tui.cli.output import put
from coord_tui.cli.parser import Parser


def run(arguments: list[str]) -> int:
    """Show help or version when asked; else open the screen."""
    options = program_parser().read(arguments)
    if options.help:
        from coord_tui.cli.overview import overview

        put(overview())
        return 0
    if options.version:
        from coord_tui import __version__

        put(f"coord-tui {__version__}")
        return 0
    from coord_tui.cli.screen import from_options

    return from_options(options)


def program_parser() -> Parser:
    """The options of the program itself."""
    parser = Parser(add_help=False)
    parser.add_argument("-h", "--help", action="store_true", help="every command")
    parser.add_argument("--version", action="store_true", help="the version, and nothing else")
    return parser


def whole_parser() -> argparse.ArgumentParser:
    """The program with every command, as completion wants to know it."""
    from coord_tui.cli.main import MODULES, find
    from coord_tui.presentation.commands import named

    parser = program_parser()
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for word in MODULES:
        add_arguments, _ = find(word)
        add_arguments(commands.add_parser(word, help=named(word).help))
    return parser
