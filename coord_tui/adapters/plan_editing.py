"""Changes a `coord.yaml` that a person wrote, and proves that it says what was meant.

The new text is read again before anybody writes it; when it says anything else, nothing is changed.
"""

from collections.abc import Mapping

import yaml

from coord_tui.adapters.plan_file import LoadedPlan, PlanBroken, parse_plan
from coord_tui.adapters.plan_marks import read_marks
from coord_tui.core.plan import Plan
from coord_tui.core.plan_edit import edited
from coord_tui.core.plan_items import unplaced
from coord_tui.core.plan_problems import Finding
from coord_tui.core.plan_text import NO_COMMENTS
from coord_tui.core.plan_tree import made_ids
from coord_tui.core.yaml_places import CannotEdit
from coord_tui.errors import Refused

BOM = b"\xef\xbb\xbf"


class PlanKept(Refused):
    """The plan has to be changed by hand: it stays as it is."""


def edit_plan(
    found: LoadedPlan, new: Plan, name: str, comments: Mapping[str, str] = NO_COMMENTS
) -> bytes:
    """The bytes of the plan that was found, changed so that they say `new`.

    Raises:
        PlanKept: they cannot be changed in place, or the new plan contradicts itself.
    """
    bom = BOM if found.source.startswith(BOM) else b""
    text = found.source.removeprefix(bom).decode("utf-8")
    try:
        root = read_marks(text)
        made = bom + edited(text, root, found.plan, new, comments).encode("utf-8")
    except (CannotEdit, yaml.YAMLError) as error:
        raise PlanKept(f"{name} cannot be changed in place: {_reason(error)}") from None
    try:
        says = parse_plan(made, name).plan
    except PlanBroken as broken:
        why = _shifted(found.plan, new, name) or _said_of(broken)
        raise PlanKept(why or _unusual(name)) from None
    if _by_session(says) != _by_session(new):
        why = _shifted(found.plan, new, name)
        raise PlanKept(why or _unusual(name))
    return made


def _unusual(name: str) -> str:
    return f"{name} is written in a way that cannot be changed in place"


def _said_of(broken: PlanBroken) -> str:
    """What the new plan would contradict, without lines of a text that nobody has."""
    first = broken.problems[0]
    if not isinstance(first, Finding):
        return ""
    return f"with these changes the plan would be broken: {first.key}: {first.message}"


def _shifted(old: Plan, new: Plan, name: str) -> str:
    """What to do when a task that got its id by its place would get another; empty: none would."""
    by_place, still = made_ids(old), made_ids(new)
    known = {task.id for task in new.tasks}
    for task in old.tasks:
        if task.id in by_place and task.id in known and task.id not in still:
            return (
                f"{name}:{task.line}: the task there has its id {task.id} by its place, and would "
                f"get another: write `id: {task.id}` first"
            )
    return ""


def _by_session(plan: Plan) -> Plan:
    """What the plan says: between what is of several sessions no order means anything."""
    ownership = sorted(plan.ownership, key=lambda owned: owned.session)
    ordered = unplaced(plan._replace(ownership=tuple(ownership)))
    assert isinstance(ordered, Plan)
    return ordered


def _reason(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error)
