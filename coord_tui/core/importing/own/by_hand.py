"""Says what somebody changed by hand in an exported block: what it says besides, and what it lacks.

The lists of an export are complete, so what the plan says and the block does not was taken out of
it. What sessions did since is no edit: what the channel makes of the plan counts like the plan.
"""

from collections.abc import Iterator

from coord_tui.core.importing.own.form import Own
from coord_tui.core.importing.own.words import words_of
from coord_tui.core.importing.reading import Warned
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan import Plan
from coord_tui.core.plan_items import key_of
from coord_tui.core.plan_merge import Change, changes

MOST = 20
"""So many things that a block lacks are told one by one."""


def brought(own: Own, planned: Plan, today: Plan) -> tuple[Change, ...]:
    """What the block says, and neither the plan nor the channel."""
    unsaid = {change.key for change in changes(today, own.plan)}
    return tuple(change for change in changes(planned, own.plan) if change.key in unsaid)


def lacking(own: Own, planned: Plan, today: Plan) -> tuple[Change, ...]:
    """What the plan says, with the channel and without, and the block does not.

    A value that the block has otherwise is none of that: it is among what it says. With a task its
    links and its end are gone anyway.
    """
    differing = {change.key for change in changes(planned, own.plan)}
    still = {change.key for change in changes(own.plan, today)}
    found = [
        change
        for change in changes(own.plan, planned)
        if change.key in still and (change.adds or change.key not in differing)
    ]
    gone = {change.key for change in found}
    return tuple(change for change in found if _task_of(change.key) not in gone)


def lacks_told(own: Own, planned: Plan, today: Plan, name: str) -> Iterator[Warned]:
    """What the block lacks of the plan of that name, each where it would stand."""
    found = lacking(own, planned, today)
    words = dict(words_of(planned))
    places = Places(own, planned)
    for change in found[:MOST]:
        said = words.get(change.key, change.key)
        more = f" ({change.then})" if change.kind != "added" else ""
        group = "group " if change.key.startswith("group:") else ""
        yield Warned(places.of(change.key), f"in {name}, not here: {group}{said}{more}")
    if found[MOST:]:
        yield Warned(places.top, f"in {name}, not here: {len(found) - MOST} more")


def _task_of(key: str) -> str:
    """The key of the task of which a link or an end is said; empty for all else."""
    kind, _, rest = key.partition(":")
    return f"task:{rest.partition(':')[0]}" if kind in ("done", "after", "enhances") else ""


class Places:
    """Where in the block something would stand that it lacks."""

    def __init__(self, own: Own, planned: Plan) -> None:
        self.top = Place(own.at.file, own.at.line, own.at.line)
        self.places = dict(own.places)
        self.groups = {key_of(task): f"group:{task.group}" for task in planned.tasks}
        self.owners: dict[str, Place] = {}
        for one in own.plan.ownership:
            if place := self.places.get(key_of(one)):
                self.owners.setdefault(one.session, place)

    def of(self, key: str) -> Place:
        """Where it stands, or what it belongs to; else where the block begins."""
        kind, _, rest = key.partition(":")
        name = rest.partition(":")[0]
        if kind == "owned" and name in self.owners:
            return self.owners[name]
        task = _task_of(key) or key
        near = (key, task, self.groups.get(task, ""))
        return next((self.places[one] for one in near if one in self.places), self.top)
