"""Limits what is looked at, so that the time grows with a file and not with its square.

It limits what is made of it, too: no more rules than a person reads.
"""

from typing import Literal

Makes = Literal["all", "plain", "none"]
"""Which rules are made for where lines meet; `plain`: none that wanders (`spelling.wanders`)."""

_EACH, _BASE = 100, 20_000
"""Pairs of rules that may be compared: for each rule, and besides. People's files need few."""
_FEW, _NEEDED_EACH, _NEEDED = 60, 20, 1_000


def most_made(lines: int, known: bool) -> int:
    """So many rules may be made for where lines meet: one for each line of the file.

    Where the files are `known`, each such rule is needed by one of them, and more are made.
    """
    return _NEEDED_EACH * lines + _NEEDED if known else max(_FEW, lines)


class Work:
    """What is left to do for some rules."""

    def __init__(self, rules: int) -> None:
        self.left = max(_BASE, _EACH * rules)

    def spent(self, cost: int = 1) -> bool:
        """Do some of it; whether nothing was left for that."""
        self.left -= cost
        return self.left < 0
