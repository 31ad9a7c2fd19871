"""Makes one list, of which the last rule that matches decides, of the sections of a file.

A path that is owned in two sections has the owners of both: where rules of two sections meet,
a rule for what they have in common says so.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.codeowners.heads import Heads
from coord_tui.core.codeowners.names import TooMany
from coord_tui.core.codeowners.parsing import Entry, Section
from coord_tui.core.codeowners.regions import Region, covers, far_fetched, meet, takes_more, text_of

FEW, MANY = (3, 120), (20, 1_000)
"""How many rules may come of each rule, and besides; with more, sections are too entangled."""
WIDER = "takes what is in a folder of that name, too"


class Ranked(NamedTuple):
    """A rule of a list in which the last one that matches decides."""

    region: Region
    text: str
    owners: tuple[str, ...]
    line: int
    note: str = ""
    why: str = ""
    made: bool = False
    """Whether no line of the file says just this."""


class Shadowed(NamedTuple):
    """A rule that decides nothing, and the one that always decides instead."""

    line: int
    text: str
    by: int


def ranked(section: Section) -> tuple[list[Ranked], list[Shadowed]]:
    """The rules of a section that decide anything; what it excludes comes last, and is nobody's."""
    ordered = sorted(section.entries, key=lambda entry: entry.excluded)
    kept, shadowed = without_shadowed([_ranked(entry) for entry in ordered])
    return _without_idle(kept), shadowed


def _without_idle(rules: Sequence[Ranked]) -> list[Ranked]:
    """Without those that leave to nobody what is nobody's."""
    owned: Heads[Ranked] = Heads()
    kept = []
    for rule in rules:
        if rule.owners:
            owned.add(rule.region, rule)
        elif not any(_meets(one.region, rule.region) for one in owned.near(rule.region)):
            continue
        kept.append(rule)
    return kept


def _meets(one: Region, other: Region) -> bool:
    try:
        return bool(meet(one, other))
    except TooMany:
        return True


def _ranked(entry: Entry) -> Ranked:
    return Ranked(entry.region, entry.text, entry.owners, entry.line, entry.note, entry.why)


def without_shadowed(rules: Sequence[Ranked]) -> tuple[list[Ranked], list[Shadowed]]:
    """Those that decide something, and those for all of whose files a later one decides."""
    later: Heads[Ranked] = Heads()
    kept, shadowed = [], []
    for rule in reversed(rules):
        by = next(
            (one for one in later.above(rule.region) if covers(one.region, rule.region)), None
        )
        if by is None:
            kept.append(rule)
            later.add(rule.region, rule)
        else:
            shadowed.append(Shadowed(rule.line, rule.text, by.line))
    return kept[::-1], shadowed[::-1]


def combined(sections: Sequence[Sequence[Ranked]], exact: bool = True) -> list[Ranked]:
    """One list for all sections; not `exact`, without folders that lie in one another anywhere.

    `TooMany` when they meet in too many places.
    """
    each, base = FEW if exact else MANY
    most = each * sum(map(len, sections)) + base
    whole: list[Ranked] = []
    for section in sections:
        whole += [*section, *_both(whole, section, most, exact)]
        whole, _ = without_shadowed(whole)
        if len(whole) > most:
            raise TooMany
    return whole


def _both(
    first: Sequence[Ranked], second: Sequence[Ranked], most: int, exact: bool
) -> list[Ranked]:
    """What rules of two lists have in common; the last that matches is of the last of each."""
    index: Heads[tuple[int, Ranked]] = Heads()
    for place, rule in enumerate(second):
        index.add(rule.region, (place, rule))
    made: list[Ranked] = []
    for one in first:
        near = sorted(index.near(one.region), key=lambda each: each[0])
        for _, other in near:
            made += [
                rule
                for rule in _common(one, other)
                if exact or not far_fetched(rule.region, one.region, other.region)
            ]
        if len(made) > most:
            raise TooMany
    return made


def _common(one: Ranked, other: Ranked) -> Iterator[Ranked]:
    owners = tuple(dict.fromkeys((*one.owners, *other.owners)))
    for piece in meet(one.region, other.region):
        same = next((each for each in (other, one) if each.region == piece), None)
        text = same.text if same else text_of(piece)
        note = "\n".join(dict.fromkeys(filter(None, (one.note, other.note)))) if same else ""
        why = one.why or other.why or (WIDER if takes_more(piece) else "")
        yield Ranked(piece, text, owners, other.line, note, why, same is None)
