"""Says in a few words where each item of a plan was read, for the comments in its text."""

from collections.abc import Iterable, Mapping
from posixpath import basename

from coord_tui.core.importing.reading import Reading

PLACES = 2
"""Of one item, in as many documents."""
NAMES = 3
"""Documents that are named; of more only the first two are."""


def origins(reading: Reading, names: Mapping[str, str]) -> dict[str, str]:
    """By its key where each item was read, with `?` before what was only guessed.

    `names` are the documents as the plan's readers know them, by the names they were read under.
    """
    found = {}
    for item in reading.items:
        first = {place.file: place for place in reversed(item.at)}
        places = sorted(first.values(), key=item.at.index)[:PLACES]
        where = ", ".join(f"{names.get(p.file, p.file)}:{p.line}" for p in places)
        found[item.key] = f"? {where}" if item.sure == "doubtful" else where
    return found


def listed(documents: Iterable[str]) -> str:
    """The last parts of the documents' names, in one line."""
    names = [basename(one) for one in documents]
    more = f" and {len(names) - 2} more" if len(names) > NAMES else ""
    return ", ".join(names[:2] if more else names) + more
