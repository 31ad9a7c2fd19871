"""Takes the rules of a section that decide anything: the last one that matches does.

A rule for all of whose files a later one decides says nothing, and is named.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from coord_tui.core.codeowners.heads import Heads
from coord_tui.core.codeowners.parsing import Entry, Section
from coord_tui.core.codeowners.regions import Region, covers, meets
from coord_tui.core.codeowners.spelling import text_of
from coord_tui.core.codeowners.work import Work
from coord_tui.core.overlap import overlap
from coord_tui.core.patterns import parse

EVERYTHING = Region((), "below")


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
    fallback: bool = False
    """Whether the owners have all files of a section, as far as it says nothing else."""


class Shadowed(NamedTuple):
    """A rule that decides nothing, and the one that always decides instead."""

    line: int
    text: str
    by: int


class Unsaid(NamedTuple):
    """Two rules of whose common files a plan does not say all, and one of these files."""

    line: int
    later: int
    path: str


def unsaid(one: Ranked, other: Ranked, piece: Region | None) -> Unsaid:
    """That a plan does not say all of what two rules have in common; None: nothing of it."""
    texts = (text_of(piece),) * 2 if piece else (one.text, other.text)
    return Unsaid(one.line, other.line, overlap(*map(parse, texts)) or "")


def ranked(section: Section) -> tuple[list[Ranked], list[Shadowed]]:
    """The rules of a section that decide anything; what it excludes comes last, and is nobody's."""
    ordered = sorted(section.entries, key=lambda entry: entry.excluded)
    kept, shadowed = without_shadowed([_ranked(entry) for entry in ordered])
    return _without_idle(kept), shadowed


def _without_idle(rules: Sequence[Ranked]) -> list[Ranked]:
    """Without those that leave to nobody what is nobody's."""
    owned: Heads[Ranked] = Heads()
    work = Work(len(rules))
    kept = []
    for rule in rules:
        near = owned.near(rule.region)
        if rule.owners:
            owned.add(rule.region, rule)
        elif not any(work.spent() or meets(one.region, rule.region) for one in near):
            continue
        kept.append(rule)
    return kept


def _ranked(entry: Entry) -> Ranked:
    said = Ranked(entry.region, entry.text, entry.owners, entry.line, entry.note, entry.why)
    return said._replace(fallback=entry.region == EVERYTHING)


def without_shadowed(rules: Sequence[Ranked]) -> tuple[list[Ranked], list[Shadowed]]:
    """Those that decide something, and those for all of whose files a later one decides."""
    later: Heads[Ranked] = Heads()
    work = Work(len(rules))
    kept, shadowed = [], []
    for rule in reversed(rules):
        above = takewhile(lambda _: not work.spent(), later.above(rule.region))
        by = next((one for one in above if covers(one.region, rule.region)), None)
        if by is None:
            kept.append(rule)
            later.add(rule.region, rule)
        else:
            shadowed.append(Shadowed(rule.line, rule.text, by.line))
    return kept[::-1], shadowed[::-1]
