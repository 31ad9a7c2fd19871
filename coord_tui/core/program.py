"""Programs that run in a clone for a session: screens, commands that wait; and which are odd."""

from collections.abc import Iterable
from typing import NamedTuple


class Program(NamedTuple):
    """Who runs it, and where it can be found."""

    session: str
    via: str
    """`screen`, or the word of the command."""
    pid: int
    worktree: str


def doubles(mine: Program, running: Iterable[Program]) -> tuple[Program, ...]:
    """Those with the name of `mine` that look like somebody else's.

    They run in another working tree, or as the same kind of program once more. A screen and a
    command that waits, in one working tree, are a person and a terminal beside it.
    """
    found, kinds = [], {mine.via}
    for one in running:
        if one.session != mine.session:
            continue
        if one.worktree != mine.worktree or one.via in kinds:
            found.append(one)
        else:
            kinds.add(one.via)
    return tuple(found)
