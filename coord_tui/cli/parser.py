"""Reads a command's arguments with argparse, but says what is wrong in one line.

Help texts stand in the table of commands, which is loaded only when help is shown.
"""

from __future__ import annotations

import argparse
import os

from coord_tui.errors import BadInput, EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NoReturn

    Command = tuple[Callable[["Parser"], None], Callable[[argparse.Namespace], int]]

# There are no translations of argparse's own words, but it would load `locale` to look for them.
argparse._ = str  # type: ignore[attr-defined]

HELP_WIDTH = 80


class Parser(argparse.ArgumentParser):
    """The arguments of one command (`prog` ends with its word), or of the program itself.

    What later versions of argparse hand to the parsers of commands beyond that is their look only.
    """

    def __init__(self, prog: str = "coord-tui", *, add_help: bool = True, **_: object) -> None:
        super().__init__(
            prog=prog,
            add_help=add_help,
            allow_abbrev=False,
            formatter_class=_formatter,
        )
        common = self.add_argument_group("options of every command")
        common.add_argument("--json", action="store_true", help="one JSON document on stdout")
        common.add_argument("--as", dest="session", default="", metavar="SESSION", help="who acts")
        common.add_argument(
            "--repo",
            default=".",
            type=_folder,
            metavar="DIR",
            help="a folder of the repository; paths are relative to it",
        )

    def read(self, arguments: list[str]) -> argparse.Namespace:
        """The arguments as values. Raises: BadInput with one line, naming the nearest option."""
        options, unknown = self.parse_known_args(arguments)
        if unknown:
            self.error(self._unknown(unknown[0]))
        return options

    def _unknown(self, argument: str) -> str:
        if not argument.startswith("-"):
            return f"{argument!r} is one argument too many"
        from coord_tui.core.plan_problems import nearest

        name = argument.partition("=")[0]
        return f"no option {name}: {nearest(name, self._option_string_actions)}".rstrip(": ")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, instead of the usage on several."""
        raise BadInput(f"{message} (`{self.prog} --help`)")

    def format_help(self) -> str:
        """The help, with the command's line and example from the table of commands."""
        word = self.prog.partition(" ")[2]
        if word:
            from coord_tui.presentation.commands import named

            command = named(word)
            self.description = f"{command.help[0].upper()}{command.help[1:]}."
            self.epilog = f"example:\n  {self.prog} {command.example}".rstrip()
        return super().format_help()


def _formatter(prog: str) -> argparse.HelpFormatter:
    """How help is set. Argparse makes one for each argument; without a width it loads `shutil`."""
    return argparse.RawDescriptionHelpFormatter(prog, width=HELP_WIDTH)


def _folder(text: str) -> str:
    """The folder as an absolute path."""
    try:
        return os.path.abspath(text)
    except FileNotFoundError:
        gone = "the folder you are in is not there any more: go to one that is"
        raise EnvironmentFailed(gone) from None


def duration(text: str) -> int:
    """Seconds of `90s`, `30m`, `2h` or `1d`, as the plan reads them."""
    from coord_tui.core.durations import parse_duration

    seconds = parse_duration(text)
    if seconds is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no length of time, like 90s, 30m, 2h or 1d")
    return seconds


def count(text: str) -> int:
    """A whole number that is not negative."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of lines")
    return int(text)


def one_of(words: Iterable[str], *unsaid: str) -> Callable[[str], str]:
    """Accepts these words only, and names the nearest to another; the `unsaid` it never names."""
    known = tuple(words)

    def read(text: str) -> str:
        if text in (*known, *unsaid):
            return text
        from coord_tui.core.plan_problems import nearest

        hint = nearest(text, known) or f"it is one of {', '.join(known)}"
        raise argparse.ArgumentTypeError(f"no {text!r}: {hint}")

    return read


def listed(texts: list[str]) -> list[str]:
    """Words given one by one or with commas between them."""
    return [word for text in texts for word in text.split(",") if word]
