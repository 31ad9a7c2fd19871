"""Limits what is looked at, so that the time grows with a file and not with its square."""

_EACH, _BASE = 100, 20_000
"""Pairs of rules that may be compared: for each rule, and besides. People's files need few."""


class Work:
    """What is left to do for some rules."""

    def __init__(self, rules: int) -> None:
        self.left = max(_BASE, _EACH * rules)

    def spent(self, cost: int = 1) -> bool:
        """Do some of it; whether nothing was left for that."""
        self.left -= cost
        return self.left < 0
