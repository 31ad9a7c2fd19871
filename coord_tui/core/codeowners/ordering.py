"""Turns rules of which the most specific decides into rules of which the last that matches does.

No path's owner changes. The least specific rules come first; where a rule is more specific than a
later one for some paths only, a rule for just these follows.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from coord_tui.core.codeowners.filelike import looks_like_file
from coord_tui.core.codeowners.heads import Heads
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.regions import Region, below, covers, itself, meet, region_of
from coord_tui.core.codeowners.spelling import both_wander, far_fetched, takes_more
from coord_tui.core.codeowners.work import Work
from coord_tui.core.patterns import BELOW, ITSELF, Pattern
from coord_tui.core.verdicts import specificity

Key = tuple[object, ...]
_MADE_EACH, _MADE = 3, 120
_DEEPEST = 3
"""A rule, what another has of it, what that gives back: `a` in `a` in `a` would go on for ever."""


class Claim(NamedTuple):
    """A rule of a plan: what it takes, and for whom."""

    pattern: Pattern
    owners: tuple[str, ...]
    line: int
    note: str = ""


class Ordered(NamedTuple):
    """A rule for a list in which the last one that matches decides."""

    region: Region
    claim: Claim
    made: bool


class _Rule:
    """A rule at its place in the list; `parts` are what it takes, with how specific that is."""

    __slots__ = ("claim", "made", "parts", "place", "region")

    def __init__(
        self, claim: Claim, region: Region, parts: list[tuple[Region, Key]], place: Key, made: bool
    ) -> None:
        self.claim, self.region, self.made = claim, region, made
        self.parts, self.place = parts, place


class Listed(NamedTuple):
    """The rules in their order, and where that order is not the plan's."""

    rules: list[Ordered]
    lost: list[tuple[Claim, Claim]]
    """Rules of which the first is more specific than the second in places nobody looks for."""
    tired: bool
    """Whether there are too many rules to compare them all."""


def ordered(claims: Sequence[Claim]) -> Listed:
    """The list for a plan's rules."""
    exact = _Ordering(claims, exact=True)
    found = exact.found()
    return found if exact.few else _Ordering(claims, exact=False).found()


class _Ordering:
    def __init__(self, claims: Sequence[Claim], exact: bool) -> None:
        self.exact = exact
        inside = {part for claim in claims for part in _folders(claim.pattern)}
        self.rules = [_first(claim, number, inside) for number, claim in enumerate(claims)]
        self.index: Heads[_Rule] = Heads()
        times = 1 if exact else 3
        self.most = (_MADE_EACH * len(claims) + _MADE) * times
        self.work = Work(len(claims) * times)
        self.made: set[tuple[Region, int, Key]] = set()
        self.lost: list[tuple[Claim, Claim]] = []

    @property
    def few(self) -> bool:
        """Whether the list is no longer than a person would read, and quick to make."""
        return len(self.made) <= self.most and self.work.left > 0

    def found(self) -> Listed:
        queue = deque(sorted(self.rules, key=lambda rule: rule.place))
        entered: list[_Rule] = []
        while queue and (self.few or not self.exact):
            rule = queue.popleft()
            for other in takewhile(lambda _: not self.work.spent(), self.index.near(rule.region)):
                queue.extend(self._between(rule, other))
            self.index.add(rule.region, rule)
            entered.append(rule)
        entered.sort(key=lambda rule: rule.place)
        rules = [Ordered(rule.region, rule.claim, rule.made) for rule in entered]
        return Listed(rules, self.lost, self.work.left <= 0)

    def _between(self, one: _Rule, other: _Rule) -> Iterator[_Rule]:
        """Rules that give back to the earlier of two what it decides in the plan."""
        if set(one.claim.owners) == set(other.claim.owners):
            return
        first, last = (one, other) if one.place < other.place else (other, one)
        if not self.exact and both_wander(first.region, last.region):
            if any(key > rival for _, key in first.parts for _, rival in last.parts):
                self.lost.append((first.claim, last.claim))
            return
        for mine, key in first.parts:
            for theirs, rival in last.parts:
                if key > rival:
                    self.work.spent(len(mine.row) * len(theirs.row))
                    yield from self._given_back(first, last, key, _meet(mine, theirs))

    def _given_back(
        self, first: _Rule, last: _Rule, key: Key, pieces: Iterable[Region] | None
    ) -> Iterator[_Rule]:
        if pieces is None or not self.few or len(last.place) == _DEEPEST:
            self.lost.append((first.claim, last.claim))
            return
        for piece in (Region(one.row, "tree") if takes_more(one) else one for one in pieces):
            mark = (piece, id(first.claim), last.place)
            if not self.exact and far_fetched(piece, first.region, last.region):
                self.lost.append((first.claim, last.claim))
            elif mark not in self.made:
                self.made.add(mark)
                place = (*last.place, key)
                yield _Rule(first.claim, piece, _parts_in(first, piece), place, made=True)


def _folders(pattern: Pattern) -> Iterator[object]:
    row = region_of(pattern).row
    yield from row if pattern.folder else row[:-1]


def _first(claim: Claim, number: int, inside: set[object]) -> _Rule:
    whole = region_of(claim.pattern)
    last = whole.row[-1] if whole.row else None
    leaf = last is not None and last not in inside and looks_like_file(last)
    region = region_of(claim.pattern, leaf)
    each = ((itself(region), ITSELF), (below(region), BELOW))
    parts: list[tuple[Region, Key]] = [
        (part, specificity(claim.pattern, reach, claim.line, number))
        for part, reach in each
        if part is not None
    ]
    return _Rule(claim, region, parts, (parts[-1][1],), made=False)


def _parts_in(rule: _Rule, piece: Region) -> list[tuple[Region, Key]]:
    """What a piece of a rule takes as a pattern, with how specific the rule is there."""
    found = []
    for part, key in rule.parts:
        found += [(common, key) for common in _meet(part, piece) or ()]
    return list(dict.fromkeys(found))


def _meet(one: Region, other: Region) -> tuple[Region, ...] | None:
    try:
        return meet(one, other)
    except TooMany:
        return None


def shadowed(rules: Sequence[Ordered]) -> list[Ordered]:
    """Without those for all of whose files a later one decides."""
    later: Heads[Ordered] = Heads()
    work = Work(len(rules))
    kept = []
    for rule in reversed(rules):
        above = takewhile(lambda _: not work.spent(), later.above(rule.region))
        if not any(covers(one.region, rule.region) for one in above):
            kept.append(rule)
            later.add(rule.region, rule)
    return kept[::-1]
