"""Finishes the edit of files: commits exactly them, pushes, and tells the others.

Each step that is done already is passed over: who was stopped anywhere finishes once more, and it
goes on from there.
"""

from __future__ import annotations

import os
from os.path import isdir, islink, join, lexists

from coord_tui.adapters.committing import is_module
from coord_tui.adapters.layout import relative
from coord_tui.errors import BadInput, Refused
from coord_tui.workspace.catching_up import alone, look_around
from coord_tui.workspace.finishing import Finishing
from coord_tui.workspace.pull import ANSWERING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coord_tui.workspace.outcome import Outcome
    from coord_tui.workspace.workspace import Workspace


def finish(
    workspace: Workspace,
    paths: Sequence[str],
    message: str = "",
    *,
    cwd: str = "",
    timeout: float = ANSWERING,
) -> list[Outcome]:
    """Commit these files as they are, and nothing else; push, and append `pushed` for each.

    The paths are typed in the folder `cwd`; empty: at the top. What is committed already is only
    pushed, and what is pushed only told; then no message is needed. The remote may take `timeout`
    seconds for each answer.

    Raises: BadInput for what is no file of the repository, or without a message; Refused for an
        observer, in the middle of a merge, when a hook or the remote says no, or something is in
        the way; EnvironmentFailed when git fails or the remote is away. The message says whether
        there is a commit, and how to go on.
    """
    if not workspace.me:
        raise Refused(workspace.observing)
    if "\0" in message:
        raise BadInput("a message of a commit cannot hold the character NUL")
    folder = os.path.abspath(cwd or workspace.layout.top)
    named = {path: _file(workspace, path, folder) for path in paths}
    if not named:
        raise BadInput("finish what? Name the files")
    with alone(workspace):
        upstream, unfit = look_around(workspace)
        if unfit:
            raise Refused(unfit)
        files = list(dict.fromkeys(named.values()))
        return Finishing(workspace, upstream, files, message, folder, timeout).run()


def _file(workspace: Workspace, path: str, folder: str) -> str:
    """The path of a file, relative to the top. Raises: BadInput for a folder."""
    inside = relative(workspace.layout, path, folder)
    place = join(workspace.layout.top, inside)
    if inside == ".":
        raise BadInput(f"{path!r} is the whole repository: name the files that you finish")
    if other := _other_repository(workspace.layout.top, inside):
        raise BadInput(f"{path!r} is in another repository, {other!r}: finish it there")
    folder_like = path.endswith("/") or (isdir(place) and not islink(place))
    if folder_like and not is_module(workspace.git, inside):
        raise BadInput(f"{path!r} is a folder: name the files in it that you finish")
    return inside


def _other_repository(top: str, path: str) -> str:
    """The repository inside this one that the path is in, a submodule perhaps; empty: none."""
    folder = path.rpartition("/")[0]
    while folder and not lexists(join(top, folder, ".git")):
        folder = folder.rpartition("/")[0]
    return folder
