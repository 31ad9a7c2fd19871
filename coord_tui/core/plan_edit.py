"""Puts what changed in a plan into the text of its `coord.yaml`, and leaves the rest as it is.

Only the lines that say something else are touched: comments, order, quotes and line ends stay as
the person wrote them. It makes the text; whether that says the new plan, the caller reads again.
"""

from collections.abc import Mapping

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
        new: what it is to say: nothing of `old` is missing, and what is new comes last.
        comments: by item key, what stands behind the first line of what is new.

    Raises:
        CannotEdit: when some of it can only be changed by hand.
    """
    edits = TextEdits(text)
    editing = _Editing(edits, Planting(new, comments))
    editing.record(plan_shape(), root, old, new, flow=root.in_brackets)
    return edits.applied(root)


class _Editing:
    """Walks the old plan, the new one and the nodes together, and edits where the plans differ."""

    def __init__(self, edits: TextEdits, planting: Planting) -> None:
        self.edits = edits
        self.planting = planting

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
        before: Marked | None = None
        for name in self.planting.given(shape, new):
            then = getattr(new, name)
            there = node.value(name)
            if there is not None and not there.is_empty:
                now = getattr(old, name)
                self.value(shape.fields[name].shape, there, now, then, flow=flow)
            elif then != getattr(old, name):
                tree = self.planting.field(shape, name, new)
                self.edits.pair(node, name, tree, before, flow=flow)
            before = there or before

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
        known = {getattr(one, field): one for one in old}
        for one in new:
            name = getattr(one, field)
            there = node.value(name)
            if there is None or (there.is_empty and one != known.get(name)):
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
        names = dict.fromkeys(getattr(one, field) for one in (*old, *new))
        for name in names:
            now, then = (
                tuple(one for one in ones if getattr(one, field) == name) for ones in (old, new)
            )
            there = node.value(name)
            if there is not None and not there.is_empty:
                self.value(Many(item), there, now, then, flow=flow)
            elif then:
                tree = Listed(tuple(self.planting.record(item, one) for one in then))
                self.edits.pair(node, name, tree, None, flow=flow)

    def many(self, item: Shape, node: Marked, old: Value, new: Value, *, flow: bool) -> None:
        """Change a list: its items in place, new ones behind them, those that moved away out."""
        waiting = list(new)
        gone: list[int] = []
        for place, (now, there) in enumerate(zip(old, node.items, strict=True)):
            same = next((one for one in waiting if _name(one) == _name(now)), None)
            if same is None:
                gone.append(place)
                continue
            waiting.remove(same)
            self.item(item, node, there, now, same, flow=flow)
        self.edits.remove(node, gone, flow=flow)
        if waiting:
            trees = [self.planting.tree(item, one) for one in waiting]
            self.edits.append(node, trees, flow=flow, tall=isinstance(waiting[0], Group))

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


def _name(item: Value) -> str:
    return item if isinstance(item, str) else key_of(item)
