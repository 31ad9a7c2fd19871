"""Judges the rules of a file by the files there are: which of them are needed.

Only rules that no line of the file says, and that decide for none of these files, are left out: so
no file's owner changes.
"""

from collections.abc import Collection, Sequence

from coord_tui.core.codeowners.ranking import Ranked
from coord_tui.core.codeowners.verifying import both_ways


def without_empty(rules: Sequence[Ranked], tree: Collection[str]) -> tuple[Ranked, ...]:
    """The rules that the file says, and those that count for these files."""
    if not any(rule.made for rule in rules):
        return tuple(rules)
    deciding = _deciding(rules, tree)
    return tuple(rule for place, rule in enumerate(rules) if place in deciding or not rule.made)


def _deciding(rules: Sequence[Ranked], tree: Collection[str]) -> set[int]:
    """The places of the rules that decide for some file, whichever of equals comes first."""
    found: set[int] = set()
    for index in both_ways(rules):
        verdicts = (index.owner_of(path) for path in tree)
        found |= {int(verdict.owner) for verdict in verdicts if verdict.owner}
    return found
