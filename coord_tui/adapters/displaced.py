"""Finds the paths that cannot be beside others: a file where a folder comes, and the reverse.

Git drops the one for the other without a word, and so what somebody else has staged.
"""

from __future__ import annotations

import os
from os.path import isfile, islink, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coord_tui.adapters.git import Git


def displaced(git: Git, changes: dict[str, str]) -> dict[str, list[str]]:
    """For each of the changed paths, those of HEAD and the index that must go for it.

    The changes are as `changes_of` gives them. Raises: EnvironmentFailed when git fails.
    """
    arriving = [path for path, code in changes.items() if code[0] in "?AD" and _is_there(git, path)]
    found = {path: {*_above(git, path), *_below(git, path)} for path in arriving}
    return {path: sorted(others) for path, others in found.items() if others}


def entries(git: Git, paths: Iterable[str]) -> bytes:
    """The index's entries of exactly these paths, as `git update-index -z --index-info` reads."""
    wanted = set(paths)
    if not wanted:
        return b""
    asked = (f":(top,literal){path}" for path in sorted(wanted))
    listed = git.run("ls-files", "--stage", "-z", "--", *asked).split(b"\0")
    found = (one for one in listed if os.fsdecode(one.partition(b"\t")[2]) in wanted)
    return b"".join(one + b"\0" for one in found)


def _is_there(git: Git, path: str) -> bool:
    place = join(git.top, path)
    return islink(place) or isfile(place)


def _above(git: Git, path: str) -> Iterator[str]:
    """The files that are where the path has folders."""
    folder = path.rpartition("/")[0]
    while folder:
        names = (f"HEAD:{folder}", f":0:{folder}")
        if any(git.ask("cat-file", "-t", name) == b"blob\n" for name in names):
            yield folder
        folder = folder.rpartition("/")[0]


def _below(git: Git, path: str) -> Iterator[str]:
    """The files that are in a folder where the path is."""
    named = ("-z", "--", f":(top,literal){path}")
    for listed in (
        git.run("ls-files", *named),
        git.run("ls-tree", "-r", "--name-only", *_of(path)),
    ):
        for name in os.fsdecode(listed).split("\0"):
            if name.startswith(f"{path}/"):
                yield name


def _of(path: str) -> tuple[str, ...]:
    return ("-z", "HEAD", "--", f":(top,literal){path}")
