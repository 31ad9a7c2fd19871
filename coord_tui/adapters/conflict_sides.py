"""Says which commits brought the other side of a conflict, by what git leaves of its operation."""

import re
from collections.abc import Sequence
from os.path import join

from coord_tui.adapters.commit_log import log
from coord_tui.adapters.git import Git
from coord_tui.core.commits import Commit

FULL = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
SPACE = 100_000
"""Bytes of paths that a command line is given; of what is beyond, nothing is said."""


def other_side(git_dir: str, operation: str, head: str) -> tuple[str, ...]:
    """The commits that the operation merges into `head`, as `git log` takes them.

    Empty when git does not say: nothing is under way, or patches are applied.
    """
    match operation:
        case "merge":
            return (*merging, f"^{head}") if (merging := _commits(git_dir, "MERGE_HEAD")) else ()
        case "rebase":
            return _rebased(git_dir, "rebase-merge") or _rebased(git_dir, "rebase-apply")
        case "cherry-pick" | "revert":
            picked = _commits(git_dir, f"{operation.upper().replace('-', '_')}_HEAD")
            return ("--no-walk", *picked) if picked else ()
    return ()


def brought(git: Git, side: Sequence[str], paths: Sequence[str]) -> dict[str, Commit]:
    """The last commit of that side which changed each path; those that none did are left out.

    Raises: EnvironmentFailed when git fails.
    """
    if not side:
        return {}
    if "--no-walk" in side:
        return {path: commit for commit in log(git, *side) for path in paths}
    found: dict[str, Commit] = {}
    for commit in log(git, *side, paths=_that_fit(paths)):
        for path in commit.paths:
            found.setdefault(path, commit)
    return found


def _that_fit(paths: Sequence[str]) -> list[str]:
    taken, room = [], SPACE
    for path in paths:
        room -= len(path.encode("utf-8", "surrogateescape")) + 1
        if room < 0:
            break
        taken.append(path)
    return taken


def _rebased(git_dir: str, folder: str) -> tuple[str, ...]:
    """What one rebases onto, without what was there when one's own commits began."""
    onto = _commits(git_dir, folder, "onto")
    own = _commits(git_dir, folder, "orig-head")
    return (*onto, *(f"^{commit}" for commit in own)) if onto else ()


def _commits(git_dir: str, *names: str) -> list[str]:
    """The commits that a file of git's folder names; none when it is not there."""
    try:
        with open(join(git_dir, *names), encoding="ascii") as file:
            return [word for word in file.read().split() if FULL.fullmatch(word)]
    except (OSError, ValueError):
        return []
