"""Finds in what is said of a shared file which session changes which part of it."""

import re
from collections.abc import Iterator

from coord_tui.core.importing.names import Names, folded

_BETWEEN = re.compile(
    r"\s*[,;、，；]\s*(?:and\s+|y\s+|e\s+|et\s+|und\s+)?|\s+(?:and|while|y|e|et|und)\s+"
)


def parts_of(note: str, names: Names) -> Iterator[tuple[str, str]]:
    """(name, what it changes) of a note such as `Ana adds routes, Ben adds models`."""
    for piece in _BETWEEN.split(note):
        name, _, rest = piece.partition(" ")
        bare = name.rstrip(":：")
        if len(folded(bare)) > 1 and names.of(bare) and rest.strip():
            yield bare, rest.strip(" .")
