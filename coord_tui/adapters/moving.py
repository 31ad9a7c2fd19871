"""Moves the branch that is checked out, with index and files, and never takes local work along.

Git itself refuses when something local would be lost; nothing here stashes, resets or forces.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress

from coord_tui.adapters.git import GitFailed, TookTooLong, last_words
from coord_tui.adapters.locked_index import unhurried
from coord_tui.adapters.upstream import HEADS, commit_of
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


def fast_forward(git: Git, sha: str, action: str) -> None:
    """Put the branch forward to a commit that goes on from it, as `git merge` does.

    The user's hook post-merge runs. Raises: InTheWay; EnvironmentFailed when git fails, or takes
    too long before the branch has moved.
    """
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


def switch(git: Git, branch: str, old: str, new: str, action: str) -> None:
    """Put the branch, index and files from one commit to another, if it still is at the first.

    Files first, as git does it: who is stopped in between has staged what the branch still lacks.
    Raises: InTheWay; EnvironmentFailed, and then nothing has moved.
    """
    ref = HEADS + branch
    where = git.ask("symbolic-ref", "--quiet", "HEAD") or b""
    if (os.fsdecode(where).strip(), commit_of(git, "HEAD")) != (ref, old):
        raise EnvironmentFailed(f"{branch} moved meanwhile: try again")
    git.run("update-ref", "ORIG_HEAD", old)
    _read_tree(git, old, new)
    try:
        git.run("update-ref", "-m", action, ref, new, old)
    except CoordError as error:
        with suppress(CoordError):
            _read_tree(git, new, old)
        raise EnvironmentFailed(f"{branch} could not be moved: {error}") from error


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
