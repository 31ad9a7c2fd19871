"""Turns rules of which the last that matches decides into rules of which the most specific does.

No path's owner changes. A rule that loses to a later one only in part, but is more specific, gets a
third one: `docs/` and then `*.md` need `docs/**/*.md`. Where a pattern is more specific only by the
way it is spelled, it is spelled in another way: `README.md` as `**/README.md`.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.codeowners.heads import Heads
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.ranking import Ranked
from coord_tui.core.codeowners.regions import (
    Region,
    below,
    bent_text,
    covers,
    far_fetched,
    itself,
    meet,
    takes_more,
    text_of,
)
from coord_tui.core.overlap import overlap
from coord_tui.core.patterns import BELOW, ITSELF, parse
from coord_tui.core.verdicts import specificity

Key = tuple[object, ...]
_WORK_EACH, _WORK = 100, 20_000
_MADE_EACH, _MADE = 3, 120
_BENDS = 3


class Unsaid(NamedTuple):
    """Two rules whose order a plan cannot keep, and a path for which that matters."""

    line: int
    later: int
    path: str


class Settled(NamedTuple):
    """Rules that decide by being specific, in the order of their lines."""

    rules: tuple[Ranked, ...]
    unsaid: tuple[Unsaid, ...]
    nested: tuple[Unsaid, ...]
    """Rules that also meet in folders within one another, where the more specific one decides."""
    unchecked: int
    """The line from which on the order was not looked at, as there is too much of it; 0 for none."""


class _Rule:
    """A rule while it may still be spelled anew."""

    __slots__ = ("alive", "bends", "entered", "parts", "rank", "region", "said", "text")

    def __init__(self, said: Ranked, rank: int) -> None:
        self.said, self.rank = said, rank
        self.region, self.text = said.region, said.text
        self.alive, self.entered, self.bends = True, False, 0
        self.parts: list[tuple[Region, Key]] = []
        self.spell(said.region, said.text)

    def spell(self, region: Region, text: str) -> None:
        self.region, self.text = region, text
        pattern = parse(text)
        each = ((itself(region), ITSELF), (below(region), BELOW))
        self.parts = [
            (part, specificity(pattern, reach, 0)[:5]) for part, reach in each if part is not None
        ]

    @property
    def floats(self) -> bool:
        """Whether it could be spelled with `**/` in front."""
        return bool(self.region.row) and self.region.row[0] is None and self.text[:3] != "**/"


def settle(rules: Sequence[Ranked]) -> Settled:
    """The rules for a plan that gives every path the owners that the last match gives it.

    Where that takes more rules than a person would read, folders that would have to lie in one
    another anywhere are left out; they stand in `nested`.
    """
    exact = _Settling(rules, exact=True)
    found = exact.settled()
    return found if exact.few and not found.unchecked else _Settling(rules, exact=False).settled()


class _Settling:
    def __init__(self, rules: Sequence[Ranked], exact: bool) -> None:
        self.exact = exact
        times = 1 if exact else 10
        self.most = max(_MADE, _MADE_EACH * len(rules)) * times
        self.queue = deque(_Rule(said, rank) for rank, said in enumerate(rules))
        self.index: Heads[_Rule] = Heads()
        self.entered: list[_Rule] = []
        self.made: set[tuple[Region, int]] = set()
        self.unsaid: dict[tuple[int, int], Unsaid] = {}
        self.nested: dict[tuple[int, int], Unsaid] = {}
        self.budget = max(_WORK, _WORK_EACH * len(rules))

    @property
    def few(self) -> bool:
        """Whether no more rules were made than a person would read."""
        return len(self.made) <= self.most

    def settled(self) -> Settled:
        unchecked = 0
        while self.queue and (self.few or not self.exact):
            rule = self.queue.popleft()
            if self.budget > 0:
                self._check(rule)
            elif not unchecked and rule.alive:
                unchecked = rule.said.line
            if not rule.entered:
                rule.entered = True
                self.index.add(rule.region, rule)
                self.entered.append(rule)
        found = sorted((r for r in self.entered if r.alive and self._says(r)), key=_place)
        said = (r.said._replace(region=r.region, text=r.text) for r in found)
        notes = (tuple(each.values()) for each in (self.unsaid, self.nested))
        return Settled(_once(said), *notes, unchecked)

    def _says(self, rule: _Rule) -> bool:
        """A rule that leaves files to nobody is needed where another would take them."""
        if rule.said.owners:
            return True
        near = (other for other in self.index.near(rule.region) if other.alive)
        return any(other.said.owners and _meet(other.region, rule.region) for other in near)

    def _check(self, rule: _Rule) -> None:
        """Settle a rule with all that are there; it starts over when it is spelled anew."""
        for other in list(self.index.near(rule.region)):
            if not rule.alive:
                return
            self.budget -= 1
            if other is rule or not other.alive or _same(rule, other):
                continue
            first, last = (rule, other) if rule.rank < other.rank else (other, rule)
            if first.parts[0][1] < last.parts[-1][1]:
                continue
            self.budget -= len(rule.region.row) * len(other.region.row)
            if (pieces := _lost(first, last)) and self._respelled(first, last):
                self.queue.append(first)
                if first is rule:
                    return
            elif pieces and first.alive:
                self._add(first, last, pieces)

    def _respelled(self, first: _Rule, last: _Rule) -> bool:
        """Whether the earlier rule is another one from here on; it dies when nothing is left."""
        if covers(last.region, first.region):
            first.alive = False
            return False
        own = itself(first.region)
        if first.region.kind == "tree" and own and covers(last.region, own):
            first.spell(Region(first.region.row, "below"), first.text + "/")
            return True
        if first.floats:
            first.spell(first.region, text_of(first.region))
            return True
        return False

    def _add(self, first: _Rule, last: _Rule, pieces: list[Region]) -> None:
        """Rules for what both take and the later one decides."""
        for piece in pieces:
            if piece == last.region:
                self._bend(first, last, piece)
                continue
            if not self.exact and far_fetched(piece, first.region, last.region):
                _note(self.nested, first, last, piece)
            elif self.few:
                self._make(first, last, piece)
            else:
                _note(self.unsaid, first, last, piece)

    def _make(self, first: _Rule, last: _Rule, piece: Region) -> None:
        more = _Rule(last.said._replace(note="", made=True), last.rank)
        more.spell(piece, text_of(piece))
        if _lost(first, more) or takes_more(piece):
            self._bend(first, last, piece)
        if (piece, last.rank) not in self.made and not self._decided(more):
            self.made.add((piece, last.rank))
            self.queue.append(more)

    def _decided(self, rule: _Rule) -> bool:
        """Whether a later rule decides for all of its files anyway."""
        above = self.index.above(rule.region)
        return any(
            other.alive and other.rank > rule.rank and covers(other.region, rule.region)
            for other in above
        )

    def _bend(self, first: _Rule, last: _Rule, piece: Region) -> None:
        """Spell the earlier rule so that it is less specific: `docs` as `doc[s]`."""
        text = bent_text(first.region, first.bends + 1)
        if first.bends < _BENDS and text and not takes_more(piece):
            first.bends += 1
            first.spell(first.region, text)
            self.queue.append(first)
        else:
            _note(self.unsaid, first, last, piece)


def _note(notes: dict[tuple[int, int], Unsaid], first: _Rule, last: _Rule, piece: Region) -> None:
    """Keep one example for each two lines."""
    lines = (first.said.line, last.said.line)
    if lines not in notes:
        path = overlap(parse(first.text), parse(text_of(piece))) or ""
        notes[lines] = Unsaid(*lines, path)


def _place(rule: _Rule) -> tuple[int, bool, int, str]:
    return (rule.said.line, rule.said.made, rule.rank, rule.text)


def _once(rules: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Each pattern once: a plan takes no two that mean the same."""
    return tuple({parse(rule.text).meaning: rule for rule in rules}.values())


def _same(one: _Rule, other: _Rule) -> bool:
    return one.rank == other.rank or set(one.said.owners) == set(other.said.owners)


def _lost(first: _Rule, last: _Rule) -> list[Region]:
    """What both take and the earlier rule would decide, being as specific or more."""
    found: list[Region] = []
    for mine, key in first.parts:
        for theirs, other in last.parts:
            if key >= other:
                found += _meet(mine, theirs)
    return _joined(found, last.region)


def _joined(pieces: Sequence[Region], whole: Region) -> list[Region]:
    """The pieces of a region, with what is below their folders wherever that is in it, too."""
    trees = (Region(piece.row, "tree") for piece in pieces)
    wider = [
        tree if piece.kind != "tree" and covers(whole, tree) else piece
        for piece, tree in zip(pieces, trees, strict=True)
    ]
    return list(dict.fromkeys(wider))


def _meet(one: Region, other: Region) -> Iterator[Region] | tuple[Region, ...]:
    """What two regions have in common; where that is too much to write, all of the second."""
    try:
        return meet(one, other)
    except TooMany:
        return (other,)
