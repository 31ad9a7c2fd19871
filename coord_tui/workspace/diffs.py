"""What can be read of a file line by line: how it differs from HEAD, where two sides clash."""

from collections.abc import Iterable

from coord_tui.adapters.diff import read_diff
from coord_tui.adapters.git import Git
from coord_tui.adapters.worktree_list import UNTOUCHED
from coord_tui.core.diff import FileDiff
from coord_tui.core.radar import Hunk, Pair
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.errors import CoordError
from coord_tui.workspace.workspace import Workspace


def diff_of(workspace: Workspace, tree: Worktree, change: FileChange) -> FileDiff:
    """The diff of a file that `git status` of that working tree tells of.

    Raises: EnvironmentFailed when git, or the disk, fails.
    """
    own = tree.path == workspace.layout.top
    git = workspace.git if own else Git(tree.path)
    git = git.configured(*UNTOUCHED) if tree.elsewhere else git
    return read_diff(git, change, born=bool(tree.branch.head))


def diffs_of(
    workspace: Workspace, trees: Iterable[tuple[Worktree, FileChange]]
) -> dict[str, FileDiff | str]:
    """The diff in each working tree, by its folder; of one that cannot be read, why not."""
    found: dict[str, FileDiff | str] = {}
    for tree, change in trees:
        try:
            found[tree.path] = diff_of(workspace, tree, change)
        except CoordError as error:
            found[tree.path] = str(error)
    return found


def hunks_of(workspace: Workspace, pair: Pair, path: str) -> tuple[Hunk, ...]:
    """Where the sides of a pair clash in a file; none where git cannot say so line by line.

    Raises: EnvironmentFailed when git fails, or what the radar compared is gone.
    """
    from coord_tui.workspace.radar import hunks

    return hunks(workspace, pair, path)
