"""Finds the groups and tasks of a document, whatever form they have, and what they wait for.

Walks the document once; each heading changes what is expected below it. A task that is only spoken
of is not stated here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.readers.task_tables import read_table
from coord_tui.core.importing.readers.tasks_clashes import Numbers
from coord_tui.core.importing.readers.tasks_context import Context, under
from coord_tui.core.importing.readers.tasks_groups import Group, group_of
from coord_tui.core.importing.readers.tasks_heads import head_of
from coord_tui.core.importing.readers.tasks_lists import read_points
from coord_tui.core.importing.readers.tasks_mentions import mentions
from coord_tui.core.importing.readers.tasks_sections import (
    Section,
    families,
    say_section,
    task_section,
)
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidSession, SaidTask


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The groups, tasks and links that the document states."""
    names = Names([each for each in said if isinstance(each, SaidSession)])
    walk = _Walk(document, names)
    found = list(walk.inside(document.root.children, Context()))
    used = {each.group for each in found if isinstance(each, SaidTask)}
    for group in walk.groups:
        if group.title in used:
            place = Place(document.name, group.line, group.line)
            yield SaidGroup(place, group.title, state=group.state, note=group.note)
    yield from found
    yield from mentions(document, found, names)


class _Walk:
    """One walk over a document."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document, self.names = document, names
        self.groups: list[Group] = []
        self.numbers = Numbers()

    def inside(self, nodes: Sequence[Node], context: Context) -> Iterator[Said]:
        """What is said by nodes that stand below the same headings."""
        kin = families(nodes, self.names)
        sections = [node for node in nodes if node.kind == "section"]
        rounds = sum(1 for node in sections if group_of(node.words)) >= 2
        context = context._replace(rounds=rounds or context.rounds)
        points: list[Node] = []
        for node in nodes:
            if node.kind in ("item", "text") and not self._opens(node):
                points.append(node)
                continue
            yield from self._points(points, context)
            points = []
            if node.kind == "table":
                yield from self.numbers.apart(read_table(self.document, node, context, self.names))
            elif node.kind in ("section", "item"):
                yield from self._section(node, context, kin, nodes)
        yield from self._points(points, context)

    def _points(self, points: Sequence[Node], context: Context) -> list[Said]:
        return self.numbers.apart(read_points(self.document, points, context, self.names))

    def _section(
        self, node: Node, context: Context, kin: Counter[str], nodes: Sequence[Node]
    ) -> Iterator[Said]:
        task = task_section(self.document, node, context, kin, self.names)
        if task is not None:
            inner = list(self._subtasks(node, task, context))
            if not inner or task.fields.found & {"status", "owner"}:
                yield from self.numbers.apart(
                    say_section(self.document, node, task, context, self.names)
                )
                yield from inner
                return
        below = under(context, node, self.names, title=_is_title(node, nodes))
        if below.group and below.group is not context.group:
            self.groups.append(below.group)
        yield from self.inside(node.children, below)

    def _subtasks(self, node: Node, task: Section, context: Context) -> Iterator[Said]:
        """The tasks with ids of their own inside one: in headings and tables."""
        inner = [
            child
            for child in node.children
            if child.kind == "table" or child.level in range(1, LEAD)
        ]
        return self.inside(inner, context._replace(asks=False, last=""))

    def _opens(self, node: Node) -> bool:
        """Whether a point works as a heading: of a session or group, with points below it."""
        if node.kind != "item" or not any(child.kind == "item" for child in node.children):
            return False
        words = node.words.rstrip(" :：")
        head = head_of(node.runs, self.names)
        return not head.id and bool(self.names.of(words) or (group_of(words) and len(words) < 80))


def _is_title(node: Node, nodes: Sequence[Node]) -> bool:
    """Whether a section is the whole document under its title."""
    return node.level == 1 and sum(1 for each in nodes if each.level == 1) == 1
