"""Says a second plan in the words of the first: who and what is the same in both gets one name.

Two plans of one project spell things in their own ways: `Senior` and `senior`, a task known by its
id or only by its title. What is the same is found by name, else by title, command, email or handle:
two tasks to both of which people gave ids are never one. A task whose id means another one there
gets a free id.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from coord_tui.core.free_names import FreeNames
from coord_tui.core.plan import Group, Owned, Part, Plan, Session, Shared, Task
from coord_tui.core.plan_fields import folded
from coord_tui.core.plan_items import after_key, done_key, enhances_key, key_of
from coord_tui.core.plan_persons import in_words_of, same_persons
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_titles import folded_title
from coord_tui.core.plan_tree import made_ids

UNGROUPED = "tasks"
"""The group of tasks of which a document does not say where they stand."""
Held = TypeVar("Held", Owned, Part)


class Aligned(NamedTuple):
    """The second plan in the words of the first."""

    plan: Plan
    keys: Mapping[str, str]
    """By the key of an item, the key that it had before; only where they differ."""
    ids: Mapping[str, str]
    """By the id that a task has by its place only, the id that the second plan gives it."""


def aligned(new: Plan, old: Plan) -> Aligned:
    """`new` with the names that `old` has for the same things."""
    groups = _same_groups(new, old)
    renamed = _named_as(old, new, groups)
    ids = _same_tasks(renamed, old)
    found = renamed._replace(groups=tuple(_linked(one, ids, groups) for one in renamed.groups))
    by_place = made_ids(old)
    own = {id: each for each, id in ids.items() if id in by_place and each not in made_ids(new)}
    return Aligned(found, _keys(new, found), {id: each for id, each in own.items() if id != each})


def _named_as(old: Plan, new: Plan, groups: Mapping[str, str]) -> Plan:
    """The new plan with the old one's names of sessions, groups and checks."""
    names = _same_sessions(new, old)
    checks = {check.run: check.name for check in old.checks}
    return new._replace(
        sessions=tuple(_session(one, names[one.name], old) for one in new.sessions),
        ownership=tuple(_held_by(names, one) for one in new.ownership),
        shared=tuple(_parts_by(names, one) for one in new.shared),
        checks=tuple(one._replace(name=checks.get(one.run, one.name)) for one in new.checks),
        groups=tuple(_group(group, groups[group.id], names) for group in new.groups),
    )


def _session(one: Session, name: str, old: Plan) -> Session:
    known = old.session(name)
    return in_words_of(one, known) if known else one._replace(name=name)


def _held_by(names: Mapping[str, str], one: Held) -> Held:
    return one._replace(session=names.get(one.session, one.session))


def _parts_by(names: Mapping[str, str], one: Shared) -> Shared:
    parts: dict[str, Part] = {}
    for part in (_held_by(names, each) for each in one.sessions):
        parts.setdefault(part.session, part)
    return one._replace(sessions=tuple(parts.values()))


def _same_sessions(new: Plan, old: Plan) -> dict[str, str]:
    names = {one.name for one in old.sessions}
    spelt = {folded(name): name for name in names}
    surely = same_persons(new, old)
    by_name = _claimed(
        (one.name, one.name if one.name in names else spelt.get(folded(one.name), one.name))
        for one in new.sessions
        if one.name not in surely
    )
    return by_name | surely


def _same_groups(new: Plan, old: Plan) -> dict[str, str]:
    """By id, else by title; a group of the old plan stands for one of the new at most."""
    ids = {group.id for group in old.groups}
    free = {folded_title(group.title): group.id for group in old.groups if group.title}
    return _claimed(
        (group.id, group.id if group.id in ids else free.get(folded_title(group.title), group.id))
        for group in new.groups
    )


