"""Asks git what is due in the reader's own working tree, and looks at no other."""

from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.worktree_list import own_place
from coord_tui.core.board import Board
from coord_tui.core.due import Due, due_in
from coord_tui.core.ownership import Ownership
from coord_tui.workspace.tree_facts import TreeFacts
from coord_tui.workspace.workspace import Workspace


def due_here(workspace: Workspace, board: Board) -> Due:
    """What the session has to pull, and which shared files it has under way in this tree.

    Raises: EnvironmentFailed.
    """
    layout = workspace.layout
    tree = read_worktree(workspace.git, layout.top, layout.git_dir)
    whole = TreeFacts(workspace).of(tree, own_place(layout), board)
    return due_in((whole,), board, Ownership.from_plan(board.plan))
