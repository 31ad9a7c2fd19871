"""A plan in the making: puts one more thing into it, and leaves out what would hang in the air.

Each thing takes its own time only, however long the plan is; the plan is built once, at the end.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from coord_tui.core.patterns import PatternError, parse
from coord_tui.core.plan import Group, Owned, Plan, Session, Shared, Task
from coord_tui.core.plan_fields import merged_record
from coord_tui.core.plan_items import Value, key_of
from coord_tui.core.plan_order import in_order
from coord_tui.core.verdicts import NOBODY

LISTS = ("sessions", "ownership", "shared", "rules", "groups", "checks", "pins", "docs")


class Draft:
    """A plan to which what was agreed to is applied one by one."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.fields: dict[str, Value] = {}
        self.lists = {name: _Items(getattr(plan, name)) for name in LISTS}
        self.names = {session.name for session in plan.sessions}
        self.owned: dict[str, list[Owned]] = {}
        """What sessions own besides, by their names."""
        self.groups: dict[str, int] = {}
        self.tasks: list[list[Task | None]] = []
        self.places: dict[str, list[tuple[int, int]]] = {}
        """Where the tasks of an id stand."""
        self.renamed: dict[str, str] = {}
        for group in plan.groups:
            self._group(group)

    def built(self, like: Plan | None = None) -> Plan:
        """The plan with all of it; new tasks stand where `like` has them, if that is given."""
        found: dict[str, Any] = {name: tuple(self.lists[name].left()) for name in LISTS}
        found["ownership"] = tuple(self._ownership(found["ownership"]))
        tasks = [tuple(one for one in ones if one is not None) for ones in self.tasks]
        groups = tuple(
            group._replace(tasks=ones) for group, ones in zip(found["groups"], tasks, strict=True)
        )
        groups = in_order(groups, self.plan, like) if like else groups
        found["groups"] = self._all_named(groups) if self.renamed else groups
        return self.plan._replace(**found | self.fields)

    def settle(self, name: str, value: Value) -> None:
        """Let a field be so."""
        self.fields[name] = value

    def settle_field(self, name: str, field: str, value: Value) -> None:
        """Let a field of one of the settings be so."""
        now = self.fields.get(name, getattr(self.plan, name))
        self.fields[name] = now._replace(**{field: value})

    def add(self, name: str, item: Value) -> None:
        """Put an item at the end of a list; only of a session that the plan knows."""
        item = item._replace(line=0)
        if isinstance(item, Owned):
            if self._knows(item.session):
                self.owned.setdefault(item.session, []).append(item)
            return
        if isinstance(item, Session):
            self.names.add(item.name)
        elif isinstance(item, Shared):
            item = self._known_parts(item)
        elif isinstance(item, Group):
            item = item._replace(tasks=())
            self._group(item)
        self.lists[name].add(item)

    def replace(self, name: str, now: Value, then: Value) -> None:
        """Put what `then` says into the item `now`, or in its place if it is another."""
        if key_of(now) == key_of(then):
            then = self._known_parts(then) if isinstance(then, Shared) else then
            self.lists[name].put(now, merged_record(now, then))
        elif not isinstance(then, Owned) or self._knows(then.session):
            for field in ("ownership", "shared"):
                self.lists[field].remove(key_of(now))
            self.add(name, then)

    def add_task(self, task: Task) -> None:
        """Put a task into its group, if the plan has that; links and end come apart."""
        bare = task._replace(after=(), enhances=(), done=False, dropped=False, line=0)
        self._into_group(self._known_owner(bare))

    def amend(self, now: Task, then: Task, name: str = "") -> None:
        """Put what `then` says into the task `now`, and that into its group; `name` is a new id."""
        target = then.group if then.group in self.groups else now.group
        task = merged_record(now, self._known_owner(then))
        if name:
            self.renamed[now.id] = name
        if target == now.group:
            self._put(now.id, task)
            return
        for place, at in self.places.pop(now.id):
            self.tasks[place][at] = None
        self._into_group(task._replace(group=target, line=0))

    def set_done(self, then: Task) -> None:
        """Let that task be done or dropped as `then` is."""
        for task in self._all(then.id):
            self._put(then.id, task._replace(done=then.done, dropped=then.dropped))

    def add_link(self, id: str, name: str, target: str) -> None:
        """Put one more task into `after` or `enhances` of a task, if the plan has both."""
        if target not in self.places and not (name == "after" and target in self.groups):
            return
        for task in self._all(id):
            links: dict[str, Any] = {name: (*getattr(task, name), target)}
            self._put(id, task._replace(**links))

    def _group(self, group: Group) -> None:
        """Take up a group with its tasks."""
        place = len(self.tasks)
        self.groups.setdefault(group.id, place)
        self.tasks.append(list(group.tasks))
        for at, task in enumerate(group.tasks):
            self.places.setdefault(task.id, []).append((place, at))

    def _into_group(self, task: Task) -> None:
        place = self.groups.get(task.group)
        if place is not None:
            self.places.setdefault(task.id, []).append((place, len(self.tasks[place])))
            self.tasks[place].append(task)

    def _all(self, id: str) -> Iterator[Task]:
        """The task of that id, if there is one."""
        for place, at in self.places.get(id, ())[:1]:
            task = self.tasks[place][at]
            if task is not None:
                yield task

    def _put(self, id: str, task: Task) -> None:
        place, at = self.places[id][0]
        self.tasks[place][at] = task

    def _all_named(self, groups: Iterable[Group]) -> tuple[Group, ...]:
        return tuple(one._replace(tasks=tuple(map(self._named, one.tasks))) for one in groups)

    def _named(self, task: Task) -> Task:
        """The task with its new id, and with those of what it names."""
        names = self.renamed
        return task._replace(
            id=names.get(task.id, task.id),
            after=tuple(names.get(name, name) for name in task.after),
            enhances=tuple(names.get(name, name) for name in task.enhances),
        )

    def _knows(self, owner: str) -> bool:
        return owner in self.names or owner == NOBODY

    def _known_owner(self, task: Task) -> Task:
        return task if task.owner in self.names else task._replace(owner="")

    def _known_parts(self, shared: Shared) -> Shared:
        parts = (part for part in shared.sessions if part.session in self.names)
        return shared._replace(sessions=tuple(parts))

    def _ownership(self, items: Iterable[Owned]) -> Iterator[Owned]:
        """What is owned, what is new behind the last of the same session."""
        items = tuple(items)
        last = {one.session: place for place, one in enumerate(items)}
        for place, one in enumerate(items):
            yield one
            if last[one.session] == place:
                yield from self.owned.get(one.session, ())
        for session, more in self.owned.items():
            yield from more if session not in last else ()


class _Items:
    """A list in which an item is found by its key; what is taken out leaves the rest in place."""

    def __init__(self, items: Iterable[Value]) -> None:
        self.items: list[Value] = []
        self.places: dict[str, list[int]] = {}
        for one in items:
            self.add(one)

    def left(self) -> Iterator[Value]:
        """What is in it."""
        return (one for one in self.items if one is not None)

    def add(self, item: Value) -> None:
        """Put an item at the end."""
        self.places.setdefault(key_of(item), []).append(len(self.items))
        self.items.append(item)

    def put(self, now: Value, then: Value) -> None:
        """Put an item in place of another that has its key."""
        for place in self.places.get(key_of(now), ()):  # none: another has its place already
            if self.items[place] == now:
                self.items[place] = then
                return

    def remove(self, key: str) -> None:
        """Take out what has that key."""
        for place in self.places.pop(key, ()):
            self.items[place] = None


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
