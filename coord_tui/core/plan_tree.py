"""Turns plan values into the tree that is written: only what differs from the defaults.

It walks the one description of the plan (`plan_shape`), so a new key is written without a word
here. A record that says nothing but what a bare text would is that text.
"""

from collections.abc import Iterable, Mapping

from coord_tui.core.durations import duration_text
from coord_tui.core.plan import (
    Check,
    Document,
    Group,
    Owned,
    Pin,
    Plan,
    Rule,
    Session,
    Shared,
    Task,
)
from coord_tui.core.plan_items import Value, after_key, done_key, enhances_key, key_of
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_shape import (
    ByKey,
    Choice,
    Flag,
    ListsByKey,
    Many,
    Number,
    Period,
    Record,
    Shape,
    TextOrFlag,
)
from coord_tui.core.yaml_layout import Leaf, Listed, Mapped, Tree

ITEMS = (Session, Owned, Shared, Rule, Group, Task, Check, Pin, Document)
FIRST = {Task: "id"}
"""What is written first, where it is not the first field."""


class Planting:
    """Makes trees of a plan's values, each with the comment of its item."""

    def __init__(self, plan: Plan, comments: Mapping[str, str]) -> None:
        self.comments = comments
        self.made = made_ids(plan)

    def tree(self, shape: Shape, value: Value) -> Tree:
        """The tree of one value."""
        match shape:
            case Record():
                return self.record(shape, value)
            case Many(item):
                tall = isinstance(item, Record)
                return Listed(tuple(self.tree(item, one) for one in value), even=tall, tall=tall)
            case ByKey(field, _, item):
                pairs = ((getattr(one, field), self.record(item, one)) for one in value)
                return Mapped(tuple(pairs))
            case ListsByKey(field, _, item):
                return self.lists(field, item, value)
            case Period():
                return Leaf(duration_text(value), raw=True)
            case Flag() | Number() | Choice():
                return Leaf(str(value).lower(), raw=True)
            case TextOrFlag() if isinstance(value, bool):
                return Leaf(str(value).lower(), raw=True)
            case _:
                return Leaf(value)

    def record(self, shape: Record, value: Value) -> Leaf | Mapped:
        """A record as a mapping, or as the bare text that says the same."""
        note = self.note(key_of(value)) if isinstance(value, ITEMS) else ""
        pairs = tuple((name, self.field(shape, name, value)) for name in self.given(shape, value))
        if [name for name, _ in pairs] == [shape.bare]:
            return Leaf(getattr(value, shape.bare), note)
        return Mapped(pairs, note)

    def given(self, shape: Record, value: Value) -> list[str]:
        """The fields that are worth writing, in the order in which they are."""
        usual = shape.type._field_defaults
        names = [
            name
            for name, field in shape.fields.items()
            if field.required or getattr(value, name) != usual[name]
        ]
        if isinstance(value, Task) and self.made.get(value.id) == value.group:
            names.remove("id")
        if isinstance(value, Session) and not names:
            names = ["role"]  # nothing is said of somebody of whom nothing is known
        first = FIRST.get(shape.type, "")
        return sorted(names, key=lambda name: name != first)

    def field(self, shape: Record, name: str, value: Value) -> Tree:
        """The tree of one field, with the comments of what it holds where that is a link."""
        tree = self.tree(shape.fields[name].shape, getattr(value, name))
        if isinstance(value, Task):
            return tree._replace(note=self.link_note(name, value))
        return tree

    def added(self, shape: Record, name: str, value: Value) -> Tree:
        """The tree of a field that is put into what is there, with the comment of its item."""
        tree = self.field(shape, name, value)
        if tree.note or not isinstance(value, ITEMS):
            return tree
        return tree._replace(note=self.note(key_of(value)))

    def link_note(self, name: str, task: Task) -> str:
        """The comment of what a task says of itself, where the task's own is another."""
        match name:
            case "done" | "dropped":
                keys = [done_key(task.id)]
            case "after":
                keys = [after_key(task.id, target) for target in task.after]
            case "enhances":
                keys = [enhances_key(task.id, target) for target in task.enhances]
            case _:
                keys = []
        notes = dict.fromkeys(map(self.note, keys))
        return "; ".join(note for note in notes if note and note != self.note(key_of(task)))

    def lists(self, field: str, item: Record, values: Iterable[Value]) -> Mapped:
        """Items as lists under the names that they share."""
        found: dict[str, list[Tree]] = {}
        for one in values:
            found.setdefault(getattr(one, field), []).append(self.record(item, one))
        return Mapped(tuple((name, Listed(tuple(items))) for name, items in found.items()))

    def note(self, key: str) -> str:
        """The comment of an item; empty for none."""
        return self.comments.get(key, "")


def made_ids(plan: Plan) -> dict[str, str]:
    """The ids that tasks get by group and position where they stand, and the group of each."""
    bare = (
        group._replace(tasks=tuple(task._replace(id="") for task in group.tasks))
        for group in plan.groups
    )
    by_place = [task.id for group in with_ids(tuple(bare)) for task in group.tasks]
    return {
        task.id: task.group
        for task, made in zip(plan.tasks, by_place, strict=True)
        if task.id == made
    }
