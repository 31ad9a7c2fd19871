"""Where the program keeps its files: the plan in the tree, everything else in git's own folder."""

from __future__ import annotations

from os.path import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.layout import Layout

PLAN = "coord.yaml"


def plan_path(layout: Layout) -> str:
    """The plan of this working tree."""
    return join(layout.top, PLAN)


def cache_path(layout: Layout) -> str:
    """The plan as last read, per working tree."""
    return join(layout.git_dir, "coord", "plan.json")


def name_path(layout: Layout) -> str:
    """The name of the session that works in this working tree."""
    return join(layout.git_dir, "coord", "whoami")


def channel_path(layout: Layout) -> str:
    """The live channel, which all working trees of the clone share."""
    return join(layout.common_dir, "coord", "channel.jsonl")


def facts_path(layout: Layout) -> str:
    """What the guard knows, per working tree, because each may have another plan."""
    return join(layout.git_dir, "coord", "guard.cache")


def here_path(layout: Layout) -> str:
    """The folder that says which sessions work in this working tree."""
    return join(layout.git_dir, "coord", "here")


def running_path(layout: Layout) -> str:
    """The folder that says which programs of the clone run."""
    return join(layout.common_dir, "coord", "running")


def moving_path(layout: Layout) -> str:
    """The lock of who pulls or commits in this working tree."""
    return join(layout.git_dir, "coord", "moving.lock")
