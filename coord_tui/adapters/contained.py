"""Answers whether HEAD contains a commit, each asked of git once.

The guard asks it for files that others pushed, and for no other: it loads git only then.
"""

from __future__ import annotations

from os.path import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.layout import Layout


class Contained:
    """What HEAD of a working tree contains; in a merge also what is being merged."""

    __slots__ = ("_known", "_layout")

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._known: dict[str, bool] = {}

    def __call__(self, commit: str) -> bool:
        """Whether HEAD has that commit; one that is not in this clone at all it has not.

        Raises: EnvironmentFailed when there is no git, or it takes too long.
        """
        if commit not in self._known:
            self._known[commit] = any(self._is_in(commit, head) for head in self._heads())
        return self._known[commit]

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
