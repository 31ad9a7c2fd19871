"""Proves whose each file is: by the file that was read, and by the rules that a plan would have.

Where they differ, a rule for just that file says what the file says; what is wrong even then is
named with both owners.
"""

from collections.abc import Sequence
from typing import NamedTuple

from coord_tui.core.codeowners.combining import owners_of
from coord_tui.core.codeowners.ranking import Ranked
from coord_tui.core.codeowners.regions import Region
from coord_tui.core.codeowners.tracked import Tracked
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import escape, parse

MOST = 200
"""So many rules for one file each are written; more would be no plan that people read."""


class Wrong(NamedTuple):
    """A file that gets other owners by the rules of a plan than by the file that was read."""

    path: str
    wanted: tuple[str, ...]
    got: tuple[str, ...]
    line: int
    """Of the rule that decides in the file; 0: none does."""


def mended(
    sections: Sequence[Sequence[Ranked]], rules: Sequence[Ranked], tree: Tracked
) -> tuple[tuple[Ranked, ...], list[Wrong]]:
    """The rules with those that files need, and the files that still get other owners.

    Raises: TooLarge.
    """
    wrong = _wrong(sections, rules, tree)
    if not wrong or len(wrong) > MOST:
        return tuple(rules), wrong
    exact = [_exactly(one) for one in wrong]
    named = {parse(rule.text).meaning for rule in exact}
    kept = [rule for rule in rules if parse(rule.text).meaning not in named]
    again = tuple(sorted((*kept, *exact), key=lambda rule: (rule.line, rule.made)))
    left = _wrong(sections, again, tree)
    return (again, left) if len(left) < len(wrong) else (tuple(rules), wrong)


def _exactly(one: Wrong) -> Ranked:
    """A rule for that file alone."""
    region = Region((*one.path.split("/"),), "leaf")
    return Ranked(region, escape(one.path), one.wanted, one.line, made=True)


def _wrong(
    sections: Sequence[Sequence[Ranked]], rules: Sequence[Ranked], tree: Tracked
) -> list[Wrong]:
    taking: list[list[Ranked]] = [[] for _ in tree.paths]
    for section in sections:
        left = {*range(len(tree.paths))}
        for rule in reversed(section):
            for place in left & tree.files(rule.text):
                taking[place].append(rule)
            left -= tree.files(rule.text)
    deciding = both_ways(rules)
    found = []
    for path, each in zip(tree.paths, taking, strict=True):
        wanted, _ = owners_of(each)
        for index in deciding:
            place = index.owner_of(path).owner
            got = rules[int(place)].owners if place else ()
            if set(wanted) != set(got):
                line = next((one.line for one in each if one.owners), each[0].line if each else 0)
                found.append(Wrong(path, wanted, got, line))
                break
    return found


def both_ways(rules: Sequence[Ranked]) -> tuple[Ownership, Ownership]:
    """The rules, each owned by its place, in their order and turned round: a plan may have any.

    Of equally specific rules the later one decides, so a path whose owner both give is sure of it.
    """
    places = range(len(rules))
    return _index_of(rules, places), _index_of(rules, places[::-1])


def _index_of(rules: Sequence[Ranked], order: Sequence[int]) -> Ownership:
    return Ownership.from_rules(
        [rules[place].text, "owned", str(place), "", line] for line, place in enumerate(order, 1)
    )
