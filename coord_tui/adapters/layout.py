"""Finds the repository without starting a process, so that `guard` can run before every edit.

Guarantees the answer that git itself would give: whatever is out of the ordinary is asked of git.
Every command passes here: this module imports nothing but `os` and the error classes.
"""

from __future__ import annotations

import os
from os.path import dirname, isdir, isfile, join, lexists, realpath

from coord_tui.errors import BadInput, EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

DECIDES_FOR_GIT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES")
"""Variables by which the environment, not the folder, says which repository is meant."""


class Layout:
    """Where a repository's parts are; all paths absolute, without symbolic links."""

    __slots__ = ("common_dir", "explicit", "git_dir", "top")

    def __init__(self, top: str, git_dir: str, common_dir: str, explicit: bool = False) -> None:
        self.top = top
        """The top folder of the working tree."""
        self.git_dir = git_dir
        """Git's own folder of this working tree."""
        self.common_dir = common_dir
        """Git's folder that all working trees of the clone share."""
        self.explicit = explicit
        """Whether git must be told `git_dir`, because it would not find it from `top`."""


def find_layout(start: str) -> Layout:
    """The repository that the folder `start` is in.

    Raises EnvironmentFailed when there is none, when it has no working tree, when git does not
    trust its owner, or when `start` is no folder.
    """
    folder = _existing_folder(start)
    if any(os.environ.get(name) for name in DECIDES_FOR_GIT):
        return _ask_git(folder)
    try:
        while (found := _layout_at(folder)) is None:
            if folder == dirname(folder):
                raise EnvironmentFailed(
                    f"{start!r} is not in a git repository: "
                    "go to one, name one with --repo, or make one with git init"
                )
            folder = dirname(folder)
    except OSError as error:
        raise EnvironmentFailed(f"cannot read {error.filename!r}: {error.strerror}") from error
    return found


def relative(layout: Layout, path: str, cwd: str) -> str:
    """The path, typed in the folder `cwd`, relative to the repository, with `/`; its top is `.`.

    The file need not exist. Raises BadInput for a path outside the repository (also by way of a
    symbolic link) or in git's own folder.
    """
    if not path or "\0" in path:
        raise BadInput(f"{path!r} is no path")
    place = _without_links_above(join(cwd, path))
    for seen in (place, realpath(place)):
        if not _within(layout.top, seen):
            raise BadInput(f"{path!r} is outside the repository {layout.top!r}")
    inside = place[len(layout.top.rstrip("/")) + 1 :]
    hidden = any(part.lower() == ".git" for part in inside.split("/"))
    if hidden or _within(layout.git_dir, realpath(place)) or _within(layout.common_dir, place):
        raise BadInput(f"{path!r} is in git's own folder")
    return inside or "."


def typed_paths(layout: Layout, folder: str, paths: Iterable[str]) -> list[str]:
    """Paths typed in a folder, relative to the top; a folder's ends with `/`, and the top is empty.

    Raises: BadInput, as `relative` does.
    """
    found = []
    for path in paths:
        inside = relative(layout, path, os.path.abspath(folder))
        whole = path.endswith("/") or isdir(join(layout.top, inside))
        found.append(("" if inside == "." else inside + "/") if whole else inside)
    return found


def _without_links_above(path: str) -> str:
    """The path with links resolved, save a link that is its last part: that is a file to git."""
    folder, name = os.path.split(path.rstrip("/") or "/")
    if name in ("", ".", ".."):
        return realpath(path)
    return join(realpath(folder), name)


def _within(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _existing_folder(start: str) -> str:
    try:
        folder = realpath(start or ".", strict=True)
    except (OSError, ValueError):
        raise EnvironmentFailed(f"{start!r} does not exist") from None
    if not isdir(folder):
        raise EnvironmentFailed(f"{start!r} is no folder")
    return folder


def _layout_at(folder: str) -> Layout | None:
    """The repository whose top is this very folder, if it is one."""
    dot_git = join(folder, ".git")
    if isfile(dot_git):
        git_dir = _pointed_to(dot_git)
    elif lexists(join(dot_git, "HEAD")):
        git_dir = realpath(dot_git)
    elif lexists(join(folder, "HEAD")) and isdir(join(folder, "objects")):
        return _ask_git(folder)  # bare, or git's own folder
    else:
        return None
    if _owned_by_others(folder, dot_git) or (isdir(dot_git) and _configured_apart(git_dir)):
        return _ask_git(folder)
    return Layout(folder, git_dir, _common_dir(git_dir))


def _pointed_to(dot_git: str) -> str:
    """Where a `.git` file says that git's folder is: a linked worktree, or a submodule."""
    with open(dot_git, "rb") as file:
        key, _, target = file.read().partition(b":")
    git_dir = realpath(join(dirname(dot_git), os.fsdecode(target.strip(b" \r\n"))))
    if key != b"gitdir" or not lexists(join(git_dir, "HEAD")):
        raise EnvironmentFailed(
            f"{dot_git!r} points to no git folder: git worktree repair may mend it"
        )
    return git_dir


def _common_dir(git_dir: str) -> str:
    try:
        with open(join(git_dir, "commondir"), "rb") as file:
            return realpath(join(git_dir, os.fsdecode(file.read().rstrip(b"\r\n"))))
    except FileNotFoundError:
        return git_dir


def _owned_by_others(*paths: str) -> bool:
    """Whether git would ask `safe.directory` before it trusts these."""
    return any(os.stat(path).st_uid != os.geteuid() for path in paths)


def _configured_apart(git_dir: str) -> bool:
    """Whether `core.bare` or `core.worktree` may put the working tree elsewhere."""
    try:
        with open(join(git_dir, "config"), "rb") as file:
            lines = file.read().lower().split(b"\n")
    except FileNotFoundError:
        return False
    settings = {key.strip(): value.strip() for key, _, value in (x.partition(b"=") for x in lines)}
    return b"worktree" in settings or settings.get(b"bare", b"false") != b"false"


def _ask_git(folder: str) -> Layout:
    from coord_tui.adapters.git import locate

    return Layout(*locate(folder), explicit=True)
