"""What changed on the disk, as values that add up: a set of them says what must be read again."""

from typing import NamedTuple


class Change(NamedTuple):
    """One thing that changed."""

    kind: str
    """`plan`, `channel`, `trees`, `tree` or `file`."""
    tree: str = ""
    """The top folder of the working tree, for `tree` and `file`."""
    path: str = ""
    """Of a `file`: relative to the top, with `/`."""


Changed = frozenset[Change]

NOTHING: Changed = frozenset()
PLAN = Change("plan")
CHANNEL = Change("channel")
TREES = Change("trees")
"""Which working trees there are, and all that is in them."""
EVERYTHING: Changed = frozenset({PLAN, CHANNEL, TREES})


def tree(top: str) -> Change:
    """Anything in one working tree: git's own files of it changed, or too much to be listed."""
    return Change("tree", top)


def file(top: str, path: str) -> Change:
    """One file of a working tree was written, made or deleted."""
    return Change("file", top, path)
