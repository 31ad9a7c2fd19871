"""Brings back a plan that was stored as nested plain lists, which is what JSON makes of it.

The lists go by position, so they fit only the types that wrote them; it follows the annotations of
`core.plan` and needs nothing else, because every command that has a cached plan starts with this.
"""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from coord_tui.core.plan import Plan


def thaw(frozen: object) -> Plan:
    """The plan that JSON wrote as nested lists; the lists are used up.

    Raises:
        TypeError, LookupError: the lists have another shape: other types froze them.
    """
    plan = _thawer_of_record(Plan)(frozen)
    assert isinstance(plan, Plan)
    return plan


Thaw: TypeAlias = Callable[[Any], object]


@cache
def _thawer_of_record(kind: type[Any]) -> Thaw:
    changes = [
        (index, thawer)
        for index, annotation in enumerate(kind.__annotations__.values())
        if (thawer := _thawer(annotation))
    ]

    def thaw_record(values: list[object]) -> object:
        for index, thawer in changes:
            values[index] = thawer(values[index])
        return kind._make(values)

    return thaw_record


def _thawer(annotation: object) -> Thaw | None:
    """How a field is thawed; None when it stands as it is."""
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if isinstance(bare, type) and hasattr(bare, "_fields"):
        return _thawer_of_record(bare)
    if get_origin(bare) is not tuple:
        return None
    item = _thawer(get_args(bare)[0])
    return (lambda values: tuple(map(item, values))) if item else tuple
