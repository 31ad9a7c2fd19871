"""What a second plan would change in the first, item by item, and the plan with what was agreed to.

What the second plan does not say stays as it is. Something that both have is the same item, however
each calls it (`plan_align`); only values that differ are a question, which shows all that would go.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Literal, NamedTuple

from coord_tui.core.plan import Group, Owned, Plan, Session, Shared, Task
from coord_tui.core.plan_additions import Draft, holders, meaning
from coord_tui.core.plan_align import Aligned, aligned
from coord_tui.core.plan_fields import Difference, as_yaml, differences, words
from coord_tui.core.plan_fields import said as said_of
from coord_tui.core.plan_items import (
    PROJECT,
    Value,
    after_key,
    done_key,
    enhances_key,
    key_of,
)

Kind = Literal["added", "filled", "different"]
Apply = Callable[[Draft], None]

BEFORE_TASKS = ("sessions", "ownership", "shared", "rules", "groups")
AFTER_TASKS = ("checks", "pins", "docs")
SETTINGS = ("channel", "claims", "reservations", "branches", "guard")


class Change(NamedTuple):
    """What an import would change about one item; its key is that of the import's item."""

    key: str
    kind: Kind
    """A new item; words where nothing stood; other words in place of those that stand there."""
    now: str = ""
    """What the plan says of it, where that differs; empty: nothing."""
    then: str = ""
    """What it would say."""

    @property
    def adds(self) -> bool:
        """Whether nothing that the plan says would be another."""
        return self.kind != "different"


Step = tuple[Change, Apply]


def changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """All that `new` says and `old` does not, in the order of the plan's keys."""
    return tuple(change for change, _ in _steps(old, aligned(new, old)))


def merged(old: Plan, new: Plan, agreed: Container[str]) -> Plan:
    """`old` with those changes whose keys were agreed to, and with nothing that hangs in the air.

    A task comes only with its group, what a session owns only with the session, a link only with
    both its ends. A new task stands between its neighbours of `new`, as far as ids allow.
    """
    draft, same = Draft(old), aligned(new, old)
    for change, apply in _steps(old, same):
        if change.key in agreed:
            apply(draft)
    return draft.built(same.plan)


def _steps(old: Plan, new: Aligned) -> Iterator[Step]:
    """Each change and what applies it, named by the keys of the import."""
    for change, apply in _all(old, new):
        yield change._replace(key=new.keys.get(change.key, change.key)), apply


def _all(old: Plan, aligned: Aligned) -> Iterator[Step]:
    new = aligned.plan
    yield from _project(old, new)
    for name in BEFORE_TASKS:
        yield from _list(name, old, new)
    yield from _tasks(old, new, aligned.ids)
    yield from _links(old, new)
    for name in AFTER_TASKS:
        yield from _list(name, old, new)
    for name in SETTINGS:
        yield from _settings(name, old, new)


def _do(name: str, *given: object) -> Apply:
    """What puts these into a draft."""
    return lambda draft: getattr(draft, name)(*given)


def _project(old: Plan, new: Plan) -> Iterator[Step]:
    if new.project and new.project != old.project:
        kind: Kind = "different" if old.project else "added"
        apply = _do("settle", "project", new.project)
        yield Change(PROJECT, kind, old.project, new.project), apply


def _list(name: str, old: Plan, new: Plan) -> Iterator[Step]:
    """The items of one list: those that are new, and those that say something else."""
    known: dict[str, list[Value]] = {}
    held = holders(old) if name in ("ownership", "shared") else {}
    ids = {task.id for task in old.tasks} if name == "groups" else set()
    for one in getattr(old, name):
        known.setdefault(key_of(one), []).append(one)
    for one in getattr(new, name):
        same = known.get(key_of(one))
        if same:
            several = len(same) > 1 or not isinstance(one, Session)
            now = same.pop(0) if several else same[0]  # two of a document may be one here
            yield from _differing(name, now, _as_spelled(old, now, one), key_of(one))
        elif isinstance(one, Owned | Shared) and (other := held.get(meaning(one.path))):
            then = _as_spelled(old, other, one)
            if key_of(then) == key_of(other):
                yield from _differing(name, other, then, key_of(one))
                continue
            apply = _do("replace", name, other, then)
            yield Change(key_of(one), "different", _held(other), _held(then)), apply
        elif not (isinstance(one, Group) and _brings_nothing(ids, one)):
            yield Change(key_of(one), "added", then=words(one)), _do("add", name, one)


