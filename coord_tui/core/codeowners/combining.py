"""Makes one list, of which the last rule that matches decides, of the sections of a file.

A path that is owned in two sections has the owners of both: where rules of two sections meet, a
rule for what they have in common says so. Owners of all files (`*`) are those of what no section
gives to others: a forge asks them too, but nobody means that they share every file.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from coord_tui.core.codeowners.heads import Heads
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.ranking import Ranked, Unsaid, unsaid, without_shadowed
from coord_tui.core.codeowners.regions import Region, meet
from coord_tui.core.codeowners.sharing import Sharing
from coord_tui.core.codeowners.spelling import takes_more, text_of, wanders
from coord_tui.core.codeowners.tracked import Tracked
from coord_tui.core.codeowners.work import Makes, Work, most_made


class Combined(NamedTuple):
    """The one list, and rules of two sections of whose common files it names one owner only."""

    rules: tuple[Ranked, ...]
    unsaid: tuple[Unsaid, ...] = ()
    given_way: frozenset[int] = frozenset()
    """The lines of owners of all files, where a section has owners of its own."""


def combined(sections: Sequence[Sequence[Ranked]], tree: Tracked | None = None) -> Combined:
    """One list for all sections; with a `tree`, for the files in it.

    Without one, no rule is made for files that need luck to be there where that takes more rules
    than a person would read, and none at all where that does not help: lines that meet are named.

    Raises: TooMany, TooLarge.
    """
    ways: tuple[Makes, ...] = ("all", "plain")
    for makes in ways:
        with suppress(TooMany):
            return _Combining(sections, tree, makes).whole()
    return _Combining(sections, tree, "none").whole()


def owners_of(rules: Sequence[Ranked]) -> tuple[tuple[str, ...], bool]:
    """Who owns what rules of several sections take, and whether only as owners of all files."""
    for fallback in (False, True):
        asked = (each.owners for each in rules if each.fallback is fallback)
        if owners := tuple(dict.fromkeys(owner for owners in asked for owner in owners)):
            return owners, fallback
    return (), False


class _Combining:
    def __init__(
        self, sections: Sequence[Sequence[Ranked]], tree: Tracked | None, makes: Makes
    ) -> None:
        self.sections, self.tree, self.makes = sections, tree, makes
        size = sum(map(len, sections))
        self.most, self.work = most_made(size, tree is not None), Work(size)
        self.left: dict[int, Unsaid] = {}
        self.given_way: set[int] = set()

    def whole(self) -> Combined:
        rules: list[Ranked] = []
        for section in self.sections:
            rules += [*section, *self._both(rules, section)]
            rules, _ = without_shadowed(rules)
            if sum(rule.made for rule in rules) > self.most:
                raise TooMany
        return Combined(tuple(rules), tuple(self.left.values()), frozenset(self.given_way))

    def _both(self, first: Sequence[Ranked], second: Sequence[Ranked]) -> list[Ranked]:
        """What rules of two lists have in common; the last that matches is of the last of each."""
        near = self._index(second)
        made: list[Ranked] = []
        for one in first:
            for place in sorted(near(one)):
                made += self._common(one, second[place])
                if self.work.spent():
                    raise TooMany
            if len(made) > self.most + len(first) + len(second):
                raise TooMany
        return made

    def _index(self, rules: Sequence[Ranked]) -> Callable[[Ranked], Iterable[int]]:
        """Tells the places of the rules that may have a file in common with one."""
        if self.tree:
            sharing: Sharing[int] = Sharing(self.tree)
            for place, rule in enumerate(rules):
                sharing.add(rule.text, place)
            return lambda one: sharing.near(one.text)
        heads: Heads[int] = Heads()
        for place, rule in enumerate(rules):
            heads.add(rule.region, place)
        return lambda one: heads.near(one.region)

    def _is_needed(self, one: Ranked, other: Ranked, piece: Region) -> bool:
        """Whether a file is there that both take, and the piece, too."""
        if self.tree is None:
            return True
        common = self.tree.files(one.text) & self.tree.files(other.text)
        return not common.isdisjoint(self.tree.files(text_of(piece)))

    def _pieces(self, one: Ranked, other: Ranked) -> Sequence[Region]:
        """What two rules have in common; nothing where that is too much to be written."""
        try:
            return meet(one.region, other.region)
        except TooMany:
            self.left.setdefault(one.line, unsaid(one, other, None))
            return ()

    def _is_made(self, piece: Region) -> bool:
        """Whether a rule that no line says may be made for what two have in common."""
        return self.makes == "all" or (self.makes == "plain" and not wanders(piece))

    def _common(self, one: Ranked, other: Ranked) -> Iterator[Ranked]:
        owners, fallback = owners_of((one, other))
        for piece in self._pieces(one, other):
            if not self._is_needed(one, other, piece):
                continue
            same = next((each for each in (other, one) if each.region == piece), None)
            if takes_more(piece) or (same is None and not self._is_made(piece)):
                if one.line not in self.left:
                    self.left[one.line] = unsaid(one, other, piece)
                continue
            text = same.text if same else text_of(piece)
            note = "\n".join(dict.fromkeys(filter(None, (one.note, other.note)))) if same else ""
            why = one.why or other.why
            if lost := [each for each in (one, other) if each.fallback and not fallback]:
                self.given_way.update(each.line for each in lost)
                why = why or f"line {lost[0].line} is for all files: read as for what is left"
            made = Ranked(piece, text, owners, other.line, note, why, same is None, fallback)
            yield made._replace(line=same.line) if same else made
