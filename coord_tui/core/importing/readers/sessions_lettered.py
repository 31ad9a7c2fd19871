"""Finds who heads a part by a letter that is its name elsewhere: `### A. Sails`, and `A` owns.

The letters of headings may only count; they are names where a column of owners has two of them in
cells of their own.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.lettered import lettered
from coord_tui.core.importing.names import folded
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.readers.sessions_headed import in_owner_columns
from coord_tui.core.importing.statements import Said, SaidSession

_LEAST = 2


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The letters before the words of headings of one level that a column of owners has, too."""
    by_level: dict[int, list[SaidSession]] = {}
    for node in document.root.walk():
        who = lettered(node.words) if node.kind == "section" and node.level else None
        if who:
            found = SaidSession(document.at(node), who.name, (), who.role)
            by_level.setdefault(node.level, []).append(found)
    owners = in_owner_columns(document) if by_level else frozenset()
    for alike in by_level.values():
        named = [each for each in alike if folded(each.name) in owners]
        if len({each.name for each in named}) >= _LEAST:
            why = "heads a part, and is named among owners"
            yield from (each._replace(sure="likely", why=why) for each in named)
