"""Takes out of a plan what contradicts the rest, so that the program can use what documents say.

People's documents give one file to two sessions, wait in circles, speak of tasks that they do not
have. Of two that contradict each other the first stays; what goes is named, never lost in silence.
"""

from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.lint import lint
from coord_tui.core.plan import Check, Document, Group, Owned, Plan, Shared, Task
from coord_tui.core.plan_items import after_key, enhances_key, key_of
from coord_tui.core.plan_problems import Finding, joined
from coord_tui.core.plan_utf8 import writable

ROUNDS = 50
"""What is taken out can make room for the next contradiction; no document needs so many."""


class TakenOut(NamedTuple):
    """An item that cannot be in the plan."""

    key: str
    why: str


def sound(plan: Plan) -> tuple[Plan, tuple[TakenOut, ...]]:
    """The plan without what `lint` calls an error, and what that was; one that a file can hold."""
    plan = writable(plan)
    taken: dict[str, TakenOut] = {}
    for _ in range(ROUNDS):
        wrong = {one.key: one for one in lint(plan) if one.level == "error"}
        if not wrong:
            break
        cut = _Cut(plan, wrong)
        plan = cut.plan()
        taken |= {one.key: one for one in cut.taken if one.key not in taken}
        if not cut.taken:
            break
    return plan, tuple(taken.values())


class _Cut:
    """One round: a plan without the places that findings name."""

    def __init__(self, old: Plan, wrong: dict[str, Finding]) -> None:
        self.old = old
        self.wrong = wrong
        self.taken: list[TakenOut] = []

    def keeps(self, place: str, key: str) -> bool:
        """Whether an item stays; `place` is where it is in the plan."""
        finding = self.wrong.get(place)
        if finding is not None:
            self.taken.append(TakenOut(key, finding.message.replace(" on line 0", "")))
        return finding is None

    def plan(self) -> Plan:
        """What is left of the plan; `taken` has the rest then."""
        return self.old._replace(
            ownership=tuple(self.ownership()),
            shared=tuple(self.shared()),
            groups=tuple(self.groups()),
            checks=tuple(self.checks()),
            docs=tuple(self.docs()),
        )

    def ownership(self) -> Iterator[Owned]:
        """The patterns of sessions that the plan has."""
        count: dict[str, int] = {}
        for owned in self.old.ownership:
            at = count[owned.session] = count.get(owned.session, -1) + 1
            place = joined("ownership", owned.session)
            if self.keeps(place, key_of(owned)) and self.keeps(f"{place}[{at}]", key_of(owned)):
                yield owned

    def shared(self) -> Iterator[Shared]:
        """The shared files that stay, each with the parts of sessions that the plan has."""
        for n, one in enumerate(self.old.shared):
            if self.keeps(f"shared[{n}]", key_of(one)):
                yield self.parts(f"shared[{n}].sessions", one)

    def checks(self) -> Iterator[Check]:
        """The checks whose names stand once."""
        for n, one in enumerate(self.old.checks):
            if self.keeps(f"checks[{n}].name", key_of(one)):
                yield one

    def docs(self) -> Iterator[Document]:
        """The documents, with what they cover as far as it can be read."""
        for n, one in enumerate(self.old.docs):
            covers = self.named(f"docs[{n}].covers", one.covers, key_of(one))
            yield one._replace(covers=tuple(covers))

    def parts(self, place: str, shared: Shared) -> Shared:
        """A shared file with the parts of sessions that the plan has."""
        parts = (
            part
            for part in shared.sessions
            if self.keeps(joined(place, part.session), key_of(shared))
        )
        return shared._replace(sessions=tuple(parts))

    def groups(self) -> Iterator[Group]:
        """The groups that stay; the tasks of one that goes are named too."""
        for n, group in enumerate(self.old.groups):
            if not self.keeps(f"groups[{n}].id", key_of(group)):
                why = f"its group {group.id} is taken out"
                self.taken += [TakenOut(key_of(task), why) for task in group.tasks]
            else:
                yield group._replace(tasks=tuple(self.tasks(f"groups[{n}]", group)))

    def tasks(self, place: str, group: Group) -> Iterator[Task]:
        """The tasks of a group that stay, without what contradicts the rest."""
        for n, task in enumerate(group.tasks):
            at = f"{place}.tasks[{n}]"
            if self.keeps(f"{at}.id", key_of(task)):
                known = self.keeps(f"{at}.owner", key_of(task))
                yield task._replace(
                    owner=task.owner if known else "",
                    after=tuple(self.links(f"{at}.after", task)),
                    enhances=tuple(
                        name
                        for k, name in enumerate(task.enhances)
                        if self.keeps(f"{at}.enhances[{k}]", enhances_key(task.id, name))
                    ),
                    files=tuple(self.named(f"{at}.files", task.files, key_of(task))),
                )

    def links(self, place: str, task: Task) -> Iterator[str]:
        """What a task waits for; of a circle that begins with it, not what leads into it."""
        circle = self.wrong.get(place)
        for n, name in enumerate(task.after):
            into = circle and self.leads_to(name, task.id)
            if into and circle:
                self.taken.append(TakenOut(after_key(task.id, name), circle.message))
            elif self.keeps(f"{place}[{n}]", after_key(task.id, name)):
                yield name

    def leads_to(self, start: str, goal: str) -> bool:
        """Whether what is named there waits for the task, however far."""
        after = {task.id: task.after for task in self.old.tasks}
        after |= {group.id: tuple(t.id for t in group.tasks) for group in self.old.groups}
        seen, open = {start}, [start]
        while open:
            name = open.pop()
            if name == goal:
                return True
            more = [one for one in after.get(name, ()) if one not in seen]
            seen.update(more)
            open += more
        return False

    def named(self, place: str, names: tuple[str, ...], key: str) -> Iterator[str]:
        """Patterns that can be read."""
        return (name for n, name in enumerate(names) if self.keeps(f"{place}[{n}]", key))
