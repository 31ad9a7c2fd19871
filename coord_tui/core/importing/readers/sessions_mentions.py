"""Finds who is only spoken of, but often, and bears a name like the others': `Member 3`."""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.evident import kind_of
from coord_tui.core.importing.names import names_of, number_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.statements import Place, Said, SaidSession

_OFTEN = 3
"""On how many lines somebody stands who is no slip or example."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Those who are named as at least two sessions are, but for the number or letter."""
    known = [each for each in said if isinstance(each, SaidSession)]
    names = names_of(known)
    spoken_of: dict[str, list[int]] = {}
    like = _like({each.name for each in known})
    for number, line in enumerate(document.lines if like else (), 1):
        for name in {match[0] for match in like.finditer(line)} if like else ():
            spoken_of.setdefault(name, []).append(number)
    for name, places in spoken_of.items():
        if len(places) >= _OFTEN and not names.of(name):
            at = Place(document.name, places[0], places[0])
            why = "often spoken of, and named like others"
            yield SaidSession(at, name, (), "", kind_of(name), sure="likely", why=why)


def _like(names: set[str]) -> re.Pattern[str] | None:
    """What finds each way of naming that two of the names have in common."""
    ways: dict[str, int] = {}
    for name in names:
        if number := number_of(name):
            way = name[: -len(number)].rstrip(" -_#")
            ways[way] = ways.get(way, 0) + 1
    common = [re.escape(way) for way, count in sorted(ways.items()) if count > 1]
    return re.compile(rf"\b(?:{'|'.join(common)}) (?:\d{{1,2}}|[A-Z])\b") if common else None
