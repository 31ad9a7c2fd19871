"""Everything the screen shows, loaded at one moment, as one frozen value."""

from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.core.ownership import Ownership
from coord_tui.core.program import Program
from coord_tui.core.radar import Radar
from coord_tui.core.tree import Worktree


class Snapshot(NamedTuple):
    """One reading of the plan, the channel and the working tree."""

    board: Board
    ownership: Ownership
    tracked: tuple[str, ...] = ()
    """Every path that git tracks, in git's order."""
    worktrees: tuple[Worktree, ...] = ()
    """The reader's own first."""
    problem: str = ""
    """Why the last reading failed, while the one before it is shown; empty when all is well."""
    notices: tuple[str, ...] = ()
    """What should be told once: a torn tail repaired, a branch that could not be written."""
    twice: tuple[Program, ...] = ()
    """Other programs that run in this clone under the reader's name."""
    radar: Radar = Radar()
