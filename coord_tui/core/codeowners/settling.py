"""Turns rules of which the last that matches decides into rules of which the most specific does.

No path's owner changes. A rule that loses to a later one only in part, but is more specific, gets a
third one: `docs/` and then `*.md` need `docs/**/*.md`. Where a pattern is more specific only by the
way it is spelled, it is spelled in another way: `README.md` as `**/README.md`.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coord_tui.core.codeowners.heads import Heads
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.ranking import Ranked, Unsaid, unsaid
from coord_tui.core.codeowners.regions import Region, covers, itself, meets
from coord_tui.core.codeowners.rivals import Rule, lost_pieces
from coord_tui.core.codeowners.sharing import Sharing
from coord_tui.core.codeowners.spelling import (
    bent_text,
    both_wander,
    takes_more,
    text_of,
    wanders,
)
from coord_tui.core.codeowners.tracked import Tracked
from coord_tui.core.codeowners.work import Makes, Work, most_made
from coord_tui.core.patterns import parse

_BENDS = 3
_ALL = 150
"""So many rules are compared with one another even where no file is in both, for files to come."""


class Settled(NamedTuple):
    """Rules that decide by being specific, in the order of their lines."""

    rules: tuple[Ranked, ...]
    unsaid: tuple[Unsaid, ...]
    nested: tuple[Unsaid, ...]
    """Rules that also meet where files are not to be expected; the more specific one decides."""
    unchecked: int
    """The line from which on there was too much to look at; 0 for none."""


def settle(rules: Sequence[Ranked], tree: Tracked | None = None) -> Settled:
    """The rules for a plan that gives every path the owners that the last match gives it.

    With a `tree`, every path in it. Without one, no rule is made for files that need luck to be
    there where that takes more than a person would read, and none at all where that does not help:
    they stand in `nested`.

    Raises: TooLarge.
    """
    ways: tuple[Makes, ...] = ("all", "plain")
    for makes in ways:
        making = _Settling(rules, tree, makes)
        found = making.settled()
        if tree or (making.few and not found.unchecked):
            return found
    return _Settling([rule for rule in rules if not rule.made], tree, "none").settled()


class _Settling:
    def __init__(self, rules: Sequence[Ranked], tree: Tracked | None, makes: Makes) -> None:
        self.makes, self.tree = makes, tree
        already = sum(rule.made for rule in rules)
        self.most = most_made(len(rules) - already, tree is not None) - already
        self.sharing = Sharing[Rule](tree) if tree and len(rules) > _ALL else None
        self.queue = deque(Rule(said, rank) for rank, said in enumerate(rules))
        self.index: Heads[Rule] = Heads()
        self.entered: list[Rule] = []
        self.made: set[tuple[Region, int]] = set()
        self.unsaid: dict[int, Unsaid] = {}
        self.nested: dict[int, Unsaid] = {}
        self.work = Work(len(rules))

    @property
    def few(self) -> bool:
        """Whether no more rules were made than a person would read."""
        return len(self.made) <= self.most

    def settled(self) -> Settled:
        unchecked = 0
        while self.queue and (self.few or self.tree or self.makes == "none"):
            rule = self.queue.popleft()
            if self.work.left > 0:
                self._check(rule)
            if self.work.left <= 0 and not unchecked and rule.alive:
                unchecked = rule.said.line
            if not rule.entered:
                rule.entered = True
                self.index.add(rule.region, rule)
                if self.sharing:
                    self.sharing.add(rule.text, rule)
                self.entered.append(rule)
        found = sorted((r for r in self.entered if r.alive and self._says(r)), key=_place)
        said = (r.said._replace(region=r.region, text=r.text) for r in found)
        kept_out, nested = tuple(self.unsaid.values()), tuple(self.nested.values())
        return Settled(_once(said), kept_out, nested, unchecked)

    def _says(self, rule: Rule) -> bool:
        """A rule that leaves files to nobody is needed where another would take them."""
        if rule.said.owners:
            return True
        near = (other for other in self.index.near(rule.region) if other.alive)
        near = (other for other in near if other.said.owners)
        return any(self.work.spent() or meets(other.region, rule.region) for other in near)

    def _check(self, rule: Rule) -> None:
        """Settle a rule with all that are there; it starts over when it is spelled anew."""
        for other in self._near(rule):
            if not rule.alive:
                return
            if self.work.spent():
                return
            if other is rule or not other.alive or _same(rule, other):
                continue
            first, last = (rule, other) if rule.rank < other.rank else (other, rule)
            if not any(key >= rival for _, key in first.parts for _, rival in last.parts):
                continue
            if self.makes == "none" and (self._left(first, last) or self._is_told(first, last)):
                continue
            self.work.spent(len(rule.region.row) * len(other.region.row))
            if (pieces := self._lost(first, last)) and self._respelled(first, last):
                self.queue.append(first)
                if first is rule:
                    return
            elif pieces and first.alive and self._has_files(first, last) is not False:
                self._add(first, last, pieces)

    def _near(self, rule: Rule) -> list[Rule]:
        """Those that may have files in common with a rule; of many rules, those that do."""
        return self.sharing.near(rule.text) if self.sharing else [*self.index.near(rule.region)]

    def _left(self, first: Rule, last: Rule) -> bool:
        """Whether two rules only meet in folders within one another, and that is noted."""
        one, other = first.region, last.region
        left = both_wander(one, other) and not covers(one, other) and not covers(other, one)
        if left:
            _note(self.nested, first, last, None)
        return left

    def _is_told(self, first: Rule, last: Rule) -> bool:
        """Whether all that can come of two rules is a note, and the line has one."""
        own = itself(first.region)
        return (
            first.said.line in self.nested
            and not first.floats
            and not covers(first.region, last.region)
            and not (own and covers(last.region, own))
        )

    def _lost(self, first: Rule, last: Rule) -> list[Region]:
        """What both take and the earlier rule would decide; nothing where that is too much."""
        try:
            return lost_pieces(first, last)
        except TooMany:
            if self._has_files(first, last) is not False:
                _note(self.nested, first, last, None)
            return []

    def _has_files(self, first: Rule, last: Rule) -> bool | None:
        """Whether both take any of the files that there are; None: nobody knows them."""
        return self.tree.meet(first.text, last.text) if self.tree else None

    def _respelled(self, first: Rule, last: Rule) -> bool:
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

    def _add(self, first: Rule, last: Rule, pieces: list[Region]) -> None:
        """Rules for what both take and the later one decides."""
        for piece in pieces:
            if piece == last.region:
                self._bend(first, last, piece)
                continue
            if not self._is_needed(first, last, piece):
                continue
            if not self._is_made(piece):
                _note(self.nested, first, last, piece)
            elif self.few:
                self._make(first, last, piece)
            else:
                _note(self.unsaid, first, last, piece)

    def _is_made(self, piece: Region) -> bool:
        """Whether a rule that no line says may be made for what two have in common."""
        return self.makes == "all" or (self.makes == "plain" and not wanders(piece))

    def _is_needed(self, first: Rule, last: Rule, piece: Region) -> bool:
        """Whether a file is there for which a rule would decide."""
        if self.tree is None:
            return True
        common = self.tree.files(first.text) & self.tree.files(last.text)
        return not common.isdisjoint(self.tree.files(text_of(piece)))

    def _make(self, first: Rule, last: Rule, piece: Region) -> None:
        if takes_more(piece):
            _note(self.nested, first, last, piece)
            return
        more = Rule(last.said._replace(note="", made=True), last.rank)
        more.spell(piece, text_of(piece))
        if self._lost(first, more):
            self._bend(first, last, piece)
        if (piece, last.rank) not in self.made and not self._decided(more):
            self.made.add((piece, last.rank))
            self.queue.append(more)

    def _decided(self, rule: Rule) -> bool:
        """Whether a later rule decides for all of its files anyway."""
        above = self.index.above(rule.region)
        return any(
            other.alive and other.rank > rule.rank and covers(other.region, rule.region)
            for other in above
        )

    def _bend(self, first: Rule, last: Rule, piece: Region) -> None:
        """Spell the earlier rule so that it is less specific: `docs` as `doc[s]`."""
        text = bent_text(first.region, first.bends + 1)
        if first.bends < _BENDS and text:
            first.bends += 1
            first.spell(first.region, text)
            self.queue.append(first)
        else:
            _note(self.unsaid, first, last, piece)


def _note(notes: dict[int, Unsaid], first: Rule, last: Rule, piece: Region | None) -> None:
    """Keep one example for each line."""
    if first.said.line not in notes:
        notes[first.said.line] = unsaid(first.said, last.said, piece)


def _place(rule: Rule) -> tuple[int, bool, int, str]:
    return (rule.said.line, rule.said.made, rule.rank, rule.text)


def _once(rules: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Each pattern once: a plan takes no two that mean the same."""
    return tuple({parse(rule.text).meaning: rule for rule in rules}.values())


def _same(one: Rule, other: Rule) -> bool:
    return one.rank == other.rank or set(one.said.owners) == set(other.said.owners)
