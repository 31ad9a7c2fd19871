"""Which places could not be merged with which, and why not: what the conflict radar found."""

from collections.abc import Collection
from typing import Literal, NamedTuple

State = Literal["clean", "conflict", "unstable", "unknown"]
"""`unstable`: a place changed while it was compared, so nothing is said of it; `unknown`: git
could not compare them, and the reason says why. Only what git merged is `clean`."""

Kind = Literal[
    "edited", "added", "one deleted", "other deleted", "renamed", "binary", "folder", "submodule",
    "other",
]  # fmt: skip
"""How a file is in conflict: both edited the same lines, both added it, one side deleted what the
other edited, it was renamed two ways or away, it is no text, one side has a folder of that name."""

UNRELATED = "they share no history"
"""Why nobody would merge two places at all."""


class Place(NamedTuple):
    """Something that is to be merged one day: a working tree as it lies there, or a branch."""

    name: str
    """The branch, as git shortens it; of a detached HEAD its commit."""
    session: str = ""
    """Who works in it; empty: not known."""
    worktree: str = ""
    """Absolute path of the working tree, whose uncommitted changes count; empty: a branch."""
    changed: int = 0
    """How many uncommitted paths count."""
    commit: str = ""
    """What was compared; with uncommitted changes a commit that only the radar has."""
    without: tuple[str, ...] = ()
    """Uncommitted paths that do not count, such as a repository inside this one."""
    doubt: State = "clean"
    """`unstable` or `unknown` when nothing can be said of it; then `reason` says why."""
    reason: str = ""
    remote: bool = False
    """Whether it is a remote's branch, as last fetched."""


class Pair(NamedTuple):
    """Two places, and what git says of merging them."""

    one: Place
    other: Place
    state: State
    paths: tuple[str, ...] = ()
    """The files that would conflict, sorted."""
    reason: str = ""
    """Why nothing can be said; empty when it can."""
    kinds: tuple[Kind, ...] = ()
    """How each of the paths is in conflict."""
    again: bool = False
    """Whether a pair with a working tree, which a branch goes on from, says the same already."""

    def kind(self, path: str) -> Kind:
        """How that path is in conflict."""
        return dict(zip(self.paths, self.kinds, strict=False)).get(path, "other")

    @property
    def strange(self) -> bool:
        """Whether one is a branch that has nothing to do with the other."""
        trees = self.one.worktree and self.other.worktree
        return self.reason == UNRELATED and not trees

    def about(self, names: Collection[str]) -> "Pair":
        """The same, with those of its files only that are named or in a folder that is.

        A name without `/` may be that of a folder that only another place has.
        """
        whole = tuple(name if name.endswith("/") or not name else f"{name}/" for name in names)
        kept = [path for path in self.paths if path in names or path.startswith(whole)]
        return self._replace(paths=tuple(kept), kinds=tuple(self.kind(path) for path in kept))


class Radar(NamedTuple):
    """One look at all pairs."""

    pairs: tuple[Pair, ...] = ()
    """Those in conflict first, then those that nothing can be said of, then the clean ones."""
    at: float = 0.0
    """When, in seconds since the epoch; 0: there was none yet."""
    problem: str = ""
    """Why there was no look, such as a git that is too old."""
    more: int = 0
    """Branches at work that were not compared, because there are too many."""
    beside: tuple[Place, ...] = ()
    """Places that were compared, and whose pairs are left out."""

    @property
    def places(self) -> tuple[Place, ...]:
        """What was compared, each once."""
        paired = (place for pair in self.pairs for place in (pair.one, pair.other))
        return tuple(dict.fromkeys((*paired, *self.beside)))

    @property
    def conflicts(self) -> tuple[Pair, ...]:
        """The pairs that git could not merge, but for those that only say it again."""
        return tuple(p for p in self.pairs if p.state == "conflict" and not p.again)

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """The pairs of which nothing can be said; a branch that nobody would merge is no doubt."""
        doubts = (pair for pair in self.pairs if pair.state in ("unstable", "unknown"))
        return tuple(pair for pair in doubts if not pair.strange)

    def about(self, names: Collection[str]) -> "Radar":
        """The same, but of the conflicts only those in these files; all of them without a name.

        A folder's name ends with `/`, and the top's is empty.
        """
        if not names:
            return self
        found = (pair.about(names) for pair in self.pairs)
        kept = (pair for pair in found if pair.paths or pair.state != "conflict")
        return self._replace(pairs=tuple(kept), beside=self.places)


class Missing(NamedTuple):
    """A session's working tree that the plan names, and that cannot be compared."""

    session: str
    folder: str
    """As it stands in the plan."""
    strange: bool = False
    """Whether a repository of another project is there, rather than nothing."""


class Unseen(NamedTuple):
    """What a look cannot see."""

    missing: tuple[Missing, ...] = ()
    fetched: float = 0.0
    """When the remotes' branches were last fetched, in seconds since the epoch; 0: not known."""


class Hunk(NamedTuple):
    """A place in a file where two sides say different things."""

    line: int
    """Where it begins in the merged file, from 1."""
    one: tuple[str, ...]
    other: tuple[str, ...]
    base: tuple[str, ...] = ()
    """What both began with, when git says it."""
