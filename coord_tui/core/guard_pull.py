"""The guard's rule `pull`: what another session pushed of a file is to be pulled before an edit.

It forbids an edit where the plan's mode is `block`. Of a commit it only warns: the edit is made,
and the push will show whether the two agree. Loaded only when HEAD lacks a push.
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
    ago = f" {span(now - push.at)} ago" if push.at else ""
    what = f"{path} was pushed by {push.session}{ago} ({push.commit[:SHORT]})"
    how = f"`{program} pull`"
    to_do = f"pull before you push, {how}" if made else f"pull before editing, {how}"
    level = "warn" if made else mode
    return Finding(path, "pull", f"{what}, and HEAD does not have it: {to_do}", level)
