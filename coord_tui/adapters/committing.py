"""Commits exactly the named paths and leaves everything else that is staged as it is.

The user's hooks run and their signature is made. When the commit fails, the index is as before.
"""

from __future__ import annotations

import os
from os.path import isdir, join

from coord_tui.adapters.displaced import displaced, entries
from coord_tui.adapters.git import GitFailed, last_words
from coord_tui.adapters.locked_index import INDEX_LOCKED, unhurried
from coord_tui.adapters.status_records import records
from coord_tui.adapters.upstream import commit_of, told
from coord_tui.errors import EnvironmentFailed, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coord_tui.adapters.git import Git

LIMIT = 1800.0
"""Seconds that the user's hooks may take: some run every test."""
STATUS = (
    "status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames", "--no-ahead-behind",
    "--ignore-submodules=none", "--",
)  # fmt: skip
INTENDED = ".A"
"""The code of a path of which the index knows only that it is meant to be added."""
MODULES = "160000"


def literally(paths: Sequence[str]) -> list[str]:
    """The paths as git takes them for themselves only: nothing in them is a wildcard.

    An option that says so would reach the user's hooks too, and change what their git does.
    """
    return [f":(top,literal){path}" for path in paths]


def changes_of(git: Git, paths: Sequence[str]) -> dict[str, str]:
    """Those of the paths that a commit of them would change, each with git's code for how.

    `?` for a file that git does not know, `U` for one in conflict, else two letters, for the index
    and for the disk. Raises: EnvironmentFailed.
    """
    wanted, found = set(paths), dict[str, str]()
    for one in records(git.run(*STATUS, *literally(paths))):
        if one.path in wanted:
            found.setdefault(one.path, one.code)
    return found


def is_module(git: Git, path: str) -> bool:
    """Whether the path is a submodule, which git commits as one."""
    return entries(git, [path]).startswith(MODULES.encode())


def is_known(git: Git, path: str) -> bool:
    """Whether HEAD has the path, or the index."""
    there = git.ask("cat-file", "-e", f"HEAD:{path}") is not None
    return there or bool(git.run("ls-files", "-z", "--", *literally([path])))


def replaces(git: Git, changes: dict[str, str]) -> str:
    """That a path takes the place of others that are not among the changes; empty: none does."""
    for path, others in displaced(git, changes).items():
        if more := [one for one in others if one not in changes]:
            return f"{path} takes the place of {', '.join(more)}: name what goes for it too"
    return ""


def commit_only(
    git: Git, ref: str, paths: Sequence[str], message: str, env: Mapping[str, str]
) -> str:
    """Commit these paths as they are on the disk, and nothing else; the new commit.

    `ref` is the branch that is checked out. Raises: Refused with the words of a hook that says no,
    or when a path takes the place of another; EnvironmentFailed when git fails. Then there is no
    commit on that branch, and the index is as before.
    """
    before, changes = commit_of(git, ref), changes_of(git, paths)
    if why := replaces(git, changes):
        raise Refused(f"nothing was committed: {why}")
    new = [path for path, code in changes.items() if code == "?"]
    gone = {one for others in displaced(git, changes).values() for one in others}
    kept, made = entries(git, gone), ""
    # git finds it deleted once there is something in the folder that is there
    named = [path for path in paths if not (path in gone and isdir(join(git.top, path)))]
    try:
        if new:
            _add(git, new)
        code, out, said = _commit(git, named, message, env)
        made = _first_after(git, before, ref)
        if code and not made:
            raise _failure(os.fsdecode(out), os.fsdecode(said))
    finally:
        if new and not made:
            _put_back(git, new, kept, "0" * len(before))
    return made


def _commit(
    git: Git, paths: Sequence[str], message: str, env: Mapping[str, str]
) -> tuple[int, bytes, bytes]:
    words = ("commit", "--quiet", "--only", f"--message={message}", "--", *literally(paths))
    return unhurried(lambda: git.result(*words, timeout=LIMIT, env=env))


def _first_after(git: Git, before: str, ref: str) -> str:
    """What was committed on the branch first, whatever a hook committed then; empty: nothing."""
    asked = ("--reverse", "--first-parent", f"{before}..{ref}", "--")
    return git.run("rev-list", *asked).decode("ascii").partition("\n")[0]


def _add(git: Git, new: Sequence[str]) -> None:
    """Tell the index that there are such files; nothing of their content."""
    add = ("add", "--intent-to-add", "--", *literally(new))
    code, _, said = unhurried(lambda: git.result(*add))
    if code:
        raise GitFailed(f"git add: {last_words(os.fsdecode(said))}")


def _put_back(git: Git, new: Sequence[str], kept: bytes, none: str) -> None:
    """Take back what `_add` told; what somebody staged of it since then is theirs."""
    still = [path for path, code in changes_of(git, new).items() if code == INTENDED]
    gone = b"".join(os.fsencode(f"0 {none}\t{path}\0") for path in still)
    info = ("update-index", "-z", "--index-info")
    if still:
        unhurried(lambda: git.result(*info, input=gone + kept))


def _failure(out: str, said: str) -> EnvironmentFailed | Refused:
    """What to raise for a commit that failed: git's own complaint, or a hook's words."""
    if not said.strip():
        silent = "git commit stopped without a word: a hook of yours, perhaps"
        return Refused(f"nothing was committed: {told(out.splitlines()[-1]) if out else silent}")
    complaints = [line for line in said.splitlines() if line.startswith(("fatal:", "error:"))]
    if complaints:
        words = last_words(said) if INDEX_LOCKED in said else told("\n".join(complaints))
        return GitFailed(f"nothing was committed: {words}")
    return Refused(f"nothing was committed, a hook says no: {told(said)}")
