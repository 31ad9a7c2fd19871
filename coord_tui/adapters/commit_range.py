"""Asks git what the commits of a range have changed, by whom and when: one process for all.

Both sides of a rename count. Of a merge only what differs from every parent does: to take in what
others did is not to edit it.
"""

import os
from collections.abc import Iterator
from os.path import join

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import Layout
from coord_tui.adapters.staged import NAMES
from coord_tui.core.guard_range import Change
from coord_tui.errors import EnvironmentFailed

LIMIT = 300.0
"""Seconds that git may take for a range of commits, however long."""


def changes_in(git: Git, layout: Layout, span: str) -> list[Change]:
    """The commits of a range, newest first. One git process, however many they are.

    The range does not begin with a `-`. Raises: EnvironmentFailed when git does not know a revision
        of it, or where a shallow clone ends within it, so that nobody can say what was changed.
    """
    mark = os.urandom(12).hex()  # nothing in a commit or path can look like it
    trailers = "%(trailers:key=Coord-Session,valueonly,separator=%x1f)"
    shape = "%x00".join((f"%x00{mark}", "%H", "%at", "%ct", "%ae", "%ce", trailers, ""))
    output = git.configured("log.showRoot=true").run(
        "log", span, "-c", *NAMES, "--no-show-signature", "--no-color", "--encoding=UTF-8",
        f"--format={shape}", "--",
        timeout=LIMIT,
    )  # fmt: skip
    found = list(_changes(output.decode("utf-8", "surrogateescape"), mark))
    cut = _shallow(layout).intersection(change.id for change in found)
    if cut:
        end = min(cut)[:9]
        raise EnvironmentFailed(f"this clone's history ends at {end}: git fetch --unshallow")
    return found


def plan_at(git: Git, revision: str, name: str) -> bytes | None:
    """The bytes of a file at the top as the revision has it; None when there is none.

    The revision does not begin with a `-`. Raises: EnvironmentFailed when there is no git.
    """
    return git.ask("cat-file", "blob", f"{revision}:{name}")


def _changes(output: str, mark: str) -> Iterator[Change]:
    for piece in output.split(f"\0{mark}\0")[1:]:
        id, written, committed, author, committer, sessions, rest = piece.split("\0", 6)
        names = [name.strip() for name in sessions.split("\x1f")]
        # Git ends what was asked for, and begins the list of paths on a new line.
        after = rest.removeprefix("\0").removeprefix("\n")
        yield Change(
            id,
            (float(written or 0), float(committed or 0)),
            (author, committer),
            tuple(name for name in names if name),
            tuple(path for path in after.split("\0") if path),
        )


def _shallow(layout: Layout) -> set[str]:
    try:
        with open(join(layout.common_dir, "shallow"), encoding="ascii") as file:
            return set(file.read().split())
    except FileNotFoundError:
        return set()
    except (OSError, ValueError) as error:
        raise EnvironmentFailed(f"cannot read where history ends: {error}") from error
