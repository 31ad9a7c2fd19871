"""Folds what the channel knows back into the plan, so that an export tells what is so today.

A channel that says nothing leaves the plan as it is. What passes (claims, reservations, requests)
stays out: an export is for reading tomorrow.
"""

import re

from coord_tui.core.board import Board, TaskEntry
from coord_tui.core.free_names import FreeNames
from coord_tui.core.plan import Group, Plan, Task

ADDED, ADDED_TITLE = "added", "Added since"
"""The group for tasks that were added without one."""
SHORT = 10
"""Digits of a commit; as many as keep it apart in a large repository."""


def as_planned(board: Board) -> Plan:
    """The plan with its tasks as they are: done, opened again, assigned, added; and who joined."""
    plan = board.plan
    names = {session.name for session in plan.sessions}
    joined = (one.session for one in board.sessions if one.session.name not in names)
    groups = tuple(_group(group, board) for group in plan.groups)
    without = tuple(_task(entry) for entry in board.of_group(""))
    if without:
        groups = (*groups, _added(without, plan))
    return plan._replace(sessions=(*plan.sessions, *joined), groups=_moved_on(groups, plan.groups))


def _group(group: Group, board: Board) -> Group:
    return group._replace(tasks=tuple(_task(entry) for entry in board.of_group(group.id)))


def _added(tasks: tuple[Task, ...], plan: Plan) -> Group:
    taken = (*(group.id for group in plan.groups), *(task.id for task in (*plan.tasks, *tasks)))
    id = FreeNames(taken).of(ADDED)
    inside = tuple(task._replace(group=id) for task in tasks)
    return Group(id, ADDED_TITLE, tasks=inside)


def _task(entry: TaskEntry) -> Task:
    task = entry.task
    done = entry.status == "done"
    commit = entry.commit if entry.commit == task.done else _short(entry.commit)
    dropped = task.dropped if entry.status in ("done", "dropped") else False
    return task._replace(
        owner=entry.owner, done=(commit or True) if done else False, dropped=dropped
    )


def _short(commit: str) -> str:
    """A commit as people write it; what is none stays as it is."""
    return commit[:SHORT] if re.fullmatch("[0-9a-f]{40,64}", commit) else commit


def _moved_on(groups: tuple[Group, ...], planned: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups with their states: one whose last task was finished since the plan is done.

    When none is current then, the next that is not done is.
    """
    told = {group.id: group for group in planned}
    moved = [
        group._replace(state="done") if _finished(group, told.get(group.id)) else group
        for group in groups
    ]
    if any(group.state == "current" for group in moved) or tuple(moved) == groups:
        return tuple(moved)
    after = next((place for place, group in enumerate(moved) if group.state != "done"), None)
    if after is not None:
        moved[after] = moved[after]._replace(state="current")
    return tuple(moved)


def _finished(group: Group, planned: Group | None) -> bool:
    """Whether the channel, not the plan, says that nothing of a current group is left to do."""
    over = all(task.done is not False or task.dropped is not False for task in group.tasks)
    changed = planned is not None and group != planned
    return group.state == "current" and bool(group.tasks) and over and changed
