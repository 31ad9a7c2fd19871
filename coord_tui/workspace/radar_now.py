"""One look of the conflict radar at what lies on the disk now, for a command that ends."""

from collections.abc import Sequence
from typing import NamedTuple

from coord_tui.adapters.layout import typed_paths
from coord_tui.core.board import Board
from coord_tui.core.changed import EVERYTHING
from coord_tui.core.radar import Radar
from coord_tui.core.radar_places import shaken
from coord_tui.core.tree import Worktree
from coord_tui.workspace.radar import look
from coord_tui.workspace.trees import Trees
from coord_tui.workspace.workspace import Workspace


class Looked(NamedTuple):
    """What was found, and what it is told with."""

    radar: Radar
    board: Board


def look_now(workspace: Workspace, paths: Sequence[str] = (), cwd: str = "") -> Looked:
    """All pairs now; a tree of which git says something else after the look is unstable.

    With `paths`, typed in the folder `cwd`, only the conflicts in these.
    Raises: BadInput for a path outside the repository; EnvironmentFailed when the working trees
        cannot be read.
    """
    names = typed_paths(workspace.layout, cwd, paths)
    trees, board = Trees(workspace), workspace.board()
    trees.read(EVERYTHING)
    before = trees.with_facts(board)
    radar = look(workspace, before, trees.places)
    after = {tree.path: _facts(tree) for tree in trees.read(EVERYTHING)}
    moved = [tree.path for tree in before if after.get(tree.path) != _facts(tree)]
    return Looked(shaken(radar, moved).about(names), board)


def _facts(tree: Worktree) -> object:
    """What git itself said of the tree: where its HEAD is, and what is changed in it."""
    return tree.branch.head, tree.branch.name, tree.changes, tree.operation
