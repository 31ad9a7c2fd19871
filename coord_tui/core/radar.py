"""Which places could not be merged with which, and why not: what the conflict radar found."""

from typing import Literal, NamedTuple

State = Literal["clean", "conflict", "unstable", "unknown"]
"""`unstable`: a place changed while it was compared, so nothing is said of it; `unknown`: git
could not compare them, and the reason says why. Only what git merged is `clean`."""


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


class Pair(NamedTuple):
    """Two places, and what git says of merging them."""

    one: Place
    other: Place
    state: State
    paths: tuple[str, ...] = ()
    """The files that would conflict, sorted."""
    reason: str = ""
    """Why nothing can be said; empty when it can."""
    tree: str = ""
    """The merged tree, in the radar's own objects: it holds the files with conflict marks."""


class Radar(NamedTuple):
    """One look at all pairs."""

    pairs: tuple[Pair, ...] = ()
    """Those in conflict first, then those that nothing can be said of."""
    at: float = 0.0
    """When, in seconds since the epoch; 0: there was none yet."""
    problem: str = ""
    """Why there was no look, such as a git that is too old."""

    @property
    def conflicts(self) -> tuple[Pair, ...]:
        """The pairs that git could not merge."""
        return tuple(pair for pair in self.pairs if pair.state == "conflict")

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """The pairs of which nothing can be said."""
        return tuple(pair for pair in self.pairs if pair.state in ("unstable", "unknown"))


class Hunk(NamedTuple):
    """A place in a file where two sides say different things."""

    line: int
    """Where it begins in the merged file, from 1."""
    one: tuple[str, ...]
    other: tuple[str, ...]
    base: tuple[str, ...] = ()
    """What both began with, when git says it."""
