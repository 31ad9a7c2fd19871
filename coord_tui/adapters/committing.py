"""Commits exactly the named paths and leaves everything else that is staged as it is.

The user's hooks run and their signature is made. When the commit fails, the index is as before.
"""

from __future__ import annotations

import os

from coord_tui.adapters.git import GitFailed, last_words
from coord_tui.adapters.locked_index import INDEX_LOCKED, unhurried
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
MODULES = "160000"


def literally(paths: Sequence[str]) -> list[str]:
    """The paths as git takes them for themselves only: nothing in them is a wildcard.

    An option that says so would reach the user's hooks too, and change what their git does.
    """
    return [f":(top,literal){path}" for path in paths]


def changes_of(git: Git, paths: Sequence[str]) -> dict[str, str]:
    """Those of the paths that a commit of them would change, each with one letter.

    `?` for a file that git does not know, `U` for one in conflict. Raises: EnvironmentFailed.
    """
    found: dict[str, str] = {}
    for record in os.fsdecode(git.run(*STATUS, *literally(paths))).split("\0"):
        kind, _, rest = record.partition(" ")
        if kind == "?":
            found.setdefault(rest, "?")
        elif kind in ("1", "u"):
            fields = rest.split(" ", 7 if kind == "1" else 9)
            found[fields[-1]] = "U" if kind == "u" else fields[0].strip(".")[-1]
    wanted = set(paths)
    return {path: letter for path, letter in found.items() if path in wanted}


def is_module(git: Git, path: str) -> bool:
    """Whether the path is a submodule, which git commits as one."""
    listed = os.fsdecode(git.run("ls-files", "--stage", "-z", "--", *literally([path])))
    return any(one.startswith(MODULES) and one.endswith(f"\t{path}") for one in listed.split("\0"))


def is_known(git: Git, path: str) -> bool:
    """Whether HEAD has the path, or the index."""
    there = git.ask("cat-file", "-e", f"HEAD:{path}") is not None
    return there or bool(git.run("ls-files", "-z", "--", *literally([path])))


def commit_only(
    git: Git, paths: Sequence[str], new: Sequence[str], message: str, env: Mapping[str, str]
) -> str:
    """Commit these paths as they are on the disk, and nothing else; the new commit.

    `new` are those that git does not know yet. Raises: Refused with the words of a hook that says
    no; EnvironmentFailed when git fails. Then there is no commit, and the index is as before.
    """
    before = commit_of(git, "HEAD")
    if new:
        _add(git, new)
    try:
        code, out, said = unhurried(
            lambda: git.result(
                "commit", "--quiet", "--only", f"--message={message}", "--", *literally(paths),
                timeout=LIMIT, env=env,
            )
        )  # fmt: skip
        if code:
            raise _failure(os.fsdecode(out), os.fsdecode(said))
    finally:
        if new and commit_of(git, "HEAD") == before:
            _forget(git, new)
    return commit_of(git, "HEAD")


def _add(git: Git, new: Sequence[str]) -> None:
    """Tell the index that there are such files; nothing of their content."""
    add = ("add", "--intent-to-add", "--", *literally(new))
    code, _, said = unhurried(lambda: git.result(*add))
    if code:
        raise GitFailed(f"git add: {last_words(os.fsdecode(said))}")


def _forget(git: Git, new: Sequence[str]) -> None:
    data = b"".join(os.fsencode(path) + b"\0" for path in new)
    unhurried(lambda: git.result("update-index", "--force-remove", "-z", "--stdin", input=data))


def _failure(out: str, said: str) -> EnvironmentFailed | Refused:
    """What to raise for a commit that failed: git's own complaint, or a hook's words."""
    if not said.strip():
        return Refused(f"nothing was committed: {told(out.splitlines()[-1] if out else '')}")
    complaints = [line for line in said.splitlines() if line.startswith(("fatal:", "error:"))]
    if complaints:
        words = last_words(said) if INDEX_LOCKED in said else told("\n".join(complaints))
        return GitFailed(f"nothing was committed: {words}")
    return Refused(f"nothing was committed, a hook says no: {told(said)}")
