"""Finds which tasks the links of documents join, and what in them cannot be.

A link whose names are no tasks is told, not kept. Tasks that wait for each other in a circle would
make the plan useless: the link that closes the circle is left out, and that is told too.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from coord_tui.core.importing.collecting import Items
from coord_tui.core.importing.named_by_words import Titles
from coord_tui.core.importing.reading import Warned
from coord_tui.core.importing.statements import Place, SaidLink
from coord_tui.core.importing.task_ids import ALL, Known, TaskIds
from coord_tui.core.plan import Group, Task

Links = dict[tuple[str, str], list[str]]
"""By task and kind (`after`, `enhances`) what it is linked to."""
_PASSES = 4
_MOST = 50_000
"""As many dependencies are followed: `all` in each of thousands of rows would be millions."""
_LONGEST_NAME = 3
"""Longer names that mean no task are prose, which stays in the details."""


def resolve(
    groups: Sequence[Group],
    also: Mapping[str, tuple[str, ...]],
    said: Sequence[SaidLink],
    items: Items,
) -> tuple[Links, list[Warned]]:
    """The links between the tasks of these groups; `also` gives other titles of a task."""
    tasks = [task for group in groups for task in group.tasks]
    ids = TaskIds(
        [Known(task.id, task.title, also.get(task.id, ())) for task in tasks],
        [Known(group.id, group.title) for group in groups],
    )
    inside = {group.id: {task.id for task in group.tasks} for group in groups}
    joining = _Joining(ids, inside)
    titles = Titles([(task.id, task.title) for task in tasks])
    for each in said:
        joining.join(_by_words(each, ids, titles))
    return _taken(joining.found, inside, items, joining.warnings), joining.warnings


def _by_words(link: SaidLink, ids: TaskIds, titles: Titles) -> SaidLink:
    """The link, its target found by a few words of a title where it is no name of a task."""
    tasks = ids.of(link.task) if link.target != ALL and not ids.of(link.target) else ()
    found = titles.named(link.target, tasks[0]) if len(tasks) == 1 else ""
    return link._replace(target=found, sure="likely", why=_WHY_WORDS) if found else link


_WHY_WORDS = "named by words of its title"


class _Joining:
    """The tasks that each link joins, as far as there are not too many."""

    def __init__(self, ids: TaskIds, inside: Mapping[str, set[str]]) -> None:
        self.ids, self.inside = ids, inside
        self.found: dict[tuple[str, str, str], list[SaidLink]] = {}
        self.warnings: list[Warned] = []
        self.left = _MOST

    def join(self, link: SaidLink) -> None:
        """Take one link, or say why not."""
        if not self.left and ALL in (link.task, link.target):
            self.warnings.append(_too_many(link))
            return
        sources, targets, missing = _ends(link, self.ids, self.inside)
        if missing and link.sure != "likely" and len(missing.split()) <= _LONGEST_NAME:
            words = f"{missing!r} is no task that these documents name"
            self.warnings.append(Warned(link.at, words))
        self.left -= len(sources) * len(targets)
        if self.left < 0:
            self.warnings.append(_too_many(link))
            self.left = 0
            return
        for source, target in product(sources, targets):
            if source != target and source not in self.inside.get(target, ()):
                self.found.setdefault((source, link.kind, target), []).append(link)


def _too_many(link: SaidLink) -> Warned:
    return Warned(link.at, f"too many dependencies: {link.target!r} is left out")


def _ends(
    link: SaidLink, ids: TaskIds, inside: Mapping[str, set[str]]
) -> tuple[Sequence[str], Sequence[str], str]:
    """The tasks that wait, the tasks and groups they wait for, and the name that means nothing."""
    sources = () if link.task == ALL else ids.of(link.task)
    targets = () if link.target == ALL else ids.of(link.target)
    if link.task == ALL:
        sources = tuple(each for target in targets for each in ids.others(target))
    if link.target == ALL:
        targets = tuple(dict.fromkeys(each for source in sources for each in ids.before(source)))
    missing = "" if sources or link.task == ALL else link.task
    missing = missing or ("" if targets or link.target == ALL else link.target)
    waiting = [task for source in sources for task in sorted(inside.get(source, {source}))]
    return waiting, targets, missing


def _taken(
    found: Mapping[tuple[str, str, str], list[SaidLink]], inside: Mapping[str, set[str]],
    items: Items, warnings: list[Warned],
) -> Links:  # fmt: skip
    """The links without those that close a circle and those that are left."""
    closing = _all_closing([(s, t) for s, kind, t in found if kind == "after"], inside)
    links: Links = {}
    for (source, kind, target), saying in found.items():
        if kind == "after" and (source, target) in closing:
            text = f"{source} waits for {target}, which waits for {source}: left out"
            warnings.append(Warned(saying[0].at, text))
        elif items.take(f"{kind}:{source}:{target}", f"{source} {kind} {target}", saying):
            links.setdefault((source, kind), []).append(target)
    return links


def _all_closing(
    links: Sequence[tuple[str, str]], inside: Mapping[str, set[str]]
) -> set[tuple[str, str]]:
    """The links without which no task waits for itself.

    Leaving one out that leads into a group may not be enough, as others lead there: so it is looked
    again, and in the end no link into a group is kept that closes a circle.
    """
    closing: set[tuple[str, str]] = set()
    for _ in range(_PASSES):
        after: dict[str, list[str]] = {}
        for source, target in links:
            if (source, target) not in closing:
                after.setdefault(source, []).append(target)
        more = set(_closing(after, inside))
        if not more:
            return closing
        closing |= more
    return closing | {(source, target) for source, target in links if target in inside}


def _closing(
    after: Mapping[str, Sequence[str]], inside: Mapping[str, set[str]]
) -> Iterator[tuple[str, str]]:
    """The links that close a circle, each as a task and what it waits for."""
    followed: dict[str, list[str]] = {**{k: list(v) for k, v in after.items()}}
    for group, tasks in inside.items():
        followed[group] = sorted(tasks)
    state: dict[str, int] = {}
    for start in after:
        if start in state:
            continue
        state[start] = 1
        path = [(start, iter(followed.get(start, ())))]
        while path:
            node, following = path[-1]
            other = next(following, None)
            if other is None:
                state[node] = 2
                path.pop()
            elif state.get(other) == 1:
                yield (node, other) if node not in inside else _into(path, node)
            elif other not in state:
                state[other] = 1
                path.append((other, iter(followed.get(other, ()))))


def _into(path: Sequence[tuple[str, Iterator[str]]], group: str) -> tuple[str, str]:
    """The link by which a walk came into a group that holds a task of the walk."""
    nodes = [node for node, _ in path]
    return nodes[nodes.index(group) - 1], group


def contradictions(groups: Sequence[Group], at: Mapping[str, Place]) -> Iterator[Warned]:
    """Tasks that are said to be done although something they wait for is not."""
    tasks: dict[str, Task] = {task.id: task for group in groups for task in group.tasks}
    for task in tasks.values():
        if not task.done or task.id not in at:
            continue
        waiting = [
            id
            for id in task.after
            if (other := tasks.get(id)) and not (other.done or other.dropped)
        ]
        if waiting:
            are = "is" if len(waiting) == 1 else "are"
            words = f"{task.id} is done, but {' and '.join(waiting)} before it {are} not"
            yield Warned(at[task.id], words)
