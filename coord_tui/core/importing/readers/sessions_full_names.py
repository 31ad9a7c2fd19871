"""Finds who works here in a field of full names, one of whom tables call by the first: `Team: …`.

`Team: Ana Maria Sol · Ben Ode` beside a column of owners with `Ana` in it names both: a field of
people whom nothing else names may as well be of customers or authors.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.names import folded, names_of
from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.readers.sessions_headed import in_owner_columns
from coord_tui.core.importing.statements import Said, SaidSession
from coord_tui.core.importing.whom import PEOPLE

_BETWEEN = re.compile(r"\s*(?:[·•|/+&,;、]|\s(?:and|y|e|et|und|и|ve|i|en)\s)\s*")
_FULL = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*\.?(?: [^\W\d_]+(?:[’'.-][^\W\d_]+)*\.?){1,4}")
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Everybody of such a field, by the name under which the owners' columns have them."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    for node in document.root.walk():
        told = field(node.runs) if node.kind in ("item", "text", "section") else None
        if not told or not PEOPLE.whole(told.label):
            continue
        people = _people(told.words)
        owners = in_owner_columns(document) if people else frozenset()
        if any(folded(first) in owners for first in people):
            for first, full in people.items():
                is_owner = folded(first) in owners
                name, other = (first, full) if is_owner else (full, first)
                if not names.of(first) and not names.of(full):
                    yield SaidSession(document.at(node), name, (other,), kind="person")


def _people(words: str) -> dict[str, str]:
    """By the first names the full ones of a list; none when it has anything else, or a twin."""
    parts = [_BRACKETS.sub("", each).strip(" .") for each in _BETWEEN.split(words)]
    found = {each.partition(" ")[0]: each for each in parts if _is_full(each)}
    return found if len(found) == len(parts) > 1 else {}


def _is_full(name: str) -> bool:
    """Whether a name is of two words or more, written as those of people are."""
    first, *rest = name.split() or [""]
    return bool(_FULL.fullmatch(name)) and first[0].isupper() and rest[-1][0].isupper()
