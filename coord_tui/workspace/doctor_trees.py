"""What doctor says of the working trees that the plan gives to sessions: which are seen."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import basename, normpath

from coord_tui.workspace.diagnosis import Diagnosis, warning, well
from coord_tui.workspace.places import PLAN
from coord_tui.workspace.session_trees import SessionTree, session_trees
from coord_tui.workspace.trees import listed
from coord_tui.workspace.workspace import Workspace

NAME = "worktrees"


def examine_trees(workspace: Workspace) -> Iterator[Diagnosis]:
    """The tree of each session: found, not there, or one that cannot be meant.

    Raises: EnvironmentFailed.
    """
    trees = session_trees(workspace.plan, listed(workspace))
    return (_judged(one, trees) for one in trees)


def _judged(one: SessionTree, trees: tuple[SessionTree, ...]) -> Diagnosis:
    whose = f"{one.session}'s {one.folder}"
    if one.strange:
        what = f"{whose} is a repository of another project: it is left alone"
        fix = f"name another worktree in {PLAN}, or give both clones the same remote"
        return warning(NAME, what, fix)
    if one.place is None:
        fix = f"if {one.session} works on this machine, name its folder in {PLAN}"
        return warning(NAME, f"{whose} is not there", fix)
    same = [other for other in trees if other.place == one.place and other is not one]
    if same:
        what = f"{whose} is the same folder as {same[0].session}'s {same[0].folder}"
        return warning(NAME, what, _own_folder(one, same[0]))
    if _is_each_clones_own(one) and any(other.place and other.place.elsewhere for other in trees):
        what = f"{whose} is another folder in each clone, so the others do not see {one.session}"
        return warning(NAME, what, _beside(one.session, basename(one.place.top)))
    clone = ", another clone" if one.place.elsewhere else ""
    return well(NAME, f"{one.session}: {one.place.top}{clone}")


def _own_folder(one: SessionTree, same: SessionTree) -> str:
    """What to write, when two sessions have one folder."""
    for each in (one, same):
        if _is_each_clones_own(each):
            return _beside(each.session, "FOLDER")
    return f"name each session's own folder in {PLAN}"


def _beside(session: str, folder: str) -> str:
    return f"write `worktree: ../{folder}` for {session} in {PLAN}: that is the same in each clone"


def _is_each_clones_own(one: SessionTree) -> bool:
    """Whether it is a folder of whichever clone reads the plan."""
    return normpath(one.folder) == "."