def _claimed(same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names that are meant, each by one only."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name, meant in same:
        found[name] = name if meant in taken else meant
        taken.add(found[name])
    return found


def _group(group: Group, id: str, sessions: Mapping[str, str]) -> Group:
    tasks = tuple(
        task._replace(group=id, owner=sessions.get(task.owner, task.owner)) for task in group.tasks
    )
    return group._replace(id=id, tasks=tasks)


def _same_tasks(new: Plan, old: Plan) -> dict[str, str]:
    """The id of each task of the new plan in the old one, or one that is free there."""
    made = made_ids(new)
    known = {task.id: task for task in old.tasks}
    by_title = _Titles(new, old)
    found: dict[str, str] = {}
    claimed: set[str] = set()
    tests: tuple[Callable[[Task], str], ...] = (
        lambda task: "" if task.id in made else task.id,
        by_title.in_its_group,
        by_title.anywhere,
        lambda task: task.id if _reworded(task, known.get(task.id)) else "",
    )
    for same in tests:
        for task in new.tasks:
            id = same(task) if task.id not in found else ""
            if id in known and id not in claimed:
                found[task.id] = id
                claimed.add(id)
    others = [task for task in new.tasks if task.id not in found]
    return found | _free_ids(others, made, old, FreeNames(known))


class _Titles:
    """Finds a task of the old plan by its title, where one of both has no id that people gave."""

    def __init__(self, new: Plan, old: Plan) -> None:
        self.made = made_ids(new)
        self.by_place = made_ids(old)
        self.groups = {group.id for group in old.groups}
        self.said = Counter(folded_title(task.title) for task in new.tasks)
        self.there: dict[str, list[Task]] = {}
        self.grouped: dict[tuple[str, str], list[str]] = {}
        for task in old.tasks:
            title = folded_title(task.title)
            self.there.setdefault(title, []).append(task)
            self.grouped.setdefault((task.group, title), []).append(task.id)

    def in_its_group(self, task: Task) -> str:
        """The first task of the same title in the same group."""
        ids = self.grouped.get((task.group, folded_title(task.title)), ())
        may_be = (id for id in ids[:1] if task.id in self.made or id in self.by_place)
        return next(may_be, "")

    def anywhere(self, task: Task) -> str:
        """The only task of that title, when the new plan says nowhere in which group it is."""
        title = folded_title(task.title)
        there = self.there.get(title, ())
        loose = task.group == UNGROUPED and task.group not in self.groups and task.id in self.made
        return there[0].id if loose and self.said[title] == len(there) == 1 else ""


def _reworded(task: Task, now: Task | None) -> bool:
    """Whether a task at the same place of the same group has mostly the same words."""
    if now is None or now.group != task.group:
        return False
    one, other = (set(folded_title(each.title).split()) for each in (task, now))
    return 2 * len(one & other) >= max(len(one), len(other))


def _free_ids(
    tasks: list[Task], made: Mapping[str, str], old: Plan, free: FreeNames
) -> dict[str, str]:
    """Ids for tasks that the old plan lacks; without one of their own, by the place they get."""
    found: dict[str, str] = {}
    probe = with_ids(tuple(group._replace(tasks=(Task(""),)) for group in old.groups))
    prefixes = {group.id: group.tasks[0].id.removesuffix("1") for group in probe}
    sizes = {group.id: len(group.tasks) for group in old.groups}
    for task in tasks:
        wanted = task.id
        if task.group in sizes:
            sizes[task.group] += 1
            if task.id in made:
                wanted = f"{prefixes[task.group]}{sizes[task.group]}"
        found[task.id] = free.of(wanted)
    return found


def _linked(group: Group, ids: Mapping[str, str], groups: Mapping[str, str]) -> Group:
    names = {**groups, **ids}
    return group._replace(
        tasks=tuple(
            task._replace(
                id=ids[task.id],
                after=tuple(names.get(name, name) for name in task.after),
                enhances=tuple(ids.get(name, name) for name in task.enhances),
            )
            for task in group.tasks
        )
    )


def _keys(before: Plan, after: Plan) -> dict[str, str]:
    """The keys that changed, from the new ones to those before."""
    pairs: list[tuple[str, str]] = []
    for field in ("sessions", "ownership", "checks", "groups", "tasks"):
        ones, others = getattr(after, field), getattr(before, field)
        pairs += [(key_of(one), key_of(other)) for one, other in zip(ones, others, strict=True)]
    for one, other in zip(after.tasks, before.tasks, strict=True):
        pairs.append((done_key(one.id), done_key(other.id)))
        for a, b in zip(one.after, other.after, strict=True):
            pairs.append((after_key(one.id, a), after_key(other.id, b)))
        for a, b in zip(one.enhances, other.enhances, strict=True):
            pairs.append((enhances_key(one.id, a), enhances_key(other.id, b)))
    return {now: then for now, then in pairs if now != then}
