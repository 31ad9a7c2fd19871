"""Writes some items of a plan as YAML that a person can paste, in the place where each belongs.

An item stands there whole, under the keys above it; what is in its way is named by its line.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from coord_tui.core.plan import Group, Owned, Plan, Shared, Task
from coord_tui.core.plan_additions import holders, meaning
from coord_tui.core.plan_edit import renamed
from coord_tui.core.plan_items import PROJECT, ItemValue, after_key, done_key, enhances_key, key_of
from coord_tui.core.plan_text import plan_text

LISTS = ("sessions", "ownership", "shared", "rules", "checks", "pins", "docs")
SETTING = "setting:"


def excerpt(old: Plan, new: Plan, keys: Collection[str]) -> str:
    """Those items of `new` whose keys are given, as they have to stand in the text of `old`.

    A comment says what they replace there. The keys of links and of what is done stand for tasks.
    """
    fields: dict[str, Any] = {
        name: tuple(one for one in getattr(new, name) if key_of(one) in keys) for name in LISTS
    }
    groups = tuple(_group(group, keys) for group in new.groups)
    fields["groups"] = tuple(group for group in groups if group.tasks or key_of(group) in keys)
    fields["project"] = new.project if PROJECT in keys else ""
    part = Plan(**fields | dict(_settings(new, keys)))
    text = plan_text(part, dict(_places(old, part, renamed(old, new))), schema="")
    return text.partition("\n")[2].lstrip("\n")  # all but the version


def _group(group: Group, keys: Collection[str]) -> Group:
    """A group with the tasks that are meant; one that is not meant itself only by its name."""
    tasks = tuple(task for task in group.tasks if not _keys(task).isdisjoint(keys))
    if key_of(group) in keys:
        return group._replace(tasks=tasks)
    return Group(group.id, tasks=tasks)


def _keys(task: Task) -> set[str]:
    """The keys of a task and of all that is said of it."""
    links = {after_key(task.id, target) for target in task.after}
    links |= {enhances_key(task.id, target) for target in task.enhances}
    return links | {key_of(task), done_key(task.id)}


def _settings(new: Plan, keys: Collection[str]) -> Iterator[tuple[str, object]]:
    for key in sorted(keys):
        if key.startswith(SETTING):
            name = key.removeprefix(SETTING).partition(".")[0]
            yield name, getattr(new, name)


def _places(old: Plan, part: Plan, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """By key what stands in the way of an item."""
    held = holders(old)
    there: dict[str, ItemValue] = {
        key_of(one): one for name in (*LISTS, "tasks") for one in getattr(old, name)
    }
    for name in (*LISTS, "tasks"):
        for one in getattr(part, name):
            before = there.get(names.get(key_of(one), key_of(one)))
            if before is None and isinstance(one, Owned | Shared):
                before = held.get(meaning(one.path))
            if before is not None:
                yield key_of(one), f"in place of line {before.line}"
