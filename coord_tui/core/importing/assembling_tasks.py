"""Makes the groups of a plan with their tasks, from what several places say of them.

A group is current when a document says so, else the first one that is not done; tasks that stand in
no group get one of their own.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.free_names import FreeNames
from coord_tui.core.importing.assembling_links import Links, contradictions, resolve
from coord_tui.core.importing.collecting import Items
from coord_tui.core.importing.merging_tasks import disagreeing, merged, task_of
from coord_tui.core.importing.names import Names, folded, word
from coord_tui.core.importing.reading import Warned
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidLink, SaidTask
from coord_tui.core.plan import Group, Task
from coord_tui.core.plan_reader import with_ids

ALONE = "Tasks"
"""The title of the group of those that stand in none."""


def assemble_groups(
    said: Sequence[Said], names: Names, sessions: set[str], items: Items
) -> tuple[tuple[Group, ...], tuple[Warned, ...]]:
    """The groups with their tasks, and what about them cannot be."""
    groups = _Groups([each for each in said if isinstance(each, SaidGroup)], items)
    for saying in merged([each for each in said if isinstance(each, SaidTask)]):
        groups.add(saying, names, sessions)
    found = groups.assembled()
    saying_of = {
        task.id: groups.saying(group, at) for group in found for at, task in enumerate(group.tasks)
    }
    titles = {id: tuple(each.title for each in saying) for id, saying in saying_of.items()}
    links, warnings = resolve(
        found, titles, [each for each in said if isinstance(each, SaidLink)], items
    )
    taken = tuple(
        group._replace(tasks=tuple(_taken(group, saying_of, links, items))) for group in found
    )
    for id, saying in saying_of.items():
        warnings += disagreeing(id, saying)
    warnings += contradictions(taken, {id: saying[0].at for id, saying in saying_of.items()})
    return _with_states(taken, groups), tuple(warnings)


class _Groups:
    """The groups in the order in which they are named, and the tasks in them."""

    def __init__(self, said: Sequence[SaidGroup], items: Items) -> None:
        self.items = items
        self.said: dict[str, list[SaidGroup]] = {}
        self.numbers: dict[str, str] = {}
        self.tasks: dict[str, list[tuple[Task, list[SaidTask]]]] = {}
        self.titles: dict[str, str] = {}
        self.headings: set[str] = set()
        """The groups that are no rounds, but what their tasks stand under."""
        for each in said:
            self._name(each)

    def add(self, saying: list[SaidTask], names: Names, sessions: set[str]) -> None:
        """A task, into the group that is named first."""
        group = _group_of(saying)
        key = self._key(group.title)
        if key not in self.said:
            self._name(group)
            if not any(each.group for each in saying):
                self.headings.add(key)
        self.tasks.setdefault(key, []).append((task_of(saying, names, sessions), saying))

    def assembled(self) -> tuple[Group, ...]:
        """The groups that have tasks or were named, with ids that nothing else has."""
        free = FreeNames(task.id for tasks in self.tasks.values() for task, _ in tasks)
        found: list[Group] = []
        for key, saying in self._in_order():
            # also one that is left has its name: the next keeps its own
            id = free.of(saying[0].id or group_id(saying[0].title))
            if not self.items.take(f"group:{id}", saying[0].title, saying):
                continue
            tasks = tuple(task for task, _ in self.tasks.get(key, ()))
            note = next((each.note for each in saying if each.note), "")
            self.titles[id] = key
            found.append(Group(id, saying[0].title, note=note, tasks=tasks))
        return _with_own_ids(found)

    def _in_order(self) -> list[tuple[str, list[SaidGroup]]]:
        """The rounds in the order of what stands in them, then other headings with tasks."""
        first = {key: self._first(key) for key in self.said}
        files = dict.fromkeys(place.file for place in first.values())
        order = {file: position for position, file in enumerate(files)}
        rounds = [key for key in self.said if key not in self.headings]
        keys = sorted(rounds, key=lambda key: (order[first[key].file], first[key].line))
        keys += sorted(self.headings, key=lambda key: (order[first[key].file], first[key].line))
        return [(key, self.said[key]) for key in keys]

    def _first(self, key: str) -> Place:
        """Where the first task of a group stands; of one without tasks, where it is named."""
        tasks = self.tasks.get(key)
        return tasks[0][1][0].at if tasks else self.said[key][0].at

    def stated(self, group: Group) -> str:
        """The state that documents give a group, when they agree on one."""
        states = {each.state for each in self.said[self.titles[group.id]] if each.state}
        return states.pop() if len(states) == 1 else ""

    def saying(self, group: Group, position: int) -> list[SaidTask]:
        """What is said of one task of a group."""
        return self.tasks[self.titles[group.id]][position][1]

    def _name(self, said: SaidGroup) -> None:
        key = self._key(said.title)
        self.said.setdefault(key, []).append(said)
        if said.id:
            self.numbers.setdefault(folded(said.id), key)
        if number := _NUMBERED.match(said.title):
            self.numbers.setdefault(folded(number[0]), key)

    def _key(self, title: str) -> str:
        """What two titles of one group have in common: `Phase 1` is `Phase 1: Foundation`."""
        key = folded(title) or title
        return key if key in self.said else self.numbers.get(key, key)


def _group_of(saying: Sequence[SaidTask]) -> SaidGroup:
    """The group of a task: the one that is said, else the heading that it stands under."""
    if named := next((each for each in saying if each.group), None):
        return SaidGroup(named.at, named.group, sure="likely")
    alone = SaidGroup(saying[0].at, ALONE, sure="likely")
    return next((each.under for each in saying if each.under), alone)


_NUMBERED = re.compile(r"[^\W\d_]+\s+\d+(?:\.\d+)*[a-z]?\b")


def group_id(title: str) -> str:
    """The groups, each task with an id; one that is taken already gives way."""
    numbered = _NUMBERED.search(title)
    return word(numbered[0] if numbered else " ".join(title.split()[:4])) or "group"


def _with_own_ids(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups, each task with an id; one that is made and taken already gets another."""
    own = (task.id for group in groups for task in group.tasks if task.id)
    free = FreeNames((*(group.id for group in groups), *own))
    numbered = with_ids(tuple(groups))
    found: list[Group] = []
    for group, made in zip(groups, numbered, strict=True):
        tasks: list[Task] = []
        for task, with_id in zip(group.tasks, made.tasks, strict=True):
            tasks.append(with_id._replace(id=task.id or free.of(with_id.id)))
        found.append(made._replace(tasks=tuple(tasks)))
    return tuple(found)


