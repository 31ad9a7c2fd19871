"""Writes a plan as plain values, every key given, so that it can leave as JSON.

The document has the very keys of `coord.yaml` and obeys its JSON Schema, so nobody has to learn a
second form; `importing.own.json_form` reads it back.
"""

from collections.abc import Iterable
from typing import Any

from coord_tui.core.durations import duration_text
from coord_tui.core.plan import Plan
from coord_tui.core.plan_shape import (
    ByKey,
    ListsByKey,
    Many,
    Period,
    Record,
    Shape,
    plan_shape,
)


def plan_document(plan: Plan) -> dict[str, Any]:
    """The plan as `coord.yaml` would say it, defaults included, lines left out."""
    return _record(plan_shape(), plan)


def _record(shape: Record, value: object) -> dict[str, Any]:
    return {name: _value(field.shape, getattr(value, name)) for name, field in shape.fields.items()}


def _value(shape: Shape, value: Any) -> Any:  # noqa: ANN401 - as wide as the types of a plan
    match shape:
        case Record():
            return _record(shape, value)
        case Many(item):
            return [_value(item, one) for one in value]
        case ByKey(field, _, item):
            return {getattr(one, field): _record(item, one) for one in value}
        case ListsByKey(field, _, item):
            return _lists(field, item, value)
        case Period():
            return duration_text(value)
        case _:
            return value


def _lists(field: str, item: Record, values: Iterable[object]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in values:
        found.setdefault(getattr(one, field), []).append(_record(item, one))
    return found
