"""Asks git what a commit would change, and leaves word for the hook that writes its message.

Both sides of a rename count. Of a merge only what differs from every parent does: to take in what
others did is not to edit it.
"""

from __future__ import annotations

from os.path import join, lexists

from coord_tui.errors import EnvironmentFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coord_tui.adapters.git import Git
    from coord_tui.adapters.layout import Layout

NAMES = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules=none")


def staged_paths(git: Git, layout: Layout, environment: Mapping[str, str]) -> list[str]:
    """The paths that a commit would change now.

    `environment` is that of the hook, by which git says which index it is about to commit.
    Raises: EnvironmentFailed when git fails.
    """
    told = _told(layout, environment)
    parents = merged_heads(layout)
    found = _differing(git, told)
    for parent in parents:
        also = set(_differing(git, told, parent))
        found = [path for path in found if path in also]
    return found


def staged_apart(git: Git, layout: Layout, environment: Mapping[str, str]) -> set[str]:
    """The paths that the index has otherwise than the working tree, staged or not.

    A file that is to be deleted, but lies there still, is one. Raises: EnvironmentFailed when git
    fails.
    """
    told = _told(layout, environment)
    fresh = git.configured("diff.autoRefreshIndex=true")
    changed = fresh.run("diff", *NAMES, "--ignore-submodules=dirty", "--", env=told)
    gone = git.run("diff", "--cached", *NAMES, "--diff-filter=D", "--", env=told)
    kept = (path for path in _paths(gone) if lexists(join(layout.top, path)))
    return {*_paths(changed), *kept}


def _told(layout: Layout, environment: Mapping[str, str]) -> dict[str, str]:
    """Which index git is about to commit, as it says to its hooks."""
    index = environment.get("GIT_INDEX_FILE", "")
    return {"GIT_INDEX_FILE": join(layout.top, index)} if index else {}


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


def leave_trailers(path: str, trailers: Iterable[str]) -> None:
    """Leave the last lines of the message of the commit that was allowed, for the next hook.

    Raises: EnvironmentFailed when they cannot be written.
    """
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(f"{trailer}\n" for trailer in trailers)
    except OSError as error:
        raise EnvironmentFailed(f"cannot write {path!r}: {error.strerror}") from error
