"""Makes one list, of which the last rule that matches decides, of the sections of a file.

A path that is owned in two sections has the owners of both: where rules of two sections meet, a
rule for what they have in common says so. Owners of all files (`*`) are those of what no section
gives to others: a forge asks them too, but nobody means that they share every file.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.codeowners.heads import Heads
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.ranking import Ranked, Unsaid, unsaid, without_shadowed
from coord_tui.core.codeowners.regions import Region, meet
from coord_tui.core.codeowners.spelling import both_wander, far_fetched, takes_more, text_of
from coord_tui.core.codeowners.tracked import Tracked
from coord_tui.core.codeowners.work import Work

FEW, MANY = (3, 120), (20, 1_000)
"""How many rules may come of each rule, and besides; with more, sections are too entangled."""


class Combined(NamedTuple):
    """The one list, and rules of two sections of whose common files it names one owner only."""

    rules: tuple[Ranked, ...]
    unsaid: tuple[Unsaid, ...] = ()
    given_way: frozenset[int] = frozenset()
    """The lines of owners of all files, where a section has owners of its own."""


def combined(sections: Sequence[Sequence[Ranked]], tree: Tracked | None = None) -> Combined:
    """One list for all sections; with a `tree`, for the files in it.

    Where that takes more rules than a person would read, files that need luck to be there are left
    out. `TooMany` when it still takes too many.

    Raises: TooMany, TooLarge.
    """
    try:
        return _Combining(sections, tree, exact=True).whole()
    except TooMany:
        return _Combining(sections, tree, exact=False).whole()


def owners_of(rules: Sequence[Ranked]) -> tuple[tuple[str, ...], bool]:
    """Who owns what rules of several sections take, and whether only as owners of all files."""
    for fallback in (False, True):
        asked = (each.owners for each in rules if each.fallback is fallback)
        if owners := tuple(dict.fromkeys(owner for owners in asked for owner in owners)):
            return owners, fallback
    return (), False


class _Combining:
    def __init__(
        self, sections: Sequence[Sequence[Ranked]], tree: Tracked | None, exact: bool
    ) -> None:
        self.sections, self.tree, self.exact = sections, tree, exact
        each, base = FEW if exact else MANY
        size = sum(map(len, sections))
        self.most, self.work = each * size + base, Work(size)
        self.left: dict[int, Unsaid] = {}
        self.given_way: set[int] = set()

    def whole(self) -> Combined:
        rules: list[Ranked] = []
        for section in self.sections:
            rules += [*section, *self._both(rules, section)]
            rules, _ = without_shadowed(rules)
            if len(rules) > self.most:
                raise TooMany
        return Combined(tuple(rules), tuple(self.left.values()), frozenset(self.given_way))

    def _both(self, first: Sequence[Ranked], second: Sequence[Ranked]) -> list[Ranked]:
        """What rules of two lists have in common; the last that matches is of the last of each."""
        index: Heads[tuple[int, Ranked]] = Heads()
        for place, rule in enumerate(second):
            index.add(rule.region, (place, rule))
        made: list[Ranked] = []
        for one in first:
            for _, other in sorted(index.near(one.region), key=lambda each: each[0]):
                made += self._common(one, other)
                if self.work.spent():
                    raise TooMany
            if len(made) > self.most:
                raise TooMany
        return made

    def _is_needed(self, one: Ranked, other: Ranked, piece: Region) -> bool:
        """Whether a file is there that both take, and the piece, too."""
        if self.tree is None:
            return True
        common = self.tree.files(one.text) & self.tree.files(other.text)
        return not common.isdisjoint(self.tree.files(text_of(piece)))

    def _common(self, one: Ranked, other: Ranked) -> Iterator[Ranked]:
        owners, fallback = owners_of((one, other))
        if self.tree and not self.tree.meet(one.text, other.text):
            return
        if not self.exact and both_wander(one.region, other.region):
            self.left.setdefault(one.line, Unsaid(one.line, other.line, ""))
            return
        for piece in meet(one.region, other.region):
            if not self._is_needed(one, other, piece):
                continue
            far = not self.exact and far_fetched(piece, one.region, other.region)
            if far or takes_more(piece):
                if one.line not in self.left:
                    self.left[one.line] = unsaid(one, other, piece)
                continue
            same = next((each for each in (other, one) if each.region == piece), None)
            text = same.text if same else text_of(piece)
            note = "\n".join(dict.fromkeys(filter(None, (one.note, other.note)))) if same else ""
            why = one.why or other.why
            if lost := [each for each in (one, other) if each.fallback and not fallback]:
                self.given_way.update(each.line for each in lost)
                why = why or f"line {lost[0].line} is for all files: read as for what is left"
            made = Ranked(piece, text, owners, other.line, note, why, same is None, fallback)
            yield made._replace(line=same.line) if same else made
