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
    files = _meant(workspace, paths, folder)
    with alone(workspace):
        upstream, unfit = look_around(workspace)
        if unfit:
            raise Refused(unfit)
        return Finishing(workspace, upstream, files, message, folder, timeout).run()


def _meant(workspace: Workspace, paths: Sequence[str], folder: str) -> list[str]:
    """The paths of files, relative to the top, each once. Raises: BadInput for what is none."""
    found: dict[str, str] = {}
    for path in paths:
        found.setdefault(relative(workspace.layout, path, folder), path)
    if not found:
        raise BadInput("finish what? Name the files")
    for file, path in found.items():
        _check_file(workspace, file, path, list(found))
    return list(found)


def _check_file(workspace: Workspace, file: str, typed: str, files: Sequence[str]) -> None:
    """Raises: BadInput for a folder, and for what is in another repository."""
    place = join(workspace.layout.top, file)
    if file == ".":
        raise BadInput(f"{typed!r} is the whole repository: name the files that you finish")
    if other := _other_repository(workspace.layout.top, file):
        raise BadInput(f"{typed!r} is in another repository, {other!r}: finish it there")
    folder_like = typed.endswith("/") or (isdir(place) and not islink(place))
    gives_way = any(one.startswith(f"{file}/") for one in files)  # a file that became a folder
    if folder_like and not gives_way and not is_module(workspace.git, file):
        raise BadInput(f"{typed!r} is a folder: name the files in it that you finish")


def _other_repository(top: str, path: str) -> str:
    """The repository inside this one that the path is in, a submodule perhaps; empty: none."""
    folder = path.rpartition("/")[0]
    while folder and not lexists(join(top, folder, ".git")):
        folder = folder.rpartition("/")[0]
    return folder
