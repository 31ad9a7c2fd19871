"""Puts one more thing into a plan, and leaves it as it is where that would hang in the air.

Each is a function from plan to plan, so that what was agreed to is applied one by one.
"""

from collections.abc import Callable, Iterable
from typing import Any

from coord_tui.core.patterns import PatternError, parse
from coord_tui.core.plan import Group, Owned, Plan, Shared, Task
from coord_tui.core.plan_fields import merged_record
from coord_tui.core.plan_items import Value, key_of


def settle(name: str, value: Value, plan: Plan) -> Plan:
    """The plan with that field so."""
    return plan._replace(**{name: value})


def settle_field(name: str, field: str, value: Value, plan: Plan) -> Plan:
    """The plan with that field of one of its settings so."""
    return settle(name, getattr(plan, name)._replace(**{field: value}), plan)


def add(name: str, item: Value, plan: Plan) -> Plan:
    """The plan with one more item at the end of a list; of a session that it knows."""
    if isinstance(item, Owned):
        return _with_owned(plan, item) if plan.session(item.session) else plan
    if isinstance(item, Shared):
        item = _known_parts(plan, item)
    if isinstance(item, Group):
        item = item._replace(tasks=())
    return settle(name, (*getattr(plan, name), item._replace(line=0)), plan)


def replace(name: str, now: Value, then: Value, plan: Plan) -> Plan:
    """The plan with what `then` says put into the item `now`, or in its place if it is another."""
    if key_of(now) != key_of(then):
        if isinstance(then, Owned) and not plan.session(then.session):
            return plan
        for field in ("ownership", "shared"):
            kept = tuple(one for one in getattr(plan, field) if key_of(one) != key_of(now))
            plan = settle(field, kept, plan)
        return add(name, then, plan)
    if isinstance(then, Shared):
        then = _known_parts(plan, then)
    items = getattr(plan, name)
    place = next(n for n, one in enumerate(items) if one == now)
    return settle(name, (*items[:place], merged_record(now, then), *items[place + 1 :]), plan)


def _with_owned(plan: Plan, owned: Owned) -> Plan:
    """The ownership with one more pattern at the end of its session's."""
    items = plan.ownership
    places = (n for n in range(len(items), 0, -1) if items[n - 1].session == owned.session)
    place = next(places, len(items))
    return settle("ownership", (*items[:place], owned._replace(line=0), *items[place:]), plan)


def _known_parts(plan: Plan, shared: Shared) -> Shared:
    return shared._replace(
        sessions=tuple(part for part in shared.sessions if plan.session(part.session))
    )


def holders(plan: Plan) -> dict[object, Owned | Shared]:
    """What says who may edit files, by which files a pattern means."""
    both: Iterable[Owned | Shared] = (*plan.shared, *plan.ownership)
    return {meaning(one.path): one for one in both}


def meaning(path: str) -> object:
    """Which files a pattern means, however it is spelt."""
    try:
        return parse(path).meaning
    except PatternError:
        return path


def add_task(task: Task, plan: Plan) -> Plan:
    """The plan with the task at the end of its group, if it has that; links and end come apart."""
    bare = task._replace(after=(), enhances=(), done=False, dropped=False, line=0)
    return _into_group(plan, _known_owner(plan, bare))


def amend(now: Task, then: Task, plan: Plan) -> Plan:
    """The plan with what `then` says put into the task `now`, and that in its group."""
    groups = {group.id for group in plan.groups}
    target = then.group if then.group in groups else now.group
    task = merged_record(now, _known_owner(plan, then))
    if target == now.group:
        return _task(plan, now.id, lambda _: task)
    without = tuple(
        group._replace(tasks=tuple(one for one in group.tasks if one.id != now.id))
        for group in plan.groups
    )
    return _into_group(plan._replace(groups=without), task._replace(group=target, line=0))


def _known_owner(plan: Plan, task: Task) -> Task:
    return task if plan.session(task.owner) else task._replace(owner="")


def _into_group(plan: Plan, task: Task) -> Plan:
    return plan._replace(
        groups=tuple(
            group._replace(tasks=(*group.tasks, task)) if group.id == task.group else group
            for group in plan.groups
        )
    )


def set_done(then: Task, plan: Plan) -> Plan:
    """The plan with that task done or dropped as `then` is."""
    return _task(plan, then.id, lambda task: task._replace(done=then.done, dropped=then.dropped))


def add_link(task: str, name: str, target: str, plan: Plan) -> Plan:
    """The plan with one more task in `after` or `enhances` of a task, if it has both."""
    known = {one.id for one in plan.tasks}
    if name == "after":
        known |= {group.id for group in plan.groups}
    if target not in known:
        return plan

    def linked(one: Task) -> Task:
        links: dict[str, Any] = {name: (*getattr(one, name), target)}
        return one._replace(**links)

    return _task(plan, task, linked)


def _task(plan: Plan, id: str, change: Callable[[Task], Task]) -> Plan:
    """The plan with one task changed."""
    return plan._replace(
        groups=tuple(
            group._replace(tasks=tuple(change(one) if one.id == id else one for one in group.tasks))
            for group in plan.groups
        )
    )
