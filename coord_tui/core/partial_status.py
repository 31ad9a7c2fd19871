"""When git need be asked about a few paths only, and how its answer joins what was known.

Guarantees that the result is what a full status would have said: whenever that is in doubt, there
is no result, and a full status must be asked for.
"""

from collections.abc import Iterable

from coord_tui.core.tree import FileChange

FEW = 50
"""Paths above which a full status costs less."""

FAR_REACHING = {".git", ".gitignore", ".gitattributes", ".gitmodules"}
"""Names of files that change what git says of others."""

Changes = tuple[FileChange, ...]


def worth_asking(paths: Iterable[str], known: Changes) -> tuple[str, ...] | None:
    """The paths to ask git about, none below another; None when only a full status will do."""
    asked: list[str] = []
    for path in sorted(set(paths), key=lambda path: path.split("/")):
        if not asked or not path.startswith(asked[-1] + "/"):
            asked.append(path)
    if len(asked) > FEW or not all(map(_reaches_itself_only, asked)):
        return None
    whole = frozenset(asked)
    if any(_hangs_together(change, whole) or _around(change, asked) for change in known):
        return None
    return tuple(asked)


def joined(known: Changes, asked: Iterable[str], answer: Changes) -> Changes | None:
    """The changes now, given git's answer about the paths; None when a full status must say."""
    paths = frozenset(asked)
    if any(_hangs_together(change, paths) for change in answer):
        return None
    kept = [change for change in known if not among(change.path, paths)]
    return tuple(sorted((*kept, *answer), key=lambda change: change.path))


def among(path: str, asked: frozenset[str]) -> bool:
    """Whether a path is one of those, or below one."""
    if path in asked:
        return True
    folder = path.rpartition("/")[0]
    while folder and folder not in asked:
        folder = folder.rpartition("/")[0]
    return bool(folder)


def _reaches_itself_only(path: str) -> bool:
    return path not in ("", ".") and FAR_REACHING.isdisjoint(path.split("/"))


def _hangs_together(change: FileChange, asked: frozenset[str]) -> bool:
    """Whether what git says of the paths may hang on others: they may be half of a rename.

    What was renamed in the index is known. In the working tree, git may take a path that it was
    told to expect (`add -N`), or that is in conflict, for the new name of any that is deleted.
    """
    if change.state == "U" or (change.state in "ARC" and not change.staged):
        return True
    return bool(change.origin) and (among(change.path, asked) or among(change.origin, asked))


def _around(change: FileChange, asked: Iterable[str]) -> bool:
    """Whether a path lies in another repository, which is a single change to this one."""
    return change.path.endswith("/") and any(path.startswith(change.path) for path in asked)
