"""Remembers which files are edited where, and when each was last seen without an edit.

So an edit that stands is told from one that went and came again, however often a reading is made.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from coord_tui.core.tree import Worktree

Edit = tuple[str, str]
"""Whose edit, and of which path."""


class _Seen(NamedTuple):
    """A tree as it was read last."""

    session: str = ""
    at: float = 0
    """When that was, in seconds since the epoch; 0: it never was."""
    clean: Mapping[str, float] = {}
    """By each edited path: when it was last seen without an edit; 0: it never was."""


class EditsSeen:
    """The edits in the trees that one reader sees."""

    def __init__(self) -> None:
        self._trees: dict[str, _Seen] = {}

    def see(self, trees: Collection[Worktree], now: float) -> None:
        """Take in a reading.

        A tree that could not be read, or in which git is in the middle of something, stands as it
        was: what is gone there now may be back in a moment.
        """
        self._trees = {tree.path: self._seen(tree, now) for tree in trees}

    def clean(self) -> dict[Edit, float]:
        """Each edit there is, and when its path was last seen clean: nothing older is about it."""
        found: dict[Edit, float] = {}
        for session, _, clean in self._trees.values():
            for path, at in clean.items():
                found[session, path] = min(at, found.get((session, path), at))
        return found

    def _seen(self, tree: Worktree, now: float) -> _Seen:
        before = self._trees.get(tree.path, _Seen())
        if tree.operation or tree.problem:
            return before
        paths = {path for one in tree.changes for path in (one.path, one.origin) if path}
        clean = {path: before.clean.get(path, before.at) for path in paths}
        return _Seen(tree.session, now, clean)
