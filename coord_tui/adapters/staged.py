"""Asks git what a commit would change, and what the commits of a range have changed, by whom.

Both sides of a rename count. Of a merge only what differs from every parent does: to take in what
others did is not to edit it.
"""

from __future__ import annotations

import os
from os.path import join

from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coord_tui.adapters.git import Git
    from coord_tui.adapters.layout import Layout

NAMES = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules=none")
LIMIT = 300.0
"""Seconds that git may take for a range of commits, however long."""


class Change:
    """A commit: when it was written and committed, by whom, and what it changed."""

    __slots__ = ("email", "id", "moments", "paths", "sessions")

    def __init__(
        self, id: str, moments: tuple[float, ...], email: str, sessions: list[str], paths: list[str]
    ) -> None:
        self.id = id
        self.moments = moments
        """When it was written, and when it was committed, in seconds since the epoch."""
        self.email = email
        """The author's."""
        self.sessions = sessions
        """Those that its `Coord-Session:` lines name."""
        self.paths = paths


def staged_paths(git: Git, layout: Layout, environment: Mapping[str, str]) -> list[str]:
    """The paths that a commit would change now.

    `environment` is that of the hook, by which git says which index it is about to commit.
    Raises: EnvironmentFailed when git fails.
    """
    index = environment.get("GIT_INDEX_FILE", "")
    told = {"GIT_INDEX_FILE": join(layout.top, index)} if index else {}
    parents = merged_heads(layout)
    found = _differing(git, told)
    for parent in parents:
        also = set(_differing(git, told, parent))
        found = [path for path in found if path in also]
    return found


def merged_heads(layout: Layout) -> list[str]:
    """The commits that the merge under way takes in; none when there is none."""
    try:
        with open(join(layout.git_dir, "MERGE_HEAD"), encoding="ascii") as file:
            return file.read().split()
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise EnvironmentFailed(f"cannot read MERGE_HEAD: {error}") from error


def _differing(git: Git, told: Mapping[str, str], *against: str) -> list[str]:
    """Paths in which the index differs from a commit; without one, from HEAD if there is any."""
    output = git.run("diff", "--cached", *NAMES, "--diff-filter=u", *against, "--", env=told)
    return _paths(output)


def _paths(output: bytes) -> list[str]:
    return [path for path in output.decode("utf-8", "surrogateescape").split("\0") if path]


def changes_in(git: Git, layout: Layout, span: str) -> list[Change]:
    """The commits of a range, newest first. One git process, however many they are.

    Raises: EnvironmentFailed when git does not know a revision of it, or where a shallow clone ends
        within it, so that nobody can say what that commit changed.
    """
    mark = os.urandom(12).hex()  # nothing in a commit or path can look like it
    trailers = "%(trailers:key=Coord-Session,valueonly,separator=%x1f)"
    shape = "%x00".join((f"%x00{mark}", "%H", "%at", "%ct", "%ae", trailers, ""))
    output = git.run(
        "-c", "log.showRoot=true", "log", "--no-show-signature", "--no-color", "--encoding=UTF-8",
        f"--format={shape}", "-c", *NAMES, "--end-of-options", span, "--",
        timeout=LIMIT,
    )  # fmt: skip
    found = list(_changes(output.decode("utf-8", "surrogateescape"), mark))
    cut = _shallow(layout).intersection(change.id for change in found)
    if cut:
        end = min(cut)[:9]
        raise EnvironmentFailed(f"this clone's history ends at {end}: git fetch --unshallow")
    return found


def _changes(output: str, mark: str) -> Iterator[Change]:
    for piece in output.split(f"\0{mark}\0")[1:]:
        id, written, committed, email, sessions, rest = piece.split("\0", 5)
        names = [name.strip() for name in sessions.split("\x1f")]
        paths = rest.removeprefix("\n").split("\0")  # a line end stands before the first of them
        yield Change(
            id,
            (float(written or 0), float(committed or 0)),
            email,
            [name for name in names if name],
            [path for path in paths if path],
        )


def _shallow(layout: Layout) -> set[str]:
    try:
        with open(join(layout.common_dir, "shallow"), encoding="ascii") as file:
            return set(file.read().split())
    except FileNotFoundError:
        return set()
    except (OSError, ValueError) as error:
        raise EnvironmentFailed(f"cannot read where history ends: {error}") from error
