"""What can be read of a file line by line: how it differs from HEAD, where two sides clash."""

from coord_tui.adapters.diff import read_diff
from coord_tui.adapters.git import Git
from coord_tui.core.diff import FileDiff
from coord_tui.core.radar import Hunk, Pair
from coord_tui.core.tree import FileChange, Worktree
from coord_tui.workspace.workspace import Workspace


def diff_of(workspace: Workspace, tree: Worktree, change: FileChange) -> FileDiff:
    """The diff of a file that `git status` of that working tree tells of.

    Raises: EnvironmentFailed when git, or the disk, fails.
    """
    own = tree.path == workspace.layout.top
    return read_diff(workspace.git if own else Git(tree.path), change, born=bool(tree.branch.head))


def hunks_of(workspace: Workspace, pair: Pair, path: str) -> tuple[Hunk, ...]:
    """Where the sides of a pair clash in a file; none where git cannot say so line by line.

    Raises: EnvironmentFailed when git fails, or what the radar compared is gone.
    """
    from coord_tui.workspace.radar import hunks

    return hunks(workspace, pair, path)
