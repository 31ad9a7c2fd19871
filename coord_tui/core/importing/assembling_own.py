"""Joins plans that were read back from exports with what other documents state.

What an export says stands; the others add to it, and where they say otherwise there is a warning.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.own.form import Own
from coord_tui.core.importing.own.owners import with_owners
from coord_tui.core.importing.own.words import words_of
from coord_tui.core.importing.reading import Item, Reading, Warned
from coord_tui.core.plan import Plan
from coord_tui.core.plan_merge import changes, merged


def with_own(reading: Reading, owns: Sequence[Own], left: frozenset[str]) -> Reading:
    """The reading of the other documents, with the plans of exports before it."""
    for own in reversed(owns):
        reading = _joined(own, reading, left)
    return reading


def _joined(own: Own, reading: Reading, left: frozenset[str]) -> Reading:
    plan, added, warned = with_owners(own)
    if left:
        everything = (change.key for change in changes(Plan(), plan))
        plan = merged(Plan(), plan, frozenset(everything) - left)
    found = changes(plan, reading.plan)
    clashing = {change.key: change for change in found if not change.adds}
    items: dict[str, Item] = {}
    for item in (*_items(own, plan), *added, *reading.items):
        items.setdefault(item.key, item)
    warnings = (
        Warned(items[key].at[0], f"{change.then}: the export says {change.now}")
        for key, change in clashing.items()
        if key in items and items[key].at
    )
    return Reading(
        merged(plan, reading.plan, {change.key for change in found if change.adds}),
        tuple(items.values()),
        (*own.warnings, *warned, *reading.warnings, *warnings),
        (*own.unread, *reading.unread),
    )


def _items(own: Own, plan: Plan) -> Iterator[Item]:
    """The items of an export, as certain as can be, in the words of every other document."""
    said = dict(words_of(plan))
    for key, at in own.places:
        yield Item(key, said.get(key, key.replace(":", " ")), (at,))
