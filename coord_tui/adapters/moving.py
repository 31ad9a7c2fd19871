"""Moves the branch that is checked out, with index and files, and never takes local work along.

Git itself refuses when something local would be lost; nothing here stashes, resets or forces. Right
before it moves anything it looks whether the branch is still checked out, and where it was.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import NamedTuple

from coord_tui.adapters.checked_out import HEADS, stay
from coord_tui.adapters.git import GitFailed, TookTooLong, last_words
from coord_tui.adapters.locked_index import unhurried
from coord_tui.adapters.upstream import commit_of
from coord_tui.errors import CoordError, EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git

LIMIT = 600.0
"""Seconds that git may take: files are written, and the user's hooks run."""
STEADY = ("--no-autostash", "--no-overwrite-ignore", "--no-edit", "--no-stat", "--quiet")
"""A user's configuration may say otherwise, and a pull never stashes."""
READ_TREE = ("read-tree", "-m", "-u", "--no-recurse-submodules")
NAMED = re.compile(r"error: (?:Entry|Untracked working tree file) '(.+)' (?:not|would)")
"""How git's plumbing names a file that it would overwrite; merge lists them after tabs."""


class InTheWay(CoordError):
    """Git found local work that would be overwritten, and did nothing."""

    exit_code = 1

    def __init__(self, paths: tuple[str, ...], words: str) -> None:
        super().__init__(words)
        self.paths = paths
        """Those that git names, if it names any."""


class At(NamedTuple):
    """Where a checkout was found: git's folder, the branch, and the commit that it was at."""

    git_dir: str
    branch: str
    head: str


def fast_forward(git: Git, at: At, sha: str, action: str) -> None:
    """Put the branch forward to a commit that goes on from it, as `git merge` does.

    The user's hook post-merge runs. Raises: InTheWay; Moved when the checkout is not there any
    more; EnvironmentFailed when git fails, or takes too long before the branch has moved. The last
    may leave some files as the new commit has them, or missing.
    """
    stay(git, *at)
    told = {"GIT_REFLOG_ACTION": action}
    try:
        code, _, said = unhurried(
            lambda: git.result("merge", "--ff-only", *STEADY, sha, timeout=LIMIT, env=told)
        )
    except TookTooLong:
        if commit_of(git, "HEAD") != sha:
            raise
        return  # only the hook did not end
    _check("git merge", code, said)


def switch(git: Git, at: At, new: str, action: str) -> None:
    """Put the branch, index and files to another commit, if it still is where it was found.

    Files first, as git does it: who is stopped in between has staged what the branch still lacks.
    Raises: InTheWay; Moved; EnvironmentFailed, and then the branch has not moved, but where git
    could not write a file, or take the new ones back, some files may be as `new` has them.
    """
    stay(git, *at)
    git.run("update-ref", "ORIG_HEAD", at.head)
    _read_tree(git, at.head, new)
    try:
        git.run("update-ref", "-m", action, HEADS + at.branch, new, at.head)
    except CoordError as error:
        with suppress(CoordError):
            _read_tree(git, new, at.head)
        raise EnvironmentFailed(f"{at.branch} could not be moved: {error}") from error


def _read_tree(git: Git, old: str, new: str) -> None:
    code, _, said = unhurried(lambda: git.result(*READ_TREE, old, new, timeout=LIMIT))
    _check("git read-tree", code, said)


def _check(what: str, code: int, said: bytes) -> None:
    """Raises: InTheWay, or GitFailed with git's own words."""
    if not code:
        return
    words = os.fsdecode(said)
    listed = [line[1:] for line in words.split("\n") if line.startswith("\t")]
    paths = tuple(dict.fromkeys(listed + NAMED.findall(words)))
    if paths or "would be overwritten" in words:
        raise InTheWay(paths, last_words(words))
    raise GitFailed(f"{what}: {last_words(words)}")
