"""What a pull did, or why it did nothing."""

from typing import NamedTuple


class Pulled(NamedTuple):
    """A branch after a pull; one that was refused has changed nothing."""

    branch: str = ""
    """Empty when HEAD is on none."""
    upstream: str = ""
    """As people write it: `origin/main`."""
    before: str = ""
    """The commit at HEAD before; empty: there was none."""
    after: str = ""
    commits: int = 0
    """Those of the upstream that came in; refused: that would have."""
    how: str = ""
    """`fast-forward` or `rebase`; empty: there was nothing to do, or it was refused."""
    in_the_way: tuple[str, ...] = ()
    """Paths that are changed here and that the upstream changes too."""
    reason: str = ""
    """Why it was refused, and what to do; empty: all is well."""
    own: int = 0
    """Commits that the upstream does not have."""
