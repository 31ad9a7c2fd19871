"""Brings a branch to what its upstream holds, or says in one line why it did not.

It looks first and acts then: what is refused has changed nothing, and no local work is stashed,
overwritten or taken along.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import NamedTuple

from coord_tui.adapters.channel_file import lock
from coord_tui.adapters.checked_out import Moved, in_the_middle, meanwhile
from coord_tui.adapters.in_the_way import in_the_way, steps
from coord_tui.adapters.moving import At, InTheWay, fast_forward, switch
from coord_tui.adapters.replay import own_commits, replay
from coord_tui.adapters.upstream import apart, fetch, find_upstream, merge_base, moves
from coord_tui.core.pulled import Pulled
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace.places import moving_path
from coord_tui.workspace.stopped import blocked, conflict, gone_apart, joining, stopped_half_way

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coord_tui.adapters.in_the_way import Step
    from coord_tui.adapters.replay import Own
    from coord_tui.adapters.upstream import Upstream
    from coord_tui.workspace.workspace import Workspace

ALONE_WAIT = 60.0
"""Seconds for which another pull or finish in this working tree is waited for."""
PULLING = "coord-tui pull"
"""What git's reflog says of a pull."""
MOST = 50
"""Commits that were moved and that the reflog names."""


class CaughtUp(NamedTuple):
    """What became of the branch, and of the commits of one's own that were moved."""

    pulled: Pulled
    became: dict[str, str] = {}
    """Each old commit and what it is in the branch that was moved."""


@contextmanager
def alone(workspace: Workspace) -> Iterator[None]:
    """Pull or commit while no other session does in this working tree.

    Raises: Busy after a while; EnvironmentFailed when git's folder cannot be written.
    """
    path = moving_path(workspace.layout)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as error:
        raise EnvironmentFailed(f"cannot write {error.filename!r}: {error.strerror}") from error
    with lock(path, ALONE_WAIT):
        yield


def look_around(workspace: Workspace) -> tuple[Upstream, str]:
    """What is checked out, and why nothing can be pulled into it; empty: it can."""
    upstream = find_upstream(workspace.git)
    return upstream, in_the_middle(workspace.layout.git_dir) or _unfit(upstream)


def _unfit(upstream: Upstream) -> str:
    if not upstream.branch:
        return "HEAD is on no branch: `git switch BRANCH` goes to one"
    if not upstream.head:
        return f"{upstream.branch} has no commit yet: make the first one with `git commit`"
    return ""


def moved_on(workspace: Workspace, upstream: Upstream) -> str:
    """What changed in the checkout since it was looked at; empty: nothing."""
    git_dir = workspace.layout.git_dir
    return meanwhile(workspace.git, git_dir, upstream.branch, upstream.head)


def no_upstream(upstream: Upstream) -> str:
    """Why there is nothing to pull from; empty: there is."""
    if upstream.remote and upstream.ref:
        return ""
    how = "`git branch --set-upstream-to=REMOTE/BRANCH` names one"
    return f"{upstream.branch} has no upstream to pull from: {how}"


def ask_upstream(workspace: Workspace, upstream: Upstream, timeout: float) -> str:
    """What the upstream holds now; empty when it is gone. Raises: Away."""
    channel = workspace.plan.channel
    own = channel.branch if channel.remote == upstream.remote else ""
    return fetch(workspace.git, upstream, own, timeout)


def catch_up(
    workspace: Workspace, upstream: Upstream, tip: str, *, rebase: bool, action: str
) -> CaughtUp:
    """Bring the branch to `tip`, on top of which its own commits are put if `rebase` says so.

    `action` is what git's reflog says of that. Nothing is done when the checkout is not where it
    was found any more. Raises: EnvironmentFailed when git fails; the branch has not moved then.
    """
    git, head = workspace.git, upstream.head
    own, commits = apart(git, head, tip)
    start = Pulled(upstream.branch, upstream.shown, head, head, commits, own=own)
    if not commits:
        return CaughtUp(start)
    if not own:
        return CaughtUp(_forward(workspace, start, tip))
    if not merge_base(git, head, tip):
        why = "has another history, or this clone has too little of it (`git fetch --unshallow`)"
        return CaughtUp(start._replace(reason=f"{upstream.shown} {why}"))
    if not rebase:
        return CaughtUp(start._replace(reason=gone_apart(start)))
    return _on_top(workspace, start, own_commits(git, tip, head), tip, action)


def _forward(workspace: Workspace, start: Pulled, tip: str) -> Pulled:
    way = steps(workspace.git, start.before, tip)
    if stands := in_the_way(workspace.git, way):
        return blocked(workspace, start, tip, way, stands)
    return _moved(
        workspace, start, tip, way, lambda at: fast_forward(workspace.git, at, tip, PULLING)
    ) or start._replace(after=tip, how="fast-forward")


def _on_top(
    workspace: Workspace, start: Pulled, commits: list[Own], tip: str, action: str
) -> CaughtUp:
    git = workspace.git
    if any(len(commit.parents) > 1 for commit in commits):
        why = f"there are merges among your own commits: {joining(git, start.upstream)}"
        return CaughtUp(start._replace(reason=f"{why} by hand"))
    done = replay(git, commits, tip, workspace.settings.signs)
    if done.stuck:
        return CaughtUp(start._replace(reason=conflict(workspace, start, tip, *done[2:])))
    way = steps(git, start.before, done.tip)
    if stands := in_the_way(git, way):
        return CaughtUp(blocked(workspace, start, tip, way, stands))
    told = moves(action, tip, list(done.became.values())[-MOST:])
    refused = _moved(workspace, start, tip, way, lambda at: switch(git, at, done.tip, told))
    if refused:
        return CaughtUp(refused)
    left = len(set(done.became.values()) - {tip})
    return CaughtUp(start._replace(after=done.tip, how="rebase", own=left), done.became)


def _moved(
    workspace: Workspace, start: Pulled, tip: str, way: list[Step], move: Callable[[At], None]
) -> Pulled | None:
    """Move the branch; why it was not, or None. Raises: EnvironmentFailed, with what is left."""
    try:
        move(At(workspace.layout.git_dir, start.branch, start.before))
    except InTheWay as error:
        if error.paths:
            return blocked(workspace, start, tip, way, error.paths)
        return start._replace(reason=f"git refuses to pull: {error}")
    except Moved as error:
        return start._replace(reason=str(error))
    except EnvironmentFailed as error:
        raise EnvironmentFailed(stopped_half_way(workspace.git, way, error)) from error
    return None
