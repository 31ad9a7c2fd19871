"""One look of the conflict radar at what lies on the disk now, for a command that ends."""

from collections.abc import Sequence
from os.path import join, lexists
from typing import NamedTuple

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import typed_paths
from coord_tui.adapters.radar_trees import seal
from coord_tui.adapters.tracked import tracked_paths
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.board import Board
from coord_tui.core.changed import EVERYTHING
from coord_tui.core.plan_problems import nearest
from coord_tui.core.radar import Radar, Unseen
from coord_tui.core.radar_places import shaken
from coord_tui.core.tree import Worktree
from coord_tui.errors import BadInput
from coord_tui.workspace.radar import look
from coord_tui.workspace.session_trees import missing
from coord_tui.workspace.trees import Trees, listed
from coord_tui.workspace.workspace import Workspace


class Looked(NamedTuple):
    """What was found, and what it is told with."""

    radar: Radar
    board: Board
    unseen: Unseen = Unseen()


def look_now(workspace: Workspace, paths: Sequence[str] = (), cwd: str = "") -> Looked:
    """All pairs now; a tree of which git says something else after the look is unstable.

    With `paths`, typed in the folder `cwd`, only the conflicts in these.
    Raises: BadInput for a path outside the repository, or that nothing has which was compared;
        EnvironmentFailed when the working trees cannot be read.
    """
    names = typed_paths(workspace.layout, cwd, paths)
    trees, board = Trees(workspace), workspace.board()
    trees.read(EVERYTHING)
    lying = trees.with_facts(board)
    before = _facts(lying, trees.places)
    radar = look(workspace, lying, trees.places)
    after = _facts(trees.read(EVERYTHING), trees.places)
    moved = [top for top, facts in before.items() if after.get(top) != facts]
    if not radar.problem:
        _check(workspace.git, names, lying, radar)
    fetched = lying[0].branch.fetched if lying else 0.0
    unseen = Unseen(missing(workspace.plan, listed(workspace)), fetched)
    return Looked(shaken(radar, moved).about(names), board, unseen)


def _check(git: Git, names: Sequence[str], trees: Sequence[Worktree], radar: Radar) -> None:
    """Raises: BadInput, with the nearest path, for one that is in no tree and on no branch."""
    for name in filter(None, names):
        if not _is_somewhere(git, name.rstrip("/"), trees, radar):
            hint = nearest(name, tracked_paths(git))
            what = f"no working tree, and no branch at work, has {name!r}"
            raise BadInput(f"{what}: {hint or 'name a file or a folder'}")


def _is_somewhere(git: Git, name: str, trees: Sequence[Worktree], radar: Radar) -> bool:
    """Whether a tree has that file or folder, or had it at its last commit, or a branch has it."""
    if any(lexists(join(tree.path, name)) for tree in trees):
        return True
    changed = (path for tree in trees for one in tree.changes for path in (one.path, one.origin))
    foreseen = (path for pair in radar.pairs for path in pair.paths)
    if any(path == name or path.startswith(f"{name}/") for path in (*changed, *foreseen)):
        return True
    commits = [tree.branch.head for tree in trees]
    commits += [place.commit for place in radar.places if not place.worktree]
    return any(
        git.ask("cat-file", "-e", f"{commit}:{name}") is not None
        for commit in filter(None, commits)
    )


def _facts(trees: Sequence[Worktree], places: Sequence[TreePlace]) -> dict[str, object]:
    """By the top of each tree, what git says of it, and what stands for the files as they lie."""
    where = {place.top: place for place in places}
    return {
        tree.path: (
            tree.branch.head,
            tree.branch.name,
            tree.changes,
            tree.operation,
            seal(tree, where[tree.path]),
        )
        for tree in trees
        if tree.path in where
    }