def _as_spelled(old: Plan, now: Value, then: Value) -> Value:
    """What is new of some files, in the words of what there is wherever both mean the same."""
    if isinstance(now, Owned | Shared) and isinstance(then, Owned | Shared):
        then = then._replace(path=now.path)
    if not isinstance(now, Shared) or not isinstance(then, Shared):
        return then
    every = {one.name for one in old.sessions}
    have, want = ({part.session for part in one.sessions} or every for one in (now, then))
    noted = any(part.note for part in then.sessions)
    sessions = now.sessions if have == want and not noted else then.sessions
    return then._replace(sessions=sessions)


def _held(one: Value) -> str:
    """Who has the files, and all that is said of them."""
    who = one.session if isinstance(one, Owned) else ""
    said = f"{one.path} is {f'owned by {who}' if who else 'shared'}"
    more = [name for name in said_of(one) if name not in ("path", "session")]
    return ", ".join((said, *(f"{name}: {as_yaml(getattr(one, name))}" for name in more)))


def _brings_nothing(known: Container[str], group: Group) -> bool:
    """Whether the plan has all the tasks of a group, elsewhere."""
    return bool(group.tasks) and all(task.id in known for task in group.tasks)


def _differing(name: str, now: Value, then: Value, key: str) -> Iterator[Step]:
    if found := differences(now, then):
        yield _change(key, found), _do("replace", name, now, then)


def _change(key: str, found: tuple[Difference, ...]) -> Change:
    kind: Kind = "filled" if all(one.fills for one in found) else "different"
    now = ", ".join(f"{one.name}: {one.now}" for one in found if one.now)
    return Change(key, kind, now, ", ".join(f"{one.name}: {one.then}" for one in found))


def _tasks(old: Plan, new: Plan, ids: Mapping[str, str]) -> Iterator[Step]:
    known = {task.id: task for task in old.tasks}
    groups = {group.id for group in old.groups}
    for task in new.tasks:
        now = known.get(task.id)
        if now is None:
            then = ", ".join(filter(None, (words(task), f"group: {task.group}")))
            yield Change(key_of(task), "added", then=then), _do("add_task", task)
        else:
            found = differences(now, task)
            if task.group != now.group and task.group in groups:
                found += (Difference("group", now.group, task.group, False),)
            if name := ids.get(now.id, ""):
                found = (Difference("id", now.id, name, False), *found)
            if found:
                yield _change(key_of(task), found), _do("amend", now, task, name)
        yield from _ended(now or Task(task.title, task.id), task)


def _ended(now: Task, then: Task) -> Iterator[Step]:
    """That a task is done or dropped."""
    for name in ("done", "dropped"):
        said, other = getattr(then, name), "dropped" if name == "done" else "done"
        stands = getattr(now, name)
        if said is False or stands == said or (stands is not False and said is True):
            continue
        if isinstance(stands, str) and isinstance(said, str) and _same_commit(name, stands, said):
            continue
        fills = getattr(now, other) is False and not isinstance(stands, str)
        kind: Kind = "different" if not fills else "filled" if stands else "added"
        ended = next((f"{n}: {_word(v)}" for n in (name, other) if (v := getattr(now, n))), "")
        change = Change(done_key(then.id), kind, ended, f"{name}: {_word(said)}")
        yield change, _do("set_done", then)


def _same_commit(name: str, one: str, other: str) -> bool:
    """Whether one is the beginning of the other, as people shorten commits."""
    return (
        name == "done"
        and min(len(one), len(other)) >= 7
        and (one.startswith(other) or other.startswith(one))
    )


def _word(value: object) -> str:
    return value if isinstance(value, str) else str(value).lower()


def _links(old: Plan, new: Plan) -> Iterator[Step]:
    known = {task.id: task for task in old.tasks}
    for task in new.tasks:
        now = known.get(task.id, Task(""))
        for name, key in (("after", after_key), ("enhances", enhances_key)):
            for target in getattr(task, name):
                if target not in getattr(now, name):
                    change = Change(key(task.id, target), "added", then=f"{name}: {target}")
                    yield change, _do("add_link", task.id, name, target)


def _settings(name: str, old: Plan, new: Plan) -> Iterator[Step]:
    """What the program is to do otherwise: never just an addition, as there is always a default."""
    now, then = getattr(old, name), getattr(new, name)
    for one in differences(now, then):
        value = getattr(then, one.name)
        change = Change(
            f"setting:{name}.{one.name}", "different", one.now or _word(getattr(now, one.name)),
            one.then,
        )  # fmt: skip
        yield change, _do("settle_field", name, one.name, value)
