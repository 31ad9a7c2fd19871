"""Asks git what a branch has that its remote lacks, and what it lacks that others have.

Every question names commits by their full names, so that the answer holds for as long as those do.
"""

import re
from collections.abc import Mapping
from os.path import join

from coord_tui.adapters.commit_log import log
from coord_tui.adapters.commits import commits_named
from coord_tui.adapters.git import Git
from coord_tui.core.commits import Commit
from coord_tui.core.tree import MOST_UNPUSHED

A_COMMIT = re.compile(r"[0-9a-fA-F]{4,64}")
"""What can name a commit and nothing else: text from others is an option or revision to git."""

MOST_ENDS = 1000
"""Places at which history ends that are looked at."""


def upstream_commit(git: Git) -> str:
    """The commit of the current branch's upstream; empty when there is none.

    Raises: EnvironmentFailed when there is no git, or it takes too long.
    """
    found = git.ask("rev-parse", "--verify", "--quiet", "@{upstream}^{commit}") or b""
    return found.decode("ascii", "replace").strip()


def unpushed(git: Git, head: str, upstream: str) -> list[Commit]:
    """The newest commits of `head` that the commit `upstream` does not contain.

    Without one, those that no remote-tracking branch has; where there are none of these, nothing is
    known of any remote, and nothing is said. Raises: EnvironmentFailed when git fails.
    """
    if upstream:
        return log(git, head, f"^{upstream}", most=MOST_UNPUSHED)
    if not git.run("for-each-ref", "--count=1", "--format=%(refname)", "refs/remotes"):
        return []
    return log(git, head, "--not", "--remotes", most=MOST_UNPUSHED)


def lacking(git: Git, head: str, told: Mapping[str, float], common_dir: str) -> frozenset[str]:
    """Of the commits that were told of, and when, those that `head` (empty: unborn) lacks.

    One that git does not have is lacking, unless it was told before a shallow clone's history ends:
    that has what came before. What can be no commit's name is not asked, and lacks nobody. Two git
    processes for all. Raises: EnvironmentFailed when git fails.
    """
    asked = [name for name in told if A_COMMIT.fullmatch(name)]
    if not asked or not head:
        return frozenset(asked)
    there = commits_named(git, asked)
    beyond = _beyond(git, head, set(there.values()))
    absent = [name for name in asked if name not in there]
    ends = _history_ends(git, common_dir) if absent else None
    return frozenset(
        [name for name in absent if ends is None or told[name] > ends]
        + [name for name, commit in there.items() if commit in beyond]
    )


def astray(git: Git, upstream: str, lacks: frozenset[str]) -> frozenset[str]:
    """Of the commits that HEAD lacks, those that the commit `upstream` (empty: none) lacks too.

    One that git does not have may be there since the last fetch. Two git processes for all.
    Raises: EnvironmentFailed when git fails.
    """
    if not lacks or not upstream:
        return lacks
    there = commits_named(git, sorted(name for name in lacks if A_COMMIT.fullmatch(name)))
    beyond = _beyond(git, upstream, set(there.values()))
    return frozenset(name for name, commit in there.items() if commit in beyond)


def _history_ends(git: Git, common_dir: str) -> float | None:
    """When the commits were made at which a shallow clone's history ends; None in a whole one."""
    try:
        with open(join(common_dir, "shallow"), encoding="ascii") as file:
            ends = [word for word in file.read().split() if A_COMMIT.fullmatch(word)]
    except (OSError, ValueError):
        return None
    found = log(git, "--no-walk", *ends[:MOST_ENDS]) if ends else []
    return max((commit.at for commit in found), default=None)


def _beyond(git: Git, head: str, commits: set[str]) -> set[str]:
    """What the commits contain and `head` does not."""
    if not commits:
        return set()
    asked = "".join(f"{commit}\n" for commit in (*sorted(commits), f"^{head}"))
    return set(git.run("rev-list", "--stdin", input=asked.encode()).decode("ascii").split())


def in_both(git: Git, one: str, other: str) -> tuple[str, ...]:
    """The newest commits that two commits both contain; none when they have nothing in common.

    Raises: EnvironmentFailed when there is no git, or it takes too long.
    """
    return tuple((git.ask("merge-base", "--all", one, other) or b"").decode("ascii").split())
