"""Everything that the program may not alter, as values that can be compared.

That is every file of every working tree, and all of git's own files: the index, HEAD, refs, the
stash, the configuration, an operation under way. Apart are the channel's branch and folder, which
are the program's own, and git's objects, which `objects` lists.
"""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

Traces = dict[str, tuple[object, ...]]
"""Of each file, by its path: its rights, when it was written, and a digest of what is in it."""

CHANNEL = "coord"
OWN = ("coord", "objects", f"refs/heads/{CHANNEL}", f"logs/refs/heads/{CHANNEL}",
       f"refs/remotes/origin/{CHANNEL}", f"logs/refs/remotes/origin/{CHANNEL}")  # fmt: skip
"""In git's folder: what is the program's own, and what is compared in another way."""


def traces(clone: Path, whole: bool = True) -> Traces:
    """Git's own files; with `whole`, those of all working trees too."""
    git_dir = clone / ".git"
    tops = [clone, *(Path(file.read_text()).parent for file in git_dir.glob("worktrees/*/gitdir"))]
    found = {
        os.path.relpath(path, clone): _trace(path)
        for path in _files(str(git_dir))
        if not _is_own(os.path.relpath(path, git_dir))
    }
    for top in tops if whole else ():
        found |= {os.path.relpath(path, clone): _trace(path) for path in _files(str(top), ".git")}
    return found


def traces_of_bare(remote: Path) -> Traces:
    """What stands in a remote, but for the channel and its objects."""
    files = {os.path.relpath(path, remote): path for path in _files(str(remote))}
    return {f"{remote.name}/{n}": _trace(path) for n, path in files.items() if not _is_own(n)}


def objects(clone: Path) -> set[str]:
    """The objects that are in the clone and not on the channel's branch."""
    everything = ("cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)")
    refs = [f"refs/heads/{CHANNEL}", f"refs/remotes/origin/{CHANNEL}"]
    there = _git(clone, "for-each-ref", "--format=%(refname)", *refs)
    channel = _git(clone, "rev-list", "--objects", "--no-object-names", *there) if there else []
    return set(_git(clone, *everything)) - set(channel)


def altered(before: Traces, after: Traces) -> list[str]:
    """Each file that is not as it was."""
    return [
        f"{_how(before.get(path), after.get(path))}: {path}"
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    ]


def _is_own(path: str) -> bool:
    return path.startswith(OWN) or f"/{CHANNEL}/" in f"{path}/"


def _how(before: object, after: object) -> str:
    return "came" if before is None else "went" if after is None else "altered"


def _files(folder: str, leave: str = "") -> Iterator[str]:
    for home, folders, names in os.walk(folder):
        if leave:
            folders[:] = [name for name in folders if name != leave]
        yield home
        yield from (os.path.join(home, name) for name in names if name != leave)
        yield from (one for name in folders if os.path.islink(one := os.path.join(home, name)))


def _trace(path: str) -> tuple[object, ...]:
    try:
        status = os.lstat(path)
        if os.path.islink(path):
            return status.st_mode, os.readlink(path)
        if os.path.isdir(path):
            return (status.st_mode,)
        with open(path, "rb") as file:
            digest = hashlib.blake2b(file.read()).hexdigest()
    except FileNotFoundError:
        return ()
    return status.st_mode, status.st_mtime_ns, status.st_ino, digest


def _git(clone: Path, *args: str) -> list[str]:
    done = subprocess.run(
        ["git", "--no-optional-locks", "-C", str(clone), *args], capture_output=True, check=True
    )
    return done.stdout.decode().split()
