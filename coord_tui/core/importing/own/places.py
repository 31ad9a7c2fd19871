"""Says where each item of a plan stands, by the lines that its reader left in it."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

from coord_tui.core.importing.statements import Place
from coord_tui.core.plan import Plan
from coord_tui.core.plan_items import ItemValue, after_key, done_key, enhances_key, key_of

T = TypeVar("T")


def places_of(file: str, plan: Plan, ends: Mapping[int, int]) -> tuple[tuple[str, Place], ...]:
    """Each item's key, as in `reading.Item`, and its place; `ends` are the last lines of some."""
    return tuple(
        (key, Place(file, line, ends.get(line, line))) for key, line in _items(plan) if line
    )


def unplaced(value: T) -> T:
    """The same without lines: a plan is what it says, wherever it stood."""
    result: Any = value
    if hasattr(value, "_fields"):
        fields = {name: unplaced(getattr(value, name)) for name in result._fields}
        result = result._replace(**(fields | ({"line": 0} if "line" in fields else {})))
    elif isinstance(value, tuple):
        result = tuple(map(unplaced, value))
    return cast("T", result)


def _items(plan: Plan) -> Iterator[tuple[str, int]]:
    lists: tuple[tuple[ItemValue, ...], ...] = (
        plan.sessions, plan.ownership, plan.shared, plan.rules, plan.groups, plan.tasks,
        plan.checks, plan.pins, plan.docs,
    )  # fmt: skip
    yield from ((key_of(item), item.line) for items in lists for item in items)
    for task in plan.tasks:
        over = task.done is not False or task.dropped is not False
        links = [done_key(task.id)] if over else []
        links += [after_key(task.id, other) for other in task.after]
        links += [enhances_key(task.id, other) for other in task.enhances]
        yield from ((key, task.line) for key in links)
