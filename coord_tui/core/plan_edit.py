"""Puts what changed in a plan into the text of its `coord.yaml`, and leaves the rest as it is.

Only the lines that say something else are touched: comments, order, quotes and line ends stay as
the person wrote them. It makes the text; whether that says the new plan, the caller reads again.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Container, Mapping

from coord_tui.core.plan import Group, Plan
from coord_tui.core.plan_items import Value, key_of
from coord_tui.core.plan_shape import ByKey, ListsByKey, Many, Record, Shape, plan_shape
from coord_tui.core.plan_text import NO_COMMENTS
from coord_tui.core.plan_tree import Planting
from coord_tui.core.yaml_edit import TextEdits
from coord_tui.core.yaml_layout import Listed, Mapped
from coord_tui.core.yaml_marks import Marked
from coord_tui.core.yaml_places import CannotEdit


def edited(
    text: str, root: Marked, old: Plan, new: Plan, comments: Mapping[str, str] = NO_COMMENTS
) -> str:
    """The text of `old`, changed so that it says `new`.

    Args:
        text: what stands in the file, its line ends as they are, without a byte order mark.
        root: its nodes.
        old: what it says.
        new: what it is to say: nothing of `old` is missing.
        comments: by item key, what stands behind the first line of what is new.

    Raises:
        CannotEdit: when some of it can only be changed by hand.
    """
    edits = TextEdits(text)
    editing = _Editing(edits, Planting(new, comments), renamed(old, new))
    editing.record(plan_shape(), root, old, new, flow=root.in_brackets)
    return edits.applied(root)


class _Editing:
    """Walks the old plan, the new one and the nodes together, and edits where the plans differ."""

    def __init__(self, edits: TextEdits, planting: Planting, renamed: Mapping[str, str]) -> None:
        self.edits = edits
        self.planting = planting
        self.renamed = renamed

    def value(self, shape: Shape, node: Marked, old: Value, new: Value, *, flow: bool) -> None:
        """Change a value that is written there."""
        if old == new:
            return
        if node.kind == "alias":
            raise CannotEdit(f"line {self.edits.line(node.start)} says it by an alias")
        flow = flow or node.in_brackets
        match shape:
            case Record() if node.kind == "mapping":
                self.record(shape, node, old, new, flow=flow)
            case ByKey(field, _, item) if node.kind == "mapping":
                self.by_key(field, item, node, old, new, flow=flow)
            case ListsByKey(field, _, item) if node.kind == "mapping":
                self.lists(field, item, node, old, new, flow=flow)
            case Many(item) if node.kind == "sequence":
                self.many(item, node, old, new, flow=flow)
            case _ if node.kind == "scalar":
                self.edits.scalar(node, self.planting.tree(shape, new), flow=flow)
            case _:
                raise CannotEdit(f"line {self.edits.line(node.start)} is written in an unusual way")

    def record(self, shape: Record, node: Marked, old: Value, new: Value, *, flow: bool) -> None:
        """Change the fields of a mapping: those that are there in place, others behind them."""
        before = node.value("version") if self.edits.is_root(node) else None
        first: list[str] = []
        given = self.planting.given(shape, new)
        emptied = [name for name in shape.fields if name not in given and getattr(old, name)]
        for name in (*given, *emptied):
            then = getattr(new, name)
            there = node.value(name)
            if there is not None and not self.edits.is_blank(there, flow=flow):
                now = getattr(old, name)
                self.value(shape.fields[name].shape, there, now, then, flow=flow)
            elif then != getattr(old, name) and (before or there):
                tree = self.planting.added(shape, name, new)
                self.edits.pair(node, name, tree, before, flow=flow)
            elif then != getattr(old, name):
                first.append(name)
            before = there or before
        for name in first:  # they go behind all others, so behind what goes into those
            tree = self.planting.added(shape, name, new)
            if self.edits.is_root(node) and node.pairs and not flow:
                self.edits.head(node, name, tree)
            else:
                self.edits.pair(node, name, tree, None, flow=flow)

    def by_key(
        self,
        field: str,
        item: Record,
        node: Marked,
        old: Value,
        new: Value,
        *,
        flow: bool,
    ) -> None:
        """Change a mapping whose keys are a field of its items."""
        known = {getattr(one, field): one for one in old}
        for one in new:
            name = getattr(one, field)
            there = node.value(name)
            blank = there is not None and self.edits.is_blank(there, flow=flow)
            if there is None or (blank and one != known.get(name)):
                self.edits.pair(node, name, self.planting.record(item, one), None, flow=flow)
            else:
                self.value(item, there, known[name], one, flow=flow)

    def lists(
        self,
        field: str,
        item: Record,
        node: Marked,
        old: Value,
        new: Value,
        *,
        flow: bool,
    ) -> None:
        """Change a mapping to lists whose keys are a field of the items in them."""
        before, after = _lists(field, old), _lists(field, new)
        for name in before | after:
            now, then = before.get(name, ()), after.get(name, ())
            there = node.value(name)
            if there is not None and not self.edits.is_blank(there, flow=flow):
                self.value(Many(item), there, now, then, flow=flow)
            elif then:
                tree = Listed(tuple(self.planting.record(item, one) for one in then))
                self.edits.pair(node, name, tree, None, flow=flow)

    def many(self, item: Shape, node: Marked, old: Value, new: Value, *, flow: bool) -> None:
        """Change a list: its items in place, new ones among them, those that moved away out."""
        if not new:
            self.edits.emptied(node)
            return
        names = set(map(_name, old))
        waiting: dict[str, deque[int]] = {}
        for at, one in enumerate(new):
            waiting.setdefault(self.named_before(one, names), deque()).append(at)
        gone: list[int] = []
        stays: dict[int, int] = {}
        for place, (now, there) in enumerate(zip(old, node.items, strict=True)):
            same = waiting.get(_name(now))
            if same:
                at = same.popleft()
                stays[at] = place
                self.item(item, node, there, now, new[at], flow=flow)
            else:
                gone.append(place)
        self.edits.remove(node, gone, flow=flow)
        left = sorted(at for places in waiting.values() for at in places)
        for place, ats in _before(left, stays, len(old)).items():
            trees = [self.planting.tree(item, new[at]) for at in ats]
            tall = isinstance(new[ats[0]], Group)
            self.edits.insert(node, place, trees, flow=flow, tall=tall)

    def named_before(self, item: Value, names: Container[str]) -> str:
        """The name that an item had: a task that got an id had one by its place."""
        name = _name(item)
        if name in names:
            return name
        before = self.renamed.get(item if isinstance(item, str) else name, name)
        return before if before in names else name

    def item(
        self, shape: Shape, within: Marked, node: Marked, now: Value, then: Value, *, flow: bool
    ) -> None:
        """Change one item of a list; a bare text that must say more becomes a mapping."""
        bare = isinstance(shape, Record) and node.kind == "scalar" and now != then
        tree = self.planting.tree(shape, then) if bare else None
        if isinstance(tree, Mapped):
            self.edits.item(node, tree, self.edits.column(within.start), flow=flow)
        else:
            self.value(shape, node, now, then, flow=flow)


def _before(left: list[int], stays: Mapping[int, int], size: int) -> dict[int, list[int]]:
    """New items by the place of the old one before which they go; at its size: behind all.

    They go behind the one that precedes them; where the old ones change their order, behind all.
    """
    ats = sorted(stays)
    is_ordered = [stays[at] for at in ats] == sorted(stays.values())
    found: dict[int, list[int]] = {}
    for at in left:
        n = bisect_left(ats, at)
        behind = stays[ats[n - 1]] + 1 if n else 0
        place = behind if is_ordered and n < len(ats) else size
        found.setdefault(place, []).append(at)
    return found


def _lists(field: str, items: Value) -> dict[str, tuple[Value, ...]]:
    """The items by what they have in that field."""
    found: dict[str, list[Value]] = {}
    for one in items:
        found.setdefault(getattr(one, field), []).append(one)
    return {name: tuple(ones) for name, ones in found.items()}


def renamed(old: Plan, new: Plan) -> dict[str, str]:
    """By the id that a task has got, the one that it had by its place; so by its key."""
    ids = {task.id for task in old.tasks}
    found: dict[str, str] = {}
    for group, now in zip(old.groups, new.groups, strict=False):
        pairs = zip(group.tasks, now.tasks, strict=False)
        for task, after in pairs:
            if after.id not in ids and task.title == after.title:
                found |= {after.id: task.id, key_of(after): key_of(task)}
    return found


def _name(item: Value) -> str:
    return item if isinstance(item, str) else key_of(item)
