"""May this session commit what is staged?

In a working tree that several sessions share it also says whose files are staged, so that no commit
takes another session's half-done work along. Whose a change is, it knows by ownership and by what
is held. A file that nobody owns is told apart only while somebody reserves it: who typed in it, git
cannot say.
"""

from __future__ import annotations

import os
import time

from coord_tui.adapters.git import Git
from coord_tui.adapters.here import note_here, who_is_here
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.adapters.staged import leave_trailers, merged_heads, staged_apart, staged_paths
from coord_tui.core.guarding import Finding, is_allowed, tasks_of
from coord_tui.core.shell import from_folder
from coord_tui.workspace.guard import Answer, Sight, look, told
from coord_tui.workspace.places import here_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def guard_staged(repo: str, session: str) -> Answer:
    """May the session commit what is staged?

    As git's hook it heeds the index that git is about to commit, and leaves the commit's trailers
    in the file that `COORD_TRAILERS` names. Raises: CouldNotTell; BadInput for an unknown session.
    """
    layout, sight = _looked(repo, session)
    if sight is None:
        return Answer()
    paths, findings, prefix = _judged(layout, sight, repo)
    command, advice = _alone(layout, paths, findings, prefix)
    if (left := os.environ.get("COORD_TRAILERS")) and is_allowed(findings) and sight.me:
        leave_trailers(left, trailers(paths, sight))
        note_here(here_path(layout), sight.me)
    return Answer(findings, command, advice)


def _alone(
    layout: Layout, paths: Sequence[str], findings: Sequence[Finding], prefix: str
) -> tuple[str, str]:
    """The command that commits one's own alone, or why there is none; when there is need of one."""
    own = _own(paths, findings)
    if len(own) == len(paths):
        return "", ""
    from coord_tui.core.guard_alone import commit_alone

    mine = set(own)
    others = [path for path in paths if path not in mine]
    apart = told(lambda: staged_apart(Git.of(layout), layout, os.environ))
    return commit_alone(own, others, apart, prefix)


def mine(repo: str, session: str) -> list[str]:
    """The staged paths that are the session's to commit, as they are typed in the folder `repo`.

    Raises: CouldNotTell; BadInput for an unknown session.
    """
    layout, sight = _looked(repo, session)
    if sight is None:
        return told(lambda: staged_paths(Git.of(layout), layout, os.environ))
    paths, findings, prefix = _judged(layout, sight, repo)
    return [from_folder(path, prefix) for path in _own(paths, findings)]


def _looked(repo: str, session: str) -> tuple[Layout, Sight | None]:
    layout = told(lambda: find_layout(repo))
    return layout, look(layout, session)


def _judged(layout: Layout, sight: Sight, repo: str) -> tuple[list[str], list[Finding], str]:
    """The staged paths, what is wrong with them, and the folder in which commands are typed."""
    paths = told(lambda: staged_paths(Git.of(layout), layout, os.environ))
    prefix = _prefix(layout, repo, os.environ)
    here = _others_here(layout, sight) if paths else ()
    return paths, sight.judge(paths, repo, here, prefix, made=True), prefix


def _others_here(layout: Layout, sight: Sight) -> set[str]:
    """The sessions that work in this tree too. A merge commits what they did, which is its point.

    Nor could git commit a part of it.
    """
    if merged_heads(layout):
        return set()
    return who_is_here(here_path(layout), time.time() - sight.facts.expires) - {sight.me}


def _prefix(layout: Layout, repo: str, environment: Mapping[str, str]) -> str:
    """The folder in which the person types: git says it to its hooks, which run at the top."""
    if environment.get("GIT_INDEX_FILE"):
        return environment.get("GIT_PREFIX", "").rstrip("/")
    inside = os.path.realpath(repo)[len(layout.top.rstrip("/")) + 1 :]
    return inside


def _own(paths: Sequence[str], findings: Sequence[Finding]) -> list[str]:
    others = {finding.path for finding in findings if finding.rule == "bundle"}
    return [path for path in paths if path not in others]


def trailers(paths: Sequence[str], sight: Sight) -> list[str]:
    """Who commits, and for which tasks; an id that is no line of text is left out."""
    tasks = [id for id in tasks_of(paths, sight.me, sight.facts) if id.isprintable()]
    return [f"Coord-Session: {sight.me}", *(f"Coord-Task: {id}" for id in tasks)]
