"""Runs the person's own editor in the terminal, chosen and started as git does it."""

import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from coord_tui.adapters.git import Git

TAKES_LINE = frozenset({
    "vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "kak", "joe", "jed",
    "mg", "ne", "micro",
})  # fmt: skip
"""Editors to which `+12` says at which line to open a file; another might make a file of it."""


def editor_of(git: Git) -> str:
    """The command of the editor, for a shell. Raises: EnvironmentFailed when git knows of none."""
    return git.run("var", "GIT_EDITOR").decode("utf-8", "surrogateescape").strip()


def arguments_of(editor: str, file: str, line: int) -> tuple[str, ...]:
    """What the editor is called with, so that it opens the file (an absolute path) at a line."""
    try:
        first = next(iter(shlex.split(editor)), "")
    except ValueError:  # quotes that do not end: the shell will say so
        first = ""
    knows = first.rpartition("/")[2] in TAKES_LINE
    return (f"+{line}", file) if line > 0 and knows else (file,)


def run_editor(editor: str, arguments: tuple[str, ...], folder: str) -> int:
    """The editor's exit code, as a shell has it; it has the terminal until then.

    An interrupt is for the editor, as when git waits for one. Main thread only.
    """
    command = ["sh", "-c", f'{editor} "$@"', editor, *arguments]
    with _unheeded(signal.SIGINT, signal.SIGQUIT):
        return subprocess.run(command, cwd=folder, check=False).returncode


@contextmanager
def _unheeded(*signals: signal.Signals) -> Iterator[None]:
    """Let signals pass; unlike ignored ones they still reach the programs that are started."""
    before = {number: signal.signal(number, lambda *_: None) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
