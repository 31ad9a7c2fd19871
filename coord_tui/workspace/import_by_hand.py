"""Parts what can be put into the text of a plan from what a person has to put in by hand.

One change that has no place there keeps none of the others out.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from coord_tui.adapters.plan_editing import PlanKept, edit_plan
from coord_tui.adapters.plan_file import LoadedPlan, parse_plan
from coord_tui.core.plan import Plan
from coord_tui.core.plan_align import aligned
from coord_tui.core.plan_excerpt import excerpt
from coord_tui.core.plan_merge import changes, merged
from coord_tui.core.yaml_text import comment
from coord_tui.errors import Refused

MOST = 20
"""So many changes are spelt out when they have to be made by hand."""
TRIES = 40
"""So often a text is made to find those that are in the way; what is unknown then counts as it."""


class ByHand(NamedTuple):
    """What could not be put into a plan."""

    keys: tuple[str, ...] = ()
    why: str = ""
    """Of the first of them."""
    text: str = ""
    """YAML for a person to put in, each item where it belongs; a comment says why."""


class NothingFits(Refused):
    """All that was agreed to has to be put into the plan by hand."""

    def __init__(self, name: str, by_hand: ByHand) -> None:
        self.lines = (f"{name} stays as it is; put this in by hand:", *by_hand.text.splitlines())
        """That, and what to put in."""
        super().__init__(by_hand.why)


class Fitted(NamedTuple):
    """A text with all that could be put into it."""

    source: bytes
    plan: Plan
    by_hand: ByHand = ByHand()


def fitted(
    found: LoadedPlan,
    new: Plan,
    both: Plan,
    agreed: Sequence[str],
    name: str,
    comments: Mapping[str, str],
) -> Fitted:
    """The plan that was found with those changes from `new` that were agreed to.

    Args:
        found: what is there.
        new: what an import says.
        both: the two merged, with all that was agreed to.
        agreed: the keys of that, in their order.
        name: what the plan is called in messages.
        comments: what stands behind an item, by its key.
    """

    def tried(keys: Sequence[str]) -> str | bytes:
        try:
            plan = both if keys is agreed else merged(found.plan, new, frozenset(keys))
            return edit_plan(found, plan, name, comments)
        except PlanKept as kept:
            return str(kept)

    whole = tried(agreed)
    if isinstance(whole, bytes):
        return Fitted(whole, both)
    reasons, source = _parted(agreed, tried, found.source)
    made = parse_plan(source, name)
    reasons = _lines_of(made, new, reasons, name)
    return Fitted(source, made.plan, _by_hand(both, made.plan, new, agreed, reasons))


def _parted(
    agreed: Sequence[str], tried: Callable[[Sequence[str]], str | bytes], source: bytes
) -> tuple[dict[str, str], bytes]:
    """Why each change that is in the way cannot be made, and the text with the others."""
    good: list[str] = []
    reasons: dict[str, str] = {}
    waiting = [list(agreed)]
    for _ in range(TRIES):
        if not waiting:
            break
        part = waiting.pop()
        made = tried([*good, *part])
        if isinstance(made, bytes):
            good, source = [*good, *part], made
        elif len(part) == 1:
            reasons[part[0]] = made
        else:
            waiting += [part[len(part) // 2 :], part[: len(part) // 2]]
    rest = dict.fromkeys(
        (key for part in waiting for key in part), next(iter(reasons.values()), "")
    )
    return reasons | rest, source


def _lines_of(made: LoadedPlan, new: Plan, reasons: Mapping[str, str], name: str) -> dict[str, str]:
    """The reasons with the lines of the text that was made, in which a person will look."""
    found = dict(list(reasons.items())[:MOST])
    for key in found:
        try:
            edit_plan(made, merged(made.plan, new, frozenset({key})), name)
        except PlanKept as kept:
            found[key] = str(kept)
    return found


def _by_hand(
    both: Plan, made: Plan, new: Plan, agreed: Sequence[str], reasons: Mapping[str, str]
) -> ByHand:
    """What is missing in the plan that was made: what was in the way, and what hangs on that."""
    missing = {one.key for one in changes(made, new)} - {one.key for one in changes(both, new)}
    keys = [key for key in agreed if key in missing]
    names = {then: now for now, then in aligned(new, made).keys.items()}
    told = dict.fromkeys(filter(None, reasons.values()))
    head = [comment(why).strip() for why in told]
    more = len(keys) - MOST
    head += [f"# {more} more: import again once these are in"] if more > 0 else []
    text = excerpt(made, both, {names.get(key, key) for key in keys[:MOST]})
    return ByHand(tuple(keys), next(iter(told), ""), "\n".join([*head, text]))
