"""Whose files are, fast enough to be asked before every edit: no process, no YAML, no channel.

Only when `coord.yaml` changed since it was last read is the whole plan loaded, and so kept for the
next time.
"""

from __future__ import annotations

from coord_tui.adapters.layout import Layout, find_layout, typed_paths
from coord_tui.adapters.plan_cache import read_rules
from coord_tui.core.ownership import Ownership
from coord_tui.workspace.places import cache_path, plan_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coord_tui.core.verdicts import Verdict


def owners(repo: str, paths: Iterable[str]) -> list[tuple[str, Verdict]]:
    """Whose each path is; the paths, typed in the folder `repo`, come back relative to the top.

    A folder's verdict is that of a file in it for which there is no rule of its own.
    Raises: EnvironmentFailed without a repository or plan; BadInput for a path that is not in it
        and for a broken plan.
    """
    layout, ownership = _open(repo)
    return [(path, ownership.owner_of(path)) for path in typed_paths(layout, repo, paths)]


def explained(repo: str, paths: Iterable[str]) -> list[tuple[str, list[tuple[Verdict, str]]]]:
    """Every rule that takes each path, the deciding one first, each with the reason for its place.

    Raises: as `owners`.
    """
    layout, ownership = _open(repo)
    return [(path, ownership.explain(path)) for path in typed_paths(layout, repo, paths)]


def _open(repo: str) -> tuple[Layout, Ownership]:
    layout = find_layout(repo)
    return layout, Ownership.from_rules(_rules(layout))


def _rules(layout: Layout) -> list[Any]:
    try:
        cached = read_rules(plan_path(layout), cache_path(layout))
    except OSError:
        cached = None  # loading it says what is wrong
    if cached is not None:
        return cached
    from coord_tui.adapters.plan_file import load_plan

    return load_plan(plan_path(layout), cache_path(layout)).rules
