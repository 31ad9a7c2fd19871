"""Tells whether the checkout is still where it was when it was looked at.

A remote may take minutes for its answer, and meanwhile anybody may go to another branch.
"""

from __future__ import annotations

import os

from coord_tui.adapters.git_status import operation
from coord_tui.core.shell import word
from coord_tui.errors import CoordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.git import Git

HEADS = "refs/heads/"


class Moved(CoordError):
    """The checkout is not where it was, so nothing was done to it."""

    exit_code = 1


def in_the_middle(git_dir: str) -> str:
    """That git is in the middle of something that must come first; empty: it is not."""
    doing = operation(git_dir)
    if doing in ("", "bisect"):
        return ""
    return f"git is in the middle of a {doing}: bring that to its end first, `git status`"


def was_left(git: Git, branch: str) -> str:
    """That the branch is not checked out any more; empty: it is."""
    where = os.fsdecode(git.ask("symbolic-ref", "--quiet", "HEAD") or b"").removesuffix("\n")
    if where == HEADS + branch:
        return ""
    other = f" for {where.removeprefix(HEADS)}" if where else ""
    return f"{branch} was left{other} meanwhile: `git switch {word(branch)}` goes back to it"


def meanwhile(git: Git, git_dir: str, branch: str, head: str) -> str:
    """What changed since the branch was found checked out, at that commit; empty: nothing."""
    if left := was_left(git, branch):
        return left
    tip = os.fsdecode(git.ask("rev-parse", "--verify", "--quiet", "HEAD") or b"").strip()
    return in_the_middle(git_dir) or ("" if tip == head else f"{branch} moved meanwhile: try again")


def stay(git: Git, git_dir: str, branch: str, head: str) -> None:
    """Raises: Moved when the checkout is not where it was."""
    if why := meanwhile(git, git_dir, branch, head):
        raise Moved(why)
