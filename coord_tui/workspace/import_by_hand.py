"""Says what is in the way of changing a plan in place, and what is then to be put in by hand."""

from collections.abc import Sequence

from coord_tui.adapters.plan_editing import PlanKept, edit_plan
from coord_tui.adapters.plan_file import LoadedPlan
from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import Change, merged

BY_HAND = 20
"""So many changes are spelt out when they have to be made by hand."""


def with_culprit(why: str, keys: Sequence[str], found: LoadedPlan, new: Plan) -> str:
    """The reason with the change that is in the way, when one of them alone is."""
    suspects = keys
    while len(suspects) > 1:
        half = len(suspects) // 2
        parts = (suspects[:half], suspects[half:])
        suspects = next((part for part in parts if not _fits(part, found, new)), [])
    if not suspects or len(keys) == 1:
        return why
    return f"{why}; leave {suspects[0]}, and the others can be written"


def _fits(keys: Sequence[str], found: LoadedPlan, new: Plan) -> bool:
    try:
        edit_plan(found, merged(found.plan, new, frozenset(keys)), "coord.yaml")
    except PlanKept:
        return False
    return True


def by_hand(found: Sequence[Change]) -> list[str]:
    """What to put into the plan, a few lines of it."""
    lines = [f"{one.key}: {one.then}" for one in found[:BY_HAND]]
    more = len(found) - BY_HAND
    return [*lines, f"and {more} more"] if more > 0 else lines
