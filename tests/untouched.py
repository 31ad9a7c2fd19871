"""What must not change when a command that moves a branch is refused, or names other files."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from tests.repos import Repo


class Print(NamedTuple):
    """A working tree as it is: any difference shows."""

    head: str
    """Where HEAD is, and on which branch."""
    entries: tuple[str, ...]
    """Everything in the index."""
    staged: str
    """The difference of the index from HEAD, of the files that are looked at."""
    stash: str
    files: tuple[tuple[str, bytes], ...]
    """Every file with its content, those of git apart."""


def fingerprint(place: Repo, but: Collection[str] = (), head: bool = True) -> Print:
    """The working tree without those paths; and without its HEAD, if that may move."""
    others = [f":(exclude,literal){path}" for path in but]
    return Print(
        head=_head(place) if head else "",
        entries=tuple(place.git("ls-files", "--stage", "-z", "--", *others).split("\0")),
        staged=place.git("diff", "--cached", "--raw", "--no-abbrev", "--no-renames", "--", *others),
        stash=place.git("stash", "list"),
        files=tuple(one for one in _files(place.path) if one[0] not in but),
    )


def _head(place: Repo) -> str:
    return place.git("rev-parse", "--symbolic-full-name", "HEAD") + " " + place.head()


def _files(top: Path) -> list[tuple[str, bytes]]:
    found = []
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            path = Path(folder, name)
            content = os.readlink(path).encode() if path.is_symlink() else path.read_bytes()
            found.append((str(path.relative_to(top)), content))
    return sorted(found)
