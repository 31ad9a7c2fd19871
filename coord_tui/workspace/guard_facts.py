"""Makes the guard's facts the long way: reads the plan, folds the channel, keeps what it found.

Whoever has just folded the channel may keep what it says for the guard, which then need not.
"""

from collections.abc import Sequence
from typing import Any

from coord_tui.adapters.guard_cache import branches_of, channel_mark, write_facts
from coord_tui.adapters.layout import Layout
from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.fold import fold
from coord_tui.core.guard_facts import Plain, facts_of
from coord_tui.core.ownership import rules_of
from coord_tui.core.plan import Plan
from coord_tui.core.state import State
from coord_tui.workspace.places import cache_path, channel_path, facts_path, plan_path
from coord_tui.workspace.workspace import Workspace

Mark = list[list[int]]


def facts_anew(layout: Layout, source: bytes) -> tuple[list[Any], dict[str, Any]]:
    """The rules and facts as they are; `source` are the plan's bytes, as they were just read.

    Raises: BadInput when the plan is broken; EnvironmentFailed.
    """
    loaded = load_plan(plan_path(layout), cache_path(layout))
    mark = mark_of(layout, loaded.plan)
    lines = Workspace(layout, loaded.plan, "").lines()
    facts = facts_of(fold(loaded.plan, lines).state)
    keep(layout, source, loaded.plan, mark, facts, loaded.rules)
    return loaded.rules, facts


def mark_of(layout: Layout, plan: Plan) -> Mark:
    """What tells the channel as it is from what it will be; to be taken before it is read."""
    channel = plan.channel
    return channel_mark(layout, channel_path(layout), branches_of(channel.branch, channel.remote))


def keep_state(layout: Layout, source: bytes, state: State, mark: Mark) -> None:
    """Keep for the guard what a fold says.

    `source` are the bytes that the state's plan was read from, `mark` is that of the channel when
    its last line was the last that the state knows.
    """
    keep(layout, source, state.plan, mark, facts_of(state), rules_of(state.plan))


def keep(
    layout: Layout,
    source: bytes,
    plan: Plan,
    mark: Mark,
    facts: Plain,
    rules: Sequence[object],
) -> None:
    """Keep rules and facts, unless the plan was written anew since it was read."""
    try:
        with open(plan_path(layout), "rb") as file:
            same = file.read() == source
    except OSError:
        return  # there is no plan any more that they could belong to
    if same:
        branches = branches_of(plan.channel.branch, plan.channel.remote)
        write_facts(facts_path(layout), source, mark, branches, rules=rules, facts=facts)
