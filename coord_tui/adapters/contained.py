"""Answers whether HEAD contains a commit, and whether a pull could bring it; asks git once each.

The guard asks it for files that others pushed, and for no other: it loads git only then.
"""

from __future__ import annotations

import os
from os.path import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.layout import Layout

CONTAINED, NOT_CONTAINED = 0, 1
"""What git exits with when it knows both commits."""


class Contained:
    """What HEAD of a working tree contains; in a merge also what is being merged."""

    __slots__ = ("_beyond", "_known", "_layout")

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._known: dict[str, bool] = {}
        self._beyond: dict[str, str | None] = {}

    def __call__(self, commit: str) -> bool:
        """Whether HEAD has that commit; one that is not in this clone at all it has not.

        Raises: EnvironmentFailed when there is no git, or it takes too long.
        """
        if commit not in self._known:
            self._known[commit] = any(self._is_in(commit, head) for head in self._heads())
        return self._known[commit]

    def beyond(self, commit: str) -> str | None:
        """The upstream, when it does not have the commit either: a pull would not bring that.

        Empty when there is no upstream to pull from; None when a pull brings it, or may. What git
        does not have at all may be there since the last fetch. Raises: as the call.
        """
        if commit not in self._beyond:
            self._beyond[commit] = self._lacks(commit)
        return self._beyond[commit]

    def _lacks(self, commit: str) -> str | None:
        from coord_tui.adapters.git import Git

        git = Git.of(self._layout)
        asked = ("merge-base", "--is-ancestor", "--end-of-options", commit, "@{upstream}")
        code, _, _ = git.attempt(*asked)
        if code == CONTAINED:
            return None
        found = git.ask("rev-parse", "--abbrev-ref", "@{upstream}") or b""
        upstream = os.fsdecode(found).strip()
        return upstream if code == NOT_CONTAINED or not upstream else None

    def _heads(self) -> list[str]:
        try:
            with open(join(self._layout.git_dir, "MERGE_HEAD"), encoding="ascii") as file:
                return ["HEAD", *file.read().split()]
        except OSError:
            return ["HEAD"]

    def _is_in(self, commit: str, head: str) -> bool:
        from coord_tui.adapters.git import Git

        git = Git.of(self._layout)
        return git.ask("merge-base", "--is-ancestor", "--end-of-options", commit, head) is not None
