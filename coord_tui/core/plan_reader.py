"""Reads a plan from the nodes of a document, and reports everything that is wrong with it at once.

A scalar is read from its source text by the type that is wanted, never by its looks: a commit
`0012345` or `1e5` and a title `036` or `no` stay the text as written. Nothing (`~`, `null`, or no
value) means "not given". It knows no YAML: whoever parses hands over nodes.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from coord_tui.core.durations import parse_duration
from coord_tui.core.plan import Group, Plan
from coord_tui.core.plan_nodes import Node
from coord_tui.core.plan_problems import Places, Problem, joined, nearest, shown
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
    Text,
    TextOrFlag,
    describe,
    plan_shape,
)

TRUE = frozenset({"true", "yes", "on"})
FALSE = frozenset({"false", "no", "off"})
NUMBER = r"[1-9][0-9]{0,8}"


def read_plan(root: Node) -> tuple[Plan | None, tuple[Problem, ...], Places]:
    """The plan that the nodes say, or None and every problem, in the order of the document.

    The last is where each of its keys stands.
    """
    reading = _Reading()
    plan = reading.read(plan_shape(), root, "")
    if reading.problems or not isinstance(plan, Plan):
        return None, tuple(sorted(reading.problems)), reading.places
    return plan._replace(groups=with_ids(plan.groups)), (), reading.places


def with_ids(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups, each task knowing its group and having an id.

    A task without one is named after its group and its position in it, from 1: the first letter of
    each word of the group's id and its digits, `phase-0` → `P0.1`, `agency-workflow` → `AW.1`. A
    group whose short name an earlier group has already uses its whole id: `prep-0` → `prep-0.1`.
    """
    named: list[Group] = []
    taken: set[str] = set()
    for group in groups:
        prefix = _initials(group.id)
        prefix = group.id if prefix in taken else prefix
        taken.add(prefix)
        tasks = tuple(
            task._replace(id=task.id or f"{prefix}.{position}", group=group.id)
            for position, task in enumerate(group.tasks, 1)
        )
        named.append(group._replace(tasks=tasks))
    return tuple(named)


def _initials(group: str) -> str:
    parts = re.findall(r"\d+|[^\W\d_]+", group)
    return "".join(part if part.isdigit() else part[0].upper() for part in parts) or group


