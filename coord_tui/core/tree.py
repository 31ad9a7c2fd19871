"""What git says of a working tree, as values; how git spells it is the adapter's affair."""

from typing import NamedTuple


class FileChange(NamedTuple):
    """A path that differs from HEAD, is untracked, or is in conflict."""

    path: str
    """Relative to the repository, with `/`; bytes that are no UTF-8 are kept as surrogates.

    A repository inside this one is a single path that ends in `/`.
    """
    state: str
    """One letter, as `git status --short` has it: M A D R C T, U in conflict, ? untracked."""
    staged: bool = False
    unstaged: bool = False
    origin: str = ""
    """Where a renamed or copied file came from."""


class Branch(NamedTuple):
    """Where HEAD is, and how far from its upstream as last fetched."""

    name: str = ""
    """Empty when HEAD is detached."""
    head: str = ""
    """The commit; empty on an unborn branch."""
    upstream: str = ""
    ahead: int = 0
    behind: int = 0
    gone: bool = False
    """Whether the upstream that is set does not exist, so that nothing can be ahead of it."""


class Worktree(NamedTuple):
    """One working tree of the clone."""

    path: str
    """Absolute path of its top folder."""
    branch: Branch = Branch()
    changes: tuple[FileChange, ...] = ()
    """Each path once, in git's order: tracked ones first, then untracked ones."""
    operation: str = ""
    """`merge rebase am cherry-pick revert bisect`: the one that git is in the middle of, if any."""
