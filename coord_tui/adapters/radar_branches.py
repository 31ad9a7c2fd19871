"""Lists the branches of a clone, and which of some commits no other of them contains."""

from __future__ import annotations

import os
from contextlib import suppress
from os.path import join

from coord_tui.core.radar_places import LOCAL, REMOTE, Tip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coord_tui.adapters.git import Git

FORMAT = "%00".join(
    ("%(refname)", "%(objectname)", "%(committerdate:unix)", "%(authoremail:trim)", "%(symref)")
)
REFTABLE = "reftable/tables.list"


def read_tips(git: Git) -> list[Tip]:
    """The local and the remote-tracking branches; not those that only name another.

    Raises EnvironmentFailed: git failed.
    """
    listed = git.run("for-each-ref", f"--format={FORMAT}", LOCAL, REMOTE)
    found = (line.split("\0") for line in listed.decode("utf-8", "surrogateescape").split("\n"))
    return [
        Tip(ref, commit, float(at or 0), email)
        for ref, commit, at, email, symref in (fields for fields in found if len(fields) == 5)
        if not symref
    ]


def independent(git: Git, commits: Sequence[str], env: Mapping[str, str]) -> set[str]:
    """Those of the commits that no other of them contains; all of them, when git cannot tell.

    Raises EnvironmentFailed when there is no git.
    """
    found = git.ask("merge-base", "--independent", *commits, env=env) if commits else b""
    return set(commits) if found is None else set(found.decode().split())


def contains(git: Git, commit: str, other: str, env: Mapping[str, str]) -> bool:
    """Whether the other commit has that one in its history; not, when git cannot tell.

    Raises EnvironmentFailed when there is no git.
    """
    return git.ask("merge-base", "--is-ancestor", commit, other, env=env) is not None


def rebased(git_dir: str) -> str:
    """The branch that is being rebased in a working tree, whose HEAD is detached then; or empty."""
    for name in ("rebase-merge/head-name", "rebase-apply/head-name"):
        with suppress(OSError), open(join(git_dir, name), "rb") as file:
            return os.fsdecode(file.read().strip()).removeprefix(LOCAL)
    return ""


def refs_seal(common_dir: str) -> str:
    """Changes whenever a branch of the clone does; found without starting git."""
    found: list[tuple[str, int, int]] = []
    for name in ("packed-refs", REFTABLE):
        found += _stamp(join(common_dir, name))
    waiting = [join(common_dir, name) for name in (LOCAL, REMOTE)]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue  # gone, or never there: its parent, or the packed ones, tell
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                found += _stamp(entry.path)
    return repr(found)


def _stamp(path: str) -> list[tuple[str, int, int]]:
    try:
        found = os.lstat(path)
    except OSError:
        return []
    return [(path, found.st_mtime_ns, found.st_ino)]
