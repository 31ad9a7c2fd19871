"""Judges the rules of a file by the files there are: which are needed, and whether all is right.

Only rules that no line of the file says, and that decide for none of these files, are left out: so
no file's owner changes.
"""

from collections.abc import Collection, Sequence

from coord_tui.core.codeowners.combining import owners_of
from coord_tui.core.codeowners.ranking import Ranked
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import NO, parse

_MOST = 2_000_000
"""Pairs of rules and files that are looked at; with more, nobody can tell in time."""


def without_empty(
    rules: Sequence[Ranked], tree: Collection[str]
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """The rules that count for these files, and those that were left out."""
    if not any(rule.made for rule in rules):
        return tuple(rules), ()
    deciding = _deciding(rules, tree)
    kept: list[Ranked] = []
    out: list[Ranked] = []
    for place, rule in enumerate(rules):
        (kept if place in deciding or not rule.made else out).append(rule)
    return tuple(kept), tuple(out)


def says_it_all(
    sections: Sequence[Sequence[Ranked]], rules: Sequence[Ranked], tree: Collection[str]
) -> bool:
    """Whether by the most specific rule each file has the owners that the sections give it.

    No, when that is too much to look at.
    """
    if sum(map(len, sections)) * len(tree) > _MOST:
        return False
    parsed = [[(parse(rule.text), rule) for rule in reversed(section)] for section in sections]
    index = _index(rules, range(len(rules)))
    for path in tree:
        taking = (
            next((rule for pattern, rule in section if pattern.reach(path) != NO), None)
            for section in parsed
        )
        wanted, _ = owners_of([rule for rule in taking if rule])
        place = index.owner_of(path).owner
        if set(wanted) != set(rules[int(place)].owners if place else ()):
            return False
    return True


def _index(rules: Sequence[Ranked], order: Sequence[int]) -> Ownership:
    """The rules in that order, each owned by its place."""
    return Ownership.from_rules(
        [rules[place].text, "owned", str(place), "", line] for line, place in enumerate(order, 1)
    )


def _deciding(rules: Sequence[Ranked], tree: Collection[str]) -> set[int]:
    """The places of the rules that decide for some file, whichever of equals comes first."""
    found: set[int] = set()
    for order in (range(len(rules)), range(len(rules) - 1, -1, -1)):
        index = _index(rules, order)
        verdicts = (index.owner_of(path) for path in tree)
        found |= {int(verdict.owner) for verdict in verdicts if verdict.owner}
    return found
