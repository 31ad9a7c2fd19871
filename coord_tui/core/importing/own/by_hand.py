"""Says what somebody changed by hand in an exported block: what it says besides, and what it lacks.

The lists of an export are complete, so what the plan says and the block does not was taken out of
it. What sessions did since is no edit: what the channel makes of the plan counts like the plan.
"""

from collections.abc import Container, Iterator, Sequence

from coord_tui.core.exporting.dependencies import edges, read_line
from coord_tui.core.exporting.loosely import alike
from coord_tui.core.importing.own.form import Own
from coord_tui.core.importing.own.words import words_of
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan import Plan
from coord_tui.core.plan_items import Value, key_of
from coord_tui.core.plan_merge import Change, changes

MOST = 20
"""So many things that a block lacks are told one by one."""


def brought(own: Own, planned: Plan, today: Plan) -> tuple[Change, ...]:
    """What the block says, and neither the plan nor the channel."""
    unsaid = {change.key for change in changes(today, own.plan)}
    said = (change for change in changes(planned, own.plan) if change.key in unsaid)
    said = (change for change in said if not _is_unset(own, change.key))
    return tuple(one for one in said if one.adds or not alike(one.now, one.then))


def unwritten(own: Own, planned: Plan, today: Plan) -> Iterator[Passage]:
    """The passages that say nothing of a plan, without what export itself drew for a plan.

    Who takes a task or a link out by hand leaves it in the drawing, which is made from them.
    """
    drawn = {*edges(planned), *edges(today)}
    for one in own.unread:
        if not (found := read_line(one.text)) or not drawn >= {*found}:
            yield one


def moved(own: Own, today: Plan) -> str:
    """The key of the first thing that stands in the block at another place than in the plan."""
    for mine, theirs in zip(_lists(own.plan), _lists(today), strict=True):
        here, there = ([key_of(one) for one in each] for each in (mine, theirs))
        have, want = ([*_among(each, {*other})] for each, other in ((here, there), (there, here)))
        for one, other in zip(have, want, strict=False):
            if one != other:
                return one
    return ""


def _lists(plan: Plan) -> tuple[Sequence[Value], ...]:
    """All that has an order in an export; what sessions own stands by session there."""
    owned = sorted(plan.ownership, key=lambda one: one.session)
    return (
        plan.sessions, owned, plan.shared, plan.rules, plan.groups, plan.tasks,
        plan.checks, plan.pins, plan.docs,
    )  # fmt: skip


def _among(keys: Sequence[str], known: Container[str]) -> Iterator[str]:
    return (key for key in keys if key in known)


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
        if change.key in still
        and (change.adds or change.key not in differing or _is_unset(own, change.key))
    ]
    gone = {change.key for change in found}
    return tuple(change for change in found if _task_of(change.key) not in gone)


def lacks_told(own: Own, planned: Plan, today: Plan, name: str) -> Iterator[Warned]:
    """What the block lacks of the plan of that name, each where it would stand."""
    found = lacking(own, planned, today)
    places = Places(own, planned)
    told = gone_words(planned, found[:MOST])
    for change, words in zip(found[:MOST], told, strict=True):
        yield Warned(places.of(change.key), f"in {name}, not here: {words}")
    if found[MOST:]:
        yield Warned(places.top, f"in {name}, not here: {len(found) - MOST} more")


def _is_unset(own: Own, key: str) -> bool:
    """Whether it is a setting of which the block says nothing, so that the usual one counts."""
    return key.startswith("setting:") and all(key != known for known, _ in own.places)


def gone_words(planned: Plan, found: Sequence[Change]) -> Iterator[str]:
    """Each thing that is lacking, in words: an item, or what is said of one."""
    words = dict(words_of(planned))
    for change in found:
        said = words.get(change.key, change.key)
        more = f" ({change.then})" if change.kind != "added" else ""
        group = "group " if change.key.startswith("group:") else ""
        yield f"{group}{said}{more}"


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