class _Reading:
    """One pass over a document: decodes each node by the shape that is wanted there.

    What a method returns is worthless once it has added to the problems.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, int]] = {}

    def refuse(self, node: Node, key: str, found: str, allowed: str, hint: str = "") -> None:
        self.problems.append(Problem(node.line, node.column, key, found, allowed, hint))

    def wrong(self, shape: Shape, node: Node, key: str, hint: str = "") -> object:
        self.refuse(node, key, _kind(node), describe(shape), hint)
        return None

    def read(self, shape: Shape, node: Node, key: str) -> object:
        self.places[key] = node.line, node.column
        return _READ[type(shape)](self, shape, node, key)

    def record(self, shape: Record, node: Node, key: str) -> object:
        """A mapping with fixed keys, or the bare text that stands for one."""
        if node.kind == "sequence" or node.is_nothing or (node.kind == "scalar" and not shape.bare):
            return self.wrong(shape, node, key)
        return self.fields(shape, node, key, {})

    def fields(self, shape: Record, node: Node, key: str, given: dict[str, str]) -> object:
        """A record from its mapping, or its bare text, or nothing, and the `given` fields."""
        values: dict[str, object] = dict(given)
        known = shape.fields
        for name, (at, value) in self.entries(shape, node, key).items():
            if name not in known:
                allowed = ", ".join(known)
                self.refuse(at, joined(key, name), "an unknown key", allowed, nearest(name, known))
            elif not value.is_nothing:
                path = f"{key}.{name}" if key else name
                values[name] = self.read(known[name].shape, value, path)
        for name, field in known.items():
            if field.required and name not in values:
                allowed = f"{describe(field.shape)} ({field.doc})"
                self.refuse(node, joined(key, name), "nothing", allowed)
                values[name] = None
        return shape.type(**values, line=node.line) if shape.placed else shape.type(**values)

    def entries(self, shape: Record, node: Node, key: str) -> dict[str, tuple[Node, Node]]:
        """What a record is made of, by field; a bare text is its field's key and value."""
        if node.kind == "mapping":
            return self.pairs(node, key)
        return {} if node.is_nothing else {shape.bare: (node, node)}

    def pairs(self, node: Node, key: str) -> dict[str, tuple[Node, Node]]:
        """A mapping's key and value nodes, by the text of the keys."""
        found: dict[str, tuple[Node, Node]] = {}
        for name, value in node.pairs:
            if name.kind != "scalar":
                self.refuse(name, key, f"{_kind(name)} as a key", "a text")
            elif name.text in found:
                again = f"a key that stands on line {found[name.text][0].line} already"
                self.refuse(name, joined(key, name.text), again, "each key once")
            else:
                found[name.text] = (name, value)
        return found

    def by_key(self, shape: ByKey, node: Node, key: str) -> object:
        """A mapping whose keys are a field of its items; an item may be empty."""
        items = []
        for name, at, value, path in self.keyed(shape, node, key):
            if value.kind == "sequence" or (value.kind == "scalar" and not shape.item.bare):
                self.wrong(shape.item, value, path)
            else:
                # The item stands where its key stands, also when its value begins further down.
                value = value._replace(line=at.line)
                items.append(self.fields(shape.item, value, path, {shape.field: name}))
        return tuple(items)

    def lists_by_key(self, shape: ListsByKey, node: Node, key: str) -> object:
        """A mapping to lists, whose keys are a field of the lists' items; a list may be empty."""
        items = []
        for name, _, value, path in self.keyed(shape, node, key):
            if value.kind != "sequence" and not value.is_nothing:
                self.wrong(Many(shape.item), value, path, _in_brackets(value))
            for index, item in enumerate(value.items):
                place = f"{path}[{index}]"
                self.places[place] = item.line, item.column
                if item.kind == "sequence" or item.is_nothing:
                    self.wrong(shape.item, item, place)
                else:
                    items.append(self.fields(shape.item, item, place, {shape.field: name}))
        return tuple(items)

    def keyed(
        self, shape: ByKey | ListsByKey, node: Node, key: str
    ) -> Iterator[tuple[str, Node, Node, str]]:
        """Each name that becomes a field, checked; with its node, its value and its path."""
        if node.kind != "mapping":
            self.wrong(shape, node, key)
        for name, (at, value) in self.pairs(node, key).items():
            path = joined(key, name)
            self.read(shape.key, at._replace(quoted=True), path)  # a name is text, also `null`
            yield name, at, value, path

    def many(self, shape: Many, node: Node, key: str) -> object:
        if node.kind != "sequence":
            return self.wrong(shape, node, key, _in_brackets(node))
        return tuple(
            self.read(shape.item, item, f"{key}[{index}]") for index, item in enumerate(node.items)
        )

    def text(self, shape: Text, node: Node, key: str) -> object:
        if node.kind != "scalar" or node.is_nothing:
            return self.wrong(shape, node, key)
        form = shape.pattern
        if form and not (node.text.isprintable() and re.fullmatch(form, node.text)):
            return self.wrong(shape, node, key)
        return node.text

    def flag(self, shape: Flag, node: Node, key: str) -> object:
        word = "" if node.quoted else node.text.lower()
        return word in TRUE if word in TRUE | FALSE else self.wrong(shape, node, key)

    def text_or_flag(self, shape: TextOrFlag, node: Node, key: str) -> object:
        word = "" if node.quoted else node.text.lower()
        if word in TRUE | FALSE:
            return word in TRUE
        return node.text or self.wrong(shape, node, key)  # empty is neither commit nor reason

    def period(self, shape: Period, node: Node, key: str) -> object:
        return parse_duration(node.text) or self.wrong(shape, node, key)

    def number(self, shape: Number, node: Node, key: str) -> object:
        if node.quoted or not re.fullmatch(NUMBER, node.text):
            return self.wrong(shape, node, key)
        return int(node.text)

    def choice(self, shape: Choice, node: Node, key: str) -> object:
        for value in shape.values:
            if node.text == str(value) and (isinstance(value, str) or not node.quoted):
                return value
        return self.wrong(shape, node, key, nearest(node.text, map(str, shape.values)))


_READ: dict[type[Any], Callable[..., Any]] = {
    Text: _Reading.text,
    Flag: _Reading.flag,
    TextOrFlag: _Reading.text_or_flag,
    Period: _Reading.period,
    Number: _Reading.number,
    Choice: _Reading.choice,
    Many: _Reading.many,
    ByKey: _Reading.by_key,
    ListsByKey: _Reading.lists_by_key,
    Record: _Reading.record,
}


def _kind(node: Node) -> str:
    if node.kind != "scalar":
        return "a list" if node.kind == "sequence" else "a mapping"
    return "nothing" if node.is_nothing else shown(node.text)


def _in_brackets(node: Node) -> str:
    """The hint for a lone text where a list of texts is wanted."""
    plain = node.kind == "scalar" and re.match(r"^[\w./-]{1,60}$", node.text)
    return f"write [{node.text}]" if plain else ""
