"""Who crossed ownership in commits that are made? Asked by machines that know no session.

The plan before the range judges it, so that no commit gives itself leave by changing the plan.
"""

from coord_tui.adapters.commit_range import changes_in, plan_at
from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.adapters.plan_file import PlanMissing, load_plan, parse_plan
from coord_tui.core.fold import fold
from coord_tui.core.guard_facts import facts_of, leaves_over_time
from coord_tui.core.guard_range import judge_changes
from coord_tui.core.guard_view import Facts
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Plan
from coord_tui.core.shell import word
from coord_tui.workspace.guard import Answer, told
from coord_tui.workspace.places import PLAN, cache_path, plan_path
from coord_tui.workspace.workspace import Workspace


def guard_range(repo: str, span: str) -> Answer:
    """Who crossed ownership, in the commits `A..B`, without a grant that held at the time?

    By the plan of A; when A has none, by that of the working tree. Raises: CouldNotTell.
    """
    return told(lambda: _judged(find_layout(repo), span))


def _judged(layout: Layout, span: str) -> Answer:
    before = span.partition("..")[0] or "HEAD"
    plan, notes = _plan(layout, before)
    if plan is None:
        return Answer()
    workspace = Workspace(layout, plan, "")
    changes = changes_in(workspace.git, layout, span)
    findings = judge_changes(reversed(changes), Ownership.from_plan(plan), _facts(workspace))
    notes += workspace.told()
    if findings and not workspace.channel.exists():
        notes.append(_without_channel(workspace))
    return Answer(findings, notes=notes)


def _plan(layout: Layout, revision: str) -> tuple[Plan | None, list[str]]:
    """The plan that judges, and what there is to say of that; none when there is no plan at all."""
    source = plan_at(Git.of(layout), revision, PLAN)
    if source is not None:
        return parse_plan(source, f"{revision}:{PLAN}").plan, []
    try:
        plan = load_plan(plan_path(layout), cache_path(layout)).plan
    except PlanMissing:
        return None, []
    return plan, [f"{revision} has no {PLAN}: judged by that of the working tree"]


def _facts(workspace: Workspace) -> Facts:
    """What the guard knows, with every grant that there ever was; nothing is held any more."""
    lines = workspace.lines()
    folded = fold(workspace.plan, lines)
    plain = facts_of(folded.state) | {"holds": [], "leaves": leaves_over_time(lines, folded)}
    return Facts(**plain)  # type: ignore[arg-type]


def _without_channel(workspace: Workspace) -> str:
    remote, branch = workspace.remote, workspace.plan.channel.branch
    fetch = f"git fetch {word(remote)} {word(f'{branch}:{branch}')}"
    gets = f": `{fetch}` gets it" if remote else ""
    return f"there is no channel here, so no grant is known{gets}"