def _taken(
    group: Group, saying_of: dict[str, list[SaidTask]], links: Links, items: Items
) -> Iterator[Task]:
    """The tasks of a group that are not left, with their links."""
    for task in group.tasks:
        saying = saying_of[task.id]
        if not _take(task, saying, items):
            continue
        done = task.done
        if done:
            finishing = [each for each in saying if each.status == "done"]
            how = f" in {done}" if done is not True else ""
            if not items.take(f"done:{task.id}", f"{task.id} is done{how}", finishing):
                done = False
        after = tuple(dict.fromkeys(links.get((task.id, "after"), ())))
        enhances = tuple(dict.fromkeys(links.get((task.id, "enhances"), ())))
        yield task._replace(done=done, after=after, enhances=enhances)


def _take(task: Task, saying: Sequence[SaidTask], items: Items) -> bool:
    """Note a task, first the places where its title stands; whether it is taken."""
    titled = [each for each in saying if each.title]
    key, text = f"task:{task.id}", f"{task.id} {task.title}"
    taken = items.take(key, text, titled or saying)
    rest = [each for each in saying if not each.title]
    return items.take(key, text, rest) if titled and rest else taken


def _with_states(groups: Sequence[Group], found: _Groups) -> tuple[Group, ...]:
    """The groups, each with the state that a document gives it or that its tasks show."""
    stated = {group.id: found.stated(group) for group in groups}
    current = next((id for id, state in stated.items() if state == "current"), "")
    states: list[Group] = []
    for group in groups:
        finished = group.tasks and all(task.done or task.dropped for task in group.tasks)
        if finished or stated[group.id] == "done":
            states.append(group._replace(state="done"))
        elif group.id == current or not (current or stated[group.id] == "later"):
            current = group.id
            states.append(group._replace(state="current"))
        else:
            states.append(group._replace(state="later"))
    return tuple(states)
