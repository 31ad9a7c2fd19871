"""Brings a branch to what its upstream holds, or says in one line why it did not.

It looks first and acts then: what is refused has changed nothing, and no local work is stashed,
overwritten or taken along.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import NamedTuple

from coord_tui.adapters.channel_file import lock
from coord_tui.adapters.commit_log import log
from coord_tui.adapters.git_status import operation
from coord_tui.adapters.in_the_way import in_the_way, steps
from coord_tui.adapters.moving import InTheWay, fast_forward, switch
from coord_tui.adapters.replay import Own, own_commits, replay
from coord_tui.adapters.upstream import Upstream, apart, fetch, find_upstream, merge_base
from coord_tui.core.guard_range import SHORT
from coord_tui.core.pulled import Pulled
from coord_tui.core.shell import word
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace.places import moving_path
from coord_tui.workspace.whose_commit import counted, listed, who_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coord_tui.workspace.workspace import Workspace

ALONE_WAIT = 60.0
"""Seconds for which another pull or finish in this working tree is waited for."""
PULLING = "coord-tui pull"
"""What git's reflog says of a pull."""
MOST = 50
"""Commits that were moved and that the reflog names."""
BY_HAND = "`git rebase` or `git merge` by hand, or let the plan say `branches: {pull: rebase}`"


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
    return upstream, _unfit(upstream, operation(workspace.layout.git_dir))


def _unfit(upstream: Upstream, doing: str) -> str:
    if doing and doing != "bisect":
        return f"git is in the middle of a {doing}: bring that to its end first, `git status`"
    if not upstream.branch:
        return "HEAD is on no branch: `git switch BRANCH` goes to one"
    if not upstream.head:
        return f"{upstream.branch} has no commit yet: make the first one with `git commit`"
    return ""


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
    return fetch(workspace.git, upstream, workspace.layout.git_dir, own, timeout)


def catch_up(
    workspace: Workspace, upstream: Upstream, tip: str, *, rebase: bool, action: str
) -> CaughtUp:
    """Bring the branch to `tip`, on top of which its own commits are put if `rebase` says so.

    `action` is what git's reflog says of that. Raises: EnvironmentFailed when git fails; the branch
    has not moved then.
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
        return CaughtUp(start._replace(reason=_gone_apart(start)))
    return _on_top(workspace, start, own_commits(git, tip, head), tip, action)


def _gone_apart(start: Pulled) -> str:
    one, other = counted(start.own, "commit"), counted(start.commits, "commit")
    return (
        f"{start.branch} has {one} that {start.upstream} lacks, and lacks {other} of it: {BY_HAND}"
    )


def _forward(workspace: Workspace, start: Pulled, tip: str) -> Pulled:
    if stands := in_the_way(workspace.git, steps(workspace.git, start.before, tip)):
        return _stopped(workspace, start, tip, stands)
    try:
        fast_forward(workspace.git, tip, PULLING)
    except InTheWay as error:
        return _stopped(workspace, start, tip, error.paths, str(error))
    return start._replace(after=tip, how="fast-forward")


def _on_top(
    workspace: Workspace, start: Pulled, commits: list[Own], tip: str, action: str
) -> CaughtUp:
    git = workspace.git
    if any(len(commit.parents) > 1 for commit in commits):
        why = f"there are merges among your own commits: `git rebase {word(start.upstream)}`"
        return CaughtUp(start._replace(reason=f"{why} by hand"))
    done = replay(git, commits, tip, workspace.settings.signs)
    if done.stuck:
        return CaughtUp(start._replace(reason=_conflict(workspace, start, tip, *done[2:])))
    if stands := in_the_way(git, steps(git, start.before, done.tip)):
        return CaughtUp(_stopped(workspace, start, tip, stands))
    told = " ".join((f"{action}: onto", tip, *list(done.became.values())[-MOST:]))
    try:
        switch(git, start.branch, start.before, done.tip, told)
    except InTheWay as error:
        return CaughtUp(_stopped(workspace, start, tip, error.paths, str(error)))
    left = len(set(done.became.values()) - {tip})
    return CaughtUp(start._replace(after=done.tip, how="rebase", own=left), done.became)


def _stopped(
    workspace: Workspace, start: Pulled, tip: str, stands: tuple[str, ...], words: str = ""
) -> Pulled:
    """That local work is in the way, which, and what to do."""
    if not stands:
        return start._replace(reason=f"git refuses to pull: {words}")
    who = who_changed(workspace, start.before, tip, stands)
    many = "is" if len(stands) == 1 else "are"
    why = (
        f"{listed(stands)} {many} changed here and by {start.upstream}{who}: commit or move away "
        "what is here, then pull"
    )
    return start._replace(in_the_way=stands, reason=why)


def _conflict(
    workspace: Workspace, start: Pulled, tip: str, stuck: str, files: tuple[str, ...]
) -> str:
    (commit,) = log(workspace.git, "--no-walk", stuck)
    base = merge_base(workspace.git, start.before, tip)
    who = who_changed(workspace, base, tip, files)
    return (
        f'your {stuck[:SHORT]} "{commit.subject}" conflicts with {start.upstream} in '
        f"{listed(files)}{who}: `git rebase {word(start.upstream)}` by hand"
    )
