"""Finds what is changed here and would be overwritten by going from one commit to another.

Untracked and ignored files count: git would refuse for the first, and overwrite the second.
"""

from __future__ import annotations

import os
import stat
from os.path import join
from typing import NamedTuple

from coord_tui.adapters.status_records import Record, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coord_tui.adapters.git import Git

RAW = ("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=none")
STATUS = (
    "status", "--porcelain=v2", "-z", "--untracked-files=no", "--no-renames", "--no-ahead-behind",
    "--ignore-submodules=none",
)  # fmt: skip
MODULE = "160000"
"""The mode of a submodule."""


class Step(NamedTuple):
    """A path in which two commits differ."""

    path: str
    kind: str
    """A letter, as git has it: A D M T."""
    mode: str
    """In the second commit, as the next one; zeros when it is not there."""
    sha: str


def steps(git: Git, old: str, new: str) -> list[Step]:
    """The paths in which two commits differ. Raises: EnvironmentFailed when git fails."""
    fields = os.fsdecode(git.run(*RAW, old, new, "--")).split("\0")
    heads = (head[1:].split(" ") for head in fields[0:-1:2])
    return [
        Step(path, head[4][:1], head[1], head[3])
        for head, path in zip(heads, fields[1::2], strict=False)
    ]


def in_the_way(git: Git, steps: Sequence[Step]) -> tuple[str, ...]:
    """Paths that are changed here, and that these steps would change; sorted.

    What is staged as the second commit has it, and was not changed since, is in nobody's way: so a
    pull that was killed is taken up again. Raises: EnvironmentFailed when git fails.
    """
    here = _changed(git)
    found = {step.path for step in steps if step.path in here and _meets(step, here[step.path])}
    found |= {path for path, change in here.items() if change.code == "U"}
    arriving = [step for step in steps if step.kind == "A" and step.path not in here]
    if arriving:
        tracked = {step.path for step in steps if step.kind != "A"}
        found |= set(_untracked(git.top, arriving, tracked))
    return tuple(sorted(found))


def _changed(git: Git) -> dict[str, Record]:
    return {
        one.path: one
        for one in records(git.run(*STATUS))
        # a submodule that is not at the commit the index has stays where it is in any case
        if not (one.module and one.code[0] == ".")
    }


def _meets(step: Step, here: Record) -> bool:
    if step.kind == "D":
        return not (here.code[0] == "D" or here.code == ".D")
    return here.code[-1] != "." or (here.mode, here.sha) != (step.mode, step.sha)


def _untracked(top: str, arriving: Sequence[Step], tracked: set[str]) -> Iterator[str]:
    """What lies where new paths go and is no tracked file that makes room for them."""
    free: dict[str, str] = {"": ""}
    for step in arriving:
        folder = step.path.rpartition("/")[0]
        blocked = _blocked(top, folder, tracked, free)
        if blocked:
            yield blocked
        elif step.mode != MODULE:
            yield from _lying(top, step.path, tracked)


def _blocked(top: str, folder: str, tracked: set[str], known: dict[str, str]) -> str:
    """The untracked file that stands where a folder must be; empty when there is none."""
    if folder not in known:
        above = _blocked(top, folder.rpartition("/")[0], tracked, known)
        mode = _mode(join(top, folder))
        stands = mode and not stat.S_ISDIR(mode) and folder not in tracked
        known[folder] = above or (folder if stands else "")
    return known[folder]


def _lying(top: str, path: str, tracked: set[str]) -> Iterator[str]:
    mode = _mode(join(top, path))
    if not mode or path in tracked:
        return
    if not stat.S_ISDIR(mode):
        yield path
        return
    for folder, folders, names in os.walk(join(top, path)):
        inside = os.path.relpath(folder, top)
        links = [name for name in folders if os.path.islink(join(folder, name))]
        for name in (*names, *links):
            if (one := f"{inside}/{name}") not in tracked:
                yield one


def _mode(path: str) -> int:
    """What lies there; 0: nothing."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0
