"""Knows which lines of a document the readers before have taken."""

from collections.abc import Sequence
from itertools import accumulate

from coord_tui.core.importing.statements import (
    Said,
    SaidGroup,
    SaidLink,
    SaidOwned,
    SaidSession,
    SaidShared,
    SaidTask,
)

WORK = (SaidGroup, SaidTask, SaidLink)
PEOPLE = (SaidSession, SaidOwned, SaidShared)


class Taken:
    """The lines that statements of some kinds stand on; every question costs the same."""

    def __init__(self, lines: int, said: Sequence[Said], kinds: tuple[type[Said], ...]) -> None:
        edges = [0] * (lines + 3)
        for each in said:
            if isinstance(each, kinds):
                edges[min(each.at.line, lines + 1)] += 1
                edges[min(each.at.end, lines) + 1] -= 1
        covered = (count > 0 for count in accumulate(edges))
        self.before = list(accumulate(covered, initial=0))

    def count(self, line: int, end: int) -> int:
        """How many lines from the one to the other are taken."""
        return self.before[end + 1] - self.before[line]

    def any(self, line: int, end: int) -> bool:
        """Whether one of them is."""
        return self.count(line, end) > 0
