"""Asks git what commits say and change: one process for any number of them.

Of a merge only what differs from every parent counts: to take in what others did is not to edit it.
"""

import os
from collections.abc import Iterator, Sequence

from coord_tui.adapters.git import Git
from coord_tui.adapters.staged import NAMES
from coord_tui.core.commits import Commit

MOST = 1000
"""Commits that are read at once."""

TRAILERS = "%(trailers:key=Coord-Session,valueonly,separator=%x1f)"
STEADY = ("log.showRoot=true", "log.follow=false", "diff.relative=false")
"""What a user's configuration may have otherwise."""


def log(
    git: Git,
    *revisions: str,
    paths: Sequence[str] = (),
    since: float = 0,
    most: int = MOST,
) -> list[Commit]:
    """The commits that the revisions mean to `git log`, newest first, at most so many.

    The revisions are full names of commits, perhaps with a `^`, or options of git; the paths are
    git's own. `since` is in seconds since the epoch. Raises: EnvironmentFailed when git fails.
    """
    mark = os.urandom(12).hex()  # nothing in a commit or path can look like it
    shape = "%x00".join((f"%x00{mark}", "%H", "%ct", "%ae", "%ce", TRAILERS, "%s", ""))
    limits = [f"--max-count={most}", *([f"--max-age={int(since)}"] if since > 0 else [])]
    output = git.configured(*STEADY).run(
        "--literal-pathspecs", "log", *limits, "-c", *NAMES, "--no-show-signature", "--no-color",
        "--encoding=UTF-8", f"--format={shape}", *revisions, "--", *paths,
    )  # fmt: skip
    return list(_read(output.decode("utf-8", "surrogateescape"), mark))


def _read(output: str, mark: str) -> Iterator[Commit]:
    for piece in output.split(f"\0{mark}\0")[1:]:
        id, at, author, committer, named, subject, rest = piece.split("\0", 6)
        names = (name.strip() for name in named.split("\x1f"))
        # Git ends what was asked for, and begins the list of paths on a new line.
        after = rest.removeprefix("\0").removeprefix("\n")
        yield Commit(
            id,
            float(at or 0),
            (author, committer),
            tuple(name for name in names if name),
            subject,
            tuple(path for path in after.split("\0") if path),
        )
