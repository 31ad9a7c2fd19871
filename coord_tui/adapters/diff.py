"""Asks git how one file in a working tree differs from HEAD; reads only, and runs no one's tools.

External diff programs and text converters of the configuration stay out, paths are literal, and no
index is refreshed.
"""

import os
import stat

from coord_tui.adapters.git import Git
from coord_tui.core.diff import FileDiff, all_added, parse_diff, with_staged
from coord_tui.core.tree import FileChange
from coord_tui.errors import EnvironmentFailed

BIGGEST = 8_000_000
"""Bytes of a file that is still compared."""
BINARY = 8_000
"""First bytes among which a zero byte says that a file is no text: git's own rule."""

LITERAL = {"GIT_LITERAL_PATHSPECS": "1"}
PLAIN = (
    "--patch", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
    "--find-renames", "--submodule=short",
)  # fmt: skip
LINK = "120000"


def read_diff(git: Git, change: FileChange, *, born: bool = True) -> FileDiff:
    """How a changed file differs from HEAD, staged or not.

    Args: born: whether HEAD is a commit. Raises: EnvironmentFailed when git, or the disk, fails.
    """
    place = os.path.join(git.top, change.path)
    if change.state == "?":
        return _untracked(place)
    if (size := _size(place)) > BIGGEST:
        return FileDiff(size=size)
    quiet = git.configured("core.fsmonitor=false")  # which could name a program
    paths = [path for path in (change.origin, change.path) if path]
    if change.state == "U":
        both = _diff(quiet, "--cc", paths=paths)
        if both.hunks or both.binary:
            return both
    found = _diff(quiet, "HEAD" if born else _nothing(git), paths=paths)
    if change.staged and change.unstaged and born:
        cached = _diff(quiet, "--cached", "--unified=0", "HEAD", paths=paths)
        return with_staged(found, cached, _diff(quiet, "--unified=0", paths=[change.path]))
    return found


def _diff(git: Git, *options: str, paths: list[str]) -> FileDiff:
    out = git.run("diff", *PLAIN, *options, "--", *paths, env=LITERAL)
    return parse_diff(out.decode("utf-8", "replace"))


def _nothing(git: Git) -> str:
    """The empty tree, which git knows without having it."""
    return git.run("hash-object", "-t", "tree", "--stdin").decode().strip()


def _untracked(place: str) -> FileDiff:
    try:
        if os.path.islink(place):
            return all_added(os.fsencode(os.readlink(place)).decode("utf-8", "replace"), LINK)
        data, mode, size = _content(place)
    except OSError as error:
        raise EnvironmentFailed(f"{place!r} cannot be read: {error.strerror}") from error
    if size > BIGGEST:
        return FileDiff(size=size)
    if b"\0" in data[:BINARY]:
        return FileDiff(modes=("", mode), binary=True)
    return all_added(data.decode("utf-8", "replace"), mode)


def _content(place: str) -> tuple[bytes, str, int]:
    """A file's bytes, unless it is too big, its mode as git has it, and its size.

    What is no file any more, such as a pipe, must not hold anybody up.
    """
    opened = os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    with os.fdopen(opened, "rb") as file:
        status = os.fstat(opened)
        if not stat.S_ISREG(status.st_mode):
            raise EnvironmentFailed(f"{place!r} is no file")
        fits = status.st_size <= BIGGEST
        mode = "100755" if status.st_mode & stat.S_IXUSR else "100644"
        return file.read(BIGGEST) if fits else b"", mode, status.st_size


def _size(place: str) -> int:
    try:
        found = os.lstat(place)
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0
