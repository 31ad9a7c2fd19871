"""Puts tasks that a plan takes in where the other plan has them: between the same neighbours.

A task that has its id by its place keeps that place, so nothing new comes before such a one.
"""

from collections.abc import Container, Iterator, Sequence

from coord_tui.core.plan import Group, Plan, Task
from coord_tui.core.plan_tree import made_ids


def in_order(groups: tuple[Group, ...], old: Plan, like: Plan) -> tuple[Group, ...]:
    """The groups, each with what `old` does not have in it where `like` has it.

    Args:
        groups: those of `old` and others, the new tasks of each behind its old ones.
        old: what was there before.
        like: what says where new tasks stand; what it does not say stays last.
    """
    there = {group.id: {task.id for task in group.tasks} for group in old.groups}
    orders = {group.id: [task.id for task in group.tasks] for group in like.groups}
    fixed = made_ids(Plan(groups=groups))
    return tuple(
        group._replace(tasks=_placed(group.tasks, there[group.id], orders[group.id], fixed))
        if group.id in there and group.id in orders
        else group
        for group in groups
    )


def _placed(
    tasks: tuple[Task, ...], known: Container[str], order: Sequence[str], fixed: Container[str]
) -> tuple[Task, ...]:
    """The tasks of a group, the new ones where they stand in that order."""
    new = {task.id: task for task in tasks if task.id not in known and task.id not in fixed}
    if not new:
        return tasks
    stay = [task for task in tasks if task.id not in new]
    floor = max((n for n, task in enumerate(stay, 1) if task.id in fixed), default=0)
    places = {task.id: n for n, task in enumerate(stay)}
    inserted: dict[int, list[Task]] = {}
    for id, place in _places(order, places, len(stay)):
        if id in new:
            inserted.setdefault(max(place, floor), []).append(new.pop(id))
    inserted.setdefault(len(stay), []).extend(new.values())
    found = [[*inserted.get(n, ()), task] for n, task in enumerate(stay)]
    return tuple(task for part in (*found, inserted[len(stay)]) for task in part)


def _places(order: Sequence[str], places: dict[str, int], size: int) -> Iterator[tuple[str, int]]:
    """Before which of the tasks that stay each of the order goes.

    That is behind the one that precedes it there; what none precedes goes before the next one.
    """
    place = next((places[id] for id in order if id in places), size)
    for id in order:
        if id in places:
            place = places[id] + 1
        else:
            yield id, place
