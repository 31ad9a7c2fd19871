"""Finds folders that several own only in part: each says so of the folder, and lists its own files.

`Ana owns the sign-in in web/` and `Ben owns the charts in web/` give neither of them all of web/,
where both of them list what of it is theirs.
"""

from collections.abc import Sequence

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.statements import SaidOwned


def parted(owned: Sequence[SaidOwned], names: Names) -> frozenset[str]:
    """The folders that more than one are said to own, each of whom owns paths within."""
    having: dict[str, set[str]] = {}
    for each in owned:
        having.setdefault(names.of(each.session) or each.session, set()).add(each.path)
    claimed = [path for paths in having.values() for path in paths if path.endswith("/")]
    return frozenset(
        folder
        for folder in {path for path in claimed if claimed.count(path) > 1}
        if all(_has_within(paths, folder) for paths in having.values() if folder in paths)
    )


def _has_within(paths: set[str], folder: str) -> bool:
    return any(path.startswith(folder) and path != folder for path in paths)
