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
    fetched: float = 0.0
    """When git last fetched, in seconds since the epoch: how old what it knows is; 0: never."""


class Unpushed(NamedTuple):
    """A commit of the branch that no remote has, as far as git knows."""

    commit: str
    subject: str
    paths: tuple[str, ...] = ()
    """What it changes."""


class Landed(NamedTuple):
    """A path whose edit has been pushed, while the others were not told so."""

    path: str
    commit: str


class Conflict(NamedTuple):
    """A path in conflict, and who brought the other side."""

    path: str
    commit: str = ""
    """The other side's last commit that changed it; empty when git does not know."""
    subject: str = ""
    session: str = ""
    """Whose commit that is, by its trailer or its author's email; empty: no session's."""


class Worktree(NamedTuple):
    """One working tree: of the clone, or another clone's that the plan gives to a session."""

    path: str
    """Absolute path of its top folder."""
    branch: Branch = Branch()
    changes: tuple[FileChange, ...] = ()
    """Each path once, sorted."""
    operation: str = ""
    """`merge rebase am cherry-pick revert bisect`: the one that git is in the middle of, if any."""
    session: str = ""
    """Who works in it; empty: not known."""
    elsewhere: bool = False
    """Whether it belongs to another clone."""
    oldest: float = 0.0
    """When the uncommitted file was written that has waited longest, in seconds since the epoch."""
    unpushed: tuple[Unpushed, ...] = ()
    """The newest first, at most `MOST_UNPUSHED`; `branch.ahead` counts all."""
    lacks: frozenset[str] = frozenset()
    """Commits that others told of as pushed and that its HEAD does not contain."""
    astray: frozenset[str] = frozenset()
    """Those of `lacks` that its upstream does not have either: no pull brings them."""
    landed: tuple[Landed, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problem: str = ""
    """Why it could not be read; what is here is then what was known before."""

    @property
    def to_pull(self) -> frozenset[str]:
        """Those of `lacks` that a pull brings, or may bring."""
        return self.lacks - self.astray


MOST_UNPUSHED = 50
"""Commits that are listed by what they change."""

BRINGING = frozenset({"merge", "rebase", "am", "cherry-pick", "revert"})
"""The operations in the middle of which git has staged what others committed."""


def comes_with(tree: Worktree, change: FileChange) -> bool:
    """Whether git itself brought the change, in the middle of a merge or the like."""
    return (
        tree.operation in BRINGING and change.staged and not change.unstaged and change.state != "U"
    )


def collisions(trees: "tuple[Worktree, ...]") -> dict[str, tuple[Worktree, ...]]:
    """The paths that are changed in more than one working tree, and in which; sorted.

    What a merge under way brought is nobody's edit.
    """
    found: dict[str, list[Worktree]] = {}
    for tree in trees:
        for change in tree.changes:
            if not (tree.operation and comes_with(tree, change)):
                found.setdefault(change.path, []).append(tree)
    several = {path: tuple(where) for path, where in found.items() if len(where) > 1}
    return dict(sorted(several.items()))
