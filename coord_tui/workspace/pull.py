"""Pulls: fetches, and brings the branch to what its upstream holds, if nothing is in the way."""

from __future__ import annotations

from coord_tui.core.pulled import Pulled
from coord_tui.workspace.catching_up import (
    PULLING,
    alone,
    ask_upstream,
    catch_up,
    look_around,
    moved_on,
    no_upstream,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.workspace.workspace import Workspace

ANSWERING = 120.0
"""Seconds that the remote may take for an answer, with all that it has to send."""
GONE = "`git branch --set-upstream-to=REMOTE/BRANCH` names another"


def pull(workspace: Workspace, *, timeout: float = ANSWERING) -> Pulled:
    """Fetch, then fast-forward, or rebase when the plan says so; else say why not.

    Raises: Away when the remote does not answer within `timeout` seconds; EnvironmentFailed when
    git fails. Whatever happens, no local work is lost, and nothing is stashed.
    """
    with alone(workspace):
        upstream, unfit = look_around(workspace)
        start = Pulled(
            upstream.branch,
            upstream.shown if upstream.remote else "",
            upstream.head,
            upstream.head,
            reason=unfit or no_upstream(upstream),
        )
        if start.reason:
            return start
        tip = ask_upstream(workspace, upstream, timeout)
        if not tip:
            return start._replace(reason=f"{upstream.shown} is not there any more: {GONE}")
        if why := moved_on(workspace, upstream):
            return start._replace(reason=why)
        rebase = workspace.plan.branches.pull == "rebase"
        return catch_up(workspace, upstream, tip, rebase=rebase, action=PULLING).pulled
