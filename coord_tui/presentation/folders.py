"""The folders of the tracked paths: whose the files in each are, and which stand open at first.

Built once for the tracked paths, so that a hundred thousand files cost no more than what is on the
screen.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coord_tui.core.ownership import Ownership

Label = tuple[str, str]
"""Kind and owner of a path, as the ownership has them: `("owned", "senior")`."""

TOP = ""
"""The folder of everything; all others end with `/`."""
SENSIBLE = 30
"""Rows up to which folders stand open at first."""


class FolderIndex(NamedTuple):
    """The folders of the tracked paths, and to whom the files in each belong."""

    files: Mapping[str, tuple[str, ...]]
    """By folder: the paths of the files in it."""
    folders: Mapping[str, tuple[str, ...]]
    """By folder: the folders in it; those that hold nothing but one folder are joined to it."""
    labels: Mapping[str, frozenset[Label]]
    """By folder: whose the files in it and below are."""


def folder_index(tracked: Iterable[str], ownership: Ownership) -> FolderIndex:
    """The index of these paths; build it again when they or the ownership change."""
    files: dict[str, list[str]] = {TOP: []}
    labels: dict[str, set[Label]] = {TOP: set()}
    owner_of = ownership.owner_of
    for path in tracked:
        folder = path[: path.rfind("/") + 1]
        if folder not in files:
            files[folder], labels[folder] = [], set()
        files[folder].append(path)
        verdict = owner_of(path)
        labels[folder].add((verdict.kind, verdict.owner))
    inner = _folders(files, labels)
    return FolderIndex(
        {folder: tuple(paths) for folder, paths in files.items()},
        {
            folder: tuple(_joined(one, inner, files) for one in found)
            for folder, found in inner.items()
        },
        {folder: frozenset(found) for folder, found in labels.items()},
    )


def _folders(
    files: Mapping[str, list[str]], labels: dict[str, set[Label]]
) -> dict[str, dict[str, None]]:
    """The folders in each folder; what is known of a folder's files goes up to all above it."""
    folders: dict[str, dict[str, None]] = {}
    for start in list(files):
        folder, found = start, labels[start]
        while folder:
            parent = folder[: folder.rfind("/", 0, -1) + 1]
            folders.setdefault(parent, {})[folder] = None
            labels.setdefault(parent, set()).update(found)
            folder = parent
    return folders


def _joined(
    folder: str, folders: Mapping[str, dict[str, None]], files: Mapping[str, list[str]]
) -> str:
    while folder not in files and len(folders[folder]) == 1:
        folder = next(iter(folders[folder]))
    return folder


def default_open(index: FolderIndex, most: int = SENSIBLE) -> frozenset[str]:
    """The folders to open at first: mixed ones, from the top, until there are `most` rows."""
    opened: set[str] = set()
    rows, waiting = _size(index, TOP), list(index.folders.get(TOP, ()))
    for folder in waiting:
        size = _size(index, folder)
        if len(index.labels[folder]) > 1 and rows + size <= most:
            opened.add(folder)
            rows += size
            waiting += index.folders.get(folder, ())  # after all that are higher up
    return frozenset(opened)


def _size(index: FolderIndex, folder: str) -> int:
    return len(index.folders.get(folder, ())) + len(index.files.get(folder, ()))
