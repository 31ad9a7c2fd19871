"""What a person decided about the items that were read, and what falls with those that were left.

Nothing is lost by deciding: every item keeps its place, and can be taken again for as long as
nothing was written.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.plan import Plan
from coord_tui.core.plan_items import PROJECT, after_key, done_key, enhances_key, key_of

Standing = Literal["taken", "doubtful", "left", "fallen"]
"""Goes into the plan; is to be decided; was left; cannot be in a plan without one that was."""
Needs = Mapping[str, Collection[str]]
NOTHING: frozenset[str] = frozenset()


class Review(NamedTuple):
    """All items of a reading, and where each of them stands."""

    reading: Reading
    """What the documents say, nothing left."""
    needs: Needs = MappingProxyType({})
    """By the key of an item, the keys of those without which it cannot be in a plan."""
    taken: frozenset[str] = NOTHING
    """The keys of doubtful items that were taken."""
    left: frozenset[str] = NOTHING
    fallen: Mapping[str, str] = MappingProxyType({})
    """By the keys of the items that fell, that of the one that was left."""

    def standing(self, item: Item) -> Standing:
        """Where an item stands."""
        if item.key in self.left:
            return "left"
        if item.key in self.fallen:
            return "fallen"
        return "doubtful" if item.sure == "doubtful" and item.key not in self.taken else "taken"

    @property
    def out(self) -> frozenset[str]:
        """The keys of all that does not go into the plan."""
        return self.left | self.fallen.keys()

    @property
    def open(self) -> tuple[str, ...]:
        """The keys of the items that are to be decided yet."""
        return tuple(one.key for one in self.reading.items if self.standing(one) == "doubtful")

    def take(self, *keys: str) -> "Review":
        """The review with these in the plan."""
        return self._with(self.taken | {*keys}, self.left - {*keys})

    def leave(self, *keys: str) -> "Review":
        """The review with these, and what hangs on them, out of the plan."""
        return self._with(self.taken - {*keys}, self.left | {*keys})

    def _with(self, taken: frozenset[str], left: frozenset[str]) -> "Review":
        return self._replace(taken=taken, left=left, fallen=fallen(left, self.needs))


def review_of(reading: Reading) -> Review:
    """The review in which nothing is decided yet."""
    keys = {one.key for one in reading.items}
    needs = {key: others for key, others in needed(reading.plan).items() if key in keys}
    return Review(reading, needs)


def fallen(left: frozenset[str], needs: Needs) -> dict[str, str]:
    """What cannot be without those that were left, and without which of them."""
    found: dict[str, str] = {}
    for key, others in needs.items() if left else ():
        causes = (other if other in left else found.get(other, "") for other in others)
        if key not in left and (cause := next(filter(None, causes), "")):
            found[key] = cause
    return found


def needed(plan: Plan) -> Needs:
    """What each item needs; whatever is needed stands before what needs it."""
    found: dict[str, tuple[str, ...]] = {}
    for owned in plan.ownership:
        found[key_of(owned)] = (f"session:{owned.session}",)
    for task in plan.tasks:
        found[key_of(task)] = (f"group:{task.group}",)
        found[done_key(task.id)] = (key_of(task),)
    groups = {group.id for group in plan.groups}
    for task in plan.tasks:
        for target in task.after:
            other = f"group:{target}" if target in groups else f"task:{target}"
            found[after_key(task.id, target)] = (key_of(task), other)
        for target in task.enhances:
            found[enhances_key(task.id, target)] = (key_of(task), f"task:{target}")
    return found


def keys_of(plan: Plan) -> Iterator[str]:
    """The keys of all that a plan says, in its order: tasks in their groups, then their links."""
    yield PROJECT
    for field in ("sessions", "ownership", "shared", "rules"):
        yield from map(key_of, getattr(plan, field))
    for group in plan.groups:
        yield key_of(group)
        for task in group.tasks:
            yield key_of(task)
            if task.done is not False or task.dropped is not False:
                yield done_key(task.id)
    for task in plan.tasks:
        yield from (after_key(task.id, target) for target in task.after)
        yield from (enhances_key(task.id, target) for target in task.enhances)
    for field in ("checks", "pins", "docs"):
        yield from map(key_of, getattr(plan, field))
