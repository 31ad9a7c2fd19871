"""Compares an export with a plan where nobody knows the channel that the export was made with.

A fresh clone that cannot reach the remote knows the plan only. What sessions did since (tasks done,
assigned, added) can then be neither right nor wrong in the export: it is taken from there.
"""

from coord_tui.core.exporting.as_planned import ADDED_TITLE
from coord_tui.core.plan import Group, Plan, Task


def as_known(plan: Plan, exported: Plan) -> Plan:
    """The plan with what the channel may have brought as the export says it."""
    tasks = {task.id: task for task in exported.tasks}
    ours = {task.id for task in plan.tasks}
    groups = {group.id: group for group in exported.groups}
    known = tuple(_group(group, groups.get(group.id), tasks, ours) for group in plan.groups)
    planned = {group.id for group in plan.groups}
    added = [g for g in exported.groups if g.title == ADDED_TITLE and g.id not in planned]
    names = {session.name for session in plan.sessions}
    joined = tuple(session for session in exported.sessions if session.name not in names)
    return plan._replace(sessions=(*plan.sessions, *joined), groups=(*known, *added))


def _group(group: Group, told: Group | None, tasks: dict[str, Task], ours: set[str]) -> Group:
    if told is None:
        return group
    added = tuple(task for task in told.tasks if task.id not in ours)
    own = tuple(_task(task, tasks.get(task.id)) for task in group.tasks)
    return group._replace(state=told.state, tasks=(*own, *added))


def _task(task: Task, told: Task | None) -> Task:
    if told is None:
        return task
    return task._replace(owner=told.owner, done=told.done, dropped=told.dropped)
