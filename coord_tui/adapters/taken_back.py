"""Says which commits no remote has any more, as git last learned of the remotes' branches."""

from collections.abc import Collection

from coord_tui.adapters.commits import commits_named
from coord_tui.adapters.git import Git

MOST = 1000
"""Commits that are asked about; of any more nothing is said."""
ALL_BRANCHES = ("--get-regexp", r"^remote\..*\.fetch$", r"^\+?refs/heads/\*:")
"""Asks for the remotes of which all branches are fetched."""


def on_no_remote(git: Git, names: Collection[str]) -> frozenset[str]:
    """Of the commits (names as `lacking` takes them), those that no remote's branch contains.

    One that git does not have is none of theirs: they were fetched. Nothing is said where only some
    branches are. Three git processes for all. Raises: EnvironmentFailed when git fails.
    """
    if git.ask("config", *ALL_BRANCHES) is None:
        return frozenset()
    asked = sorted(names)[:MOST]
    there = commits_named(git, asked)
    alone: set[str] = set()
    if there:
        commits = sorted(set(there.values()))
        alone = set(git.run("rev-list", *commits, "--not", "--remotes", "--").decode().split())
    return frozenset(name for name in asked if name not in there or there[name] in alone)
