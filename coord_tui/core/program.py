"""A program that runs in this clone for a session: a screen, or a command that waits."""

from typing import NamedTuple


class Program(NamedTuple):
    """Who runs it, and where it can be found."""

    session: str
    via: str
    """`screen` or `command`."""
    pid: int
    worktree: str
