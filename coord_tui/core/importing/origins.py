"""Says in a few words where each item of a plan was read, for the comments in its text."""

from collections.abc import Container, Iterable, Mapping
from posixpath import basename
from types import MappingProxyType

from coord_tui.core.importing.reading import Reading
from coord_tui.core.importing.statements import Sure

PLACES = 2
"""Of one item, in as many documents."""
MARKS: Mapping[Sure, str] = MappingProxyType({"certain": "", "likely": "~", "doubtful": "?"})
"""What stands before the line of an item that is not certain; reports have the same."""
NAMES = 3
"""Documents that are named; of more only the first two are."""


def origins(reading: Reading, names: Mapping[str, str]) -> dict[str, str]:
    """By its key where each item was read, with the mark of what is not certain before it.

    `names` are the documents as the plan's readers know them, by the names they were read under.
    """
    found = {}
    for item in reading.items:
        first = {place.file: place for place in reversed(item.at)}
        places = sorted(first.values(), key=item.at.index)[:PLACES]
        where = ", ".join(f"{names.get(p.file, p.file)}:{p.line}" for p in places)
        found[item.key] = f"{MARKS[item.sure]} {where}".lstrip()
    return found


def legend(sure: Container[Sure]) -> str:
    """What the marks mean that occur, to go on a sentence; empty for none."""
    meanings: Mapping[Sure, str] = {"likely": "is likely", "doubtful": "is a guess"}
    words = (f"{MARKS[each]} {meaning}" for each, meaning in meanings.items() if each in sure)
    found = ", ".join(words)
    return f"; {found}" if found else ""


def listed(documents: Iterable[str]) -> str:
    """The last parts of the documents' names, in one line."""
    names = [basename(one) for one in documents]
    more = f" and {len(names) - 2} more" if len(names) > NAMES else ""
    return ", ".join(names[:2] if more else names) + more
