"""The guard's rule `pull`: what another session pushed of a file is to be pulled before an edit.

It forbids an edit where the plan's mode is `block`. Of a commit it only warns: the edit is made,
and the push will show whether the two agree. It only warns as well of what no pull would bring,
because it went to another branch. Loaded only when HEAD lacks a push.
"""

from __future__ import annotations

from coord_tui.core.guarding import Finding
from coord_tui.core.times import span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.core.guard_view import Push

SHORT = 7


def unpulled(path: str, push: Push, now: float, mode: str, made: bool, program: str) -> Finding:
    """That HEAD lacks the push; `made`: the edit is made already, and about to be committed."""
    what = f"{path} was pushed by {push.session}{_ago(push, now)} ({push.commit[:SHORT]})"
    how = f"`{program} pull`"
    to_do = f"pull before you push, {how}" if made else f"pull before editing, {how}"
    level = "warn" if made else mode
    return Finding(path, "pull", f"{what}, and HEAD does not have it: {to_do}", level)


def unmerged(path: str, push: Push, now: float, upstream: str) -> Finding:
    """That HEAD lacks the push, and the upstream (empty: there is none) does too."""
    who, sha = f"{push.session}{_ago(push, now)}", push.commit[:SHORT]
    if upstream:
        where = f"to another branch ({sha}), not in {upstream} yet"
    else:
        where = f"({sha}), and HEAD does not have it, nor an upstream to pull from"
    message = f"{path} was pushed by {who} {where}: merge it when you need it"
    return Finding(path, "pull", message, "warn")


def _ago(push: Push, now: float) -> str:
    return f" {span(now - push.at)} ago" if push.at else ""
