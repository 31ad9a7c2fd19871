"""Finds the groups and tasks of a document, whatever form they have, and what they wait for.

Walks the document once; each heading changes what is expected below it. A task that is only spoken
of is not stated here.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.readers.task_guesses import without_needless
from coord_tui.core.importing.readers.task_tables import read_table
from coord_tui.core.importing.readers.tasks_bars import people_between_bars
from coord_tui.core.importing.readers.tasks_beside import point_families
from coord_tui.core.importing.readers.tasks_clashes import Numbers
from coord_tui.core.importing.readers.tasks_context import Context, under
from coord_tui.core.importing.readers.tasks_days import without_days
from coord_tui.core.importing.readers.tasks_groups import Group, group_of
from coord_tui.core.importing.readers.tasks_headings import asks_for_tasks, is_checklist, status_in
from coord_tui.core.importing.readers.tasks_heads import head_of
from coord_tui.core.importing.readers.tasks_legend import with_legend
from coord_tui.core.importing.readers.tasks_lists import read_points
from coord_tui.core.importing.readers.tasks_mentions import mentions
from coord_tui.core.importing.readers.tasks_notes import without_notes
from coord_tui.core.importing.readers.tasks_paragraphs import has_strong_id, strong_families
from coord_tui.core.importing.readers.tasks_progress import progress
from coord_tui.core.importing.readers.tasks_rounds import in_rounds
from coord_tui.core.importing.readers.tasks_sections import (
    Section,
    assigned,
    families,
    say_section,
    task_section,
)
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidGroup,
    SaidOwned,
    SaidSession,
    SaidTask,
)
from coord_tui.core.importing.status import without_signs


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The groups, tasks and links that the document states."""
    names = names_of([*_people(said), *people_between_bars(document)])
    document = with_legend(document)
    walk = _Walk(document, names)
    start = Context(families=point_families(document) | walk.strong)
    walked = without_needless(list(walk.inside(document.root.children, start)))
    walked = without_notes(document, without_days(document, walked))
    found = in_rounds(document, walked)
    used = {each.group for each in found if isinstance(each, SaidTask)}
    for group in walk.groups:
        if group.title in used:
            place = Place(document.name, group.line, group.line)
            yield SaidGroup(place, group.title, state=group.state, note=group.note)
    yield from found
    yield from progress(document, found)
    yield from mentions(document, found, names)


def _people(said: Sequence[Said]) -> Iterator[SaidSession]:
    """Those who work here, also those who are only named as owners of files.

    Who is named there by a guess and again behind a task is surely somebody.
    """
    for each in said:
        if isinstance(each, SaidSession):
            yield each
        elif isinstance(each, SaidOwned):
            yield SaidSession(each.at, each.session)


_LONGEST_HEADING = 80
"""Of the letters of a point that works as a heading."""


class _Walk:
    """One walk over a document."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document, self.names = document, names
        self.kin = families(document, names)
        self.strong = strong_families(document)
        self.groups: list[Group] = []
        self.lists: set[int] = set()
        """The lines of headings that are no tasks, whatever they begin with."""
        self.alike: set[int] = set()
        """The lines of headings that only part a list of boxes with ids, whatever they say."""
        self.numbers = Numbers()

    def inside(self, nodes: Sequence[Node], context: Context) -> Iterator[Said]:
        """What is said by nodes that stand below the same headings."""
        sections = [node for node in nodes if node.kind == "section"]
        rounds = sum(1 for node in sections if group_of(node.words)) >= 2
        context = context._replace(rounds=rounds or context.rounds, board=_is_board(sections))
        titles = sum(1 for node in sections if node.level == 1)
        self.lists |= _lists_of_boxes(sections, self.names)
        self.alike |= _parts_of_boxes(sections, self.names)
        points: list[Node] = []
        after_task = False
        for node in nodes:
            if node.kind in ("item", "text") and not self._opens(node):
                points.append(node)
                continue
            yield from self._points(points, context)
            points = []
            if node.kind == "table":
                yield from self.numbers.apart(read_table(self.document, node, context, self.names))
            elif node.kind in ("section", "item"):
                here = context._replace(steps=after_task and node.level >= LEAD)
                found = list(self._section(node, here, title=node.level == 1 and titles == 1))
                at = self.document.all_of(node)
                after_task = here.steps or any(_is_task_at(each, at) for each in found)
                yield from found
        yield from self._points(points, context)

    def _points(self, points: Sequence[Node], context: Context) -> list[Said]:
        return self.numbers.apart(read_points(self.document, points, context, self.names))

    def _section(self, node: Node, context: Context, title: bool) -> Iterator[Said]:
        """What a section says: a task with those in it, or what stands below a heading.

        A lane of work (`Track B`) is no task when it holds several; neither is a heading that looks
        like one but only holds others.
        """
        task = task_section(self.document, node, context, self.kin, self.names)
        below = under(context, node, self.names, title)
        if node.line in self.alike:
            below = below._replace(closed=context.closed, elsewhere=context.elsewhere)
        if (
            task is None
            or node.line in self.lists
            or (title and not re.search(r"\d", task.head.id))
        ):
            yield from self._opened(node, context, below)
        elif task.head.named.stream:
            inner = list(self._opened(node, context, below))
            yield from inner if _holds_tasks(inner) else self._said(node, task, context)
        else:
            inner = list(self._subtasks(node, context))
            if inner and not task.fields.found & {"status", "owner"}:
                below = below._replace(closed=context.closed, elsewhere=context.elsewhere)
                yield from self._opened(node, context, below)
                return
            yield from self._said(node, task, context)
            yield from inner

    def _said(self, node: Node, task: Section, context: Context) -> list[Said]:
        return self.numbers.apart(say_section(self.document, node, task, context, self.names))

    def _opened(self, node: Node, context: Context, below: Context) -> Iterator[Said]:
        """What is said below a heading that is no task."""
        if below.group and below.group is not context.group:
            self.groups.append(below.group)
        own = below.owner if below.last == "session" and not below.closed else ""
        if given := assigned(self.document, node, own, self.names):
            yield from say_section(self.document, node, given, below, self.names)
        found = list(self.inside(node.children, below))
        yield from found
        if own and not _tasks(found):
            yield from self._checklist(node, below)

    def _checklist(self, node: Node, below: Context) -> Iterator[Said]:
        """The boxes under `Checklist` in somebody's part that has no other tasks."""
        for child in node.children:
            if child.kind == "section" and is_checklist(child.words):
                points = [each for each in child.children if each.box]
                yield from self._points(points, below)

    def _subtasks(self, node: Node, context: Context) -> Iterator[Said]:
        """The tasks with ids of their own inside one: in headings, tables and strong letters."""
        inner = [
            child
            for child in node.children
            if child.kind == "table"
            or child.level in range(1, LEAD)
            or has_strong_id(child, self.strong)
        ]
        return self.inside(inner, context._replace(asks=False, last=""))

    def _opens(self, node: Node) -> bool:
        """Whether a point works as a heading: of a session or group, with points below it."""
        if node.kind != "item" or not any(child.kind == "item" for child in node.children):
            return False
        words = node.words.rstrip(" :：")
        head = head_of(node.runs, self.names)
        if head.id or node.box:
            return False
        if len(words) < _LONGEST_HEADING and (group_of(words) or asks_for_tasks(words)):
            return True
        return bool(self.names.of(words))


def _holds_tasks(inner: Sequence[Said]) -> bool:
    """Whether a lane of work has tasks in it: several, or one with an id of its own."""
    return _tasks(inner) > 1 or any(isinstance(each, SaidTask) and each.id for each in inner)


def _tasks(said: Sequence[Said]) -> int:
    return sum(1 for each in said if isinstance(each, SaidTask))


def _lists_of_boxes(sections: Sequence[Node], names: Names) -> set[int]:
    """The headings with ids above lists of boxes, where most such headings beside have no id."""
    lists = [node for node in sections if sum(bool(each.box) for each in node.children) > 1]
    with_ids = [node.line for node in lists if head_of(node.runs, names).id]
    return set(with_ids) if 2 * len(with_ids) < len(lists) else set()


def _is_task_at(said: Said, at: Place) -> bool:
    """Whether a heading is a task with an id: boxes under a lead behind it are its steps."""
    return isinstance(said, SaidTask) and bool(said.id) and said.at == at


def _parts_of_boxes(sections: Sequence[Node], names: Names) -> set[int]:
    """The headings above nothing but boxes with ids, where most headings beside are such.

    None of them says that something else follows: `Backend`, `Interface`, `Team`.
    """
    parts = [node.line for node in sections if node.children and _are_boxes(node.children, names)]
    return set(parts) if len(parts) > 1 and 2 * len(parts) > len(sections) else set()


def _are_boxes(points: Sequence[Node], names: Names) -> bool:
    return all(bool(node.box and head_of(node.runs, names).id) for node in points)


def _is_board(sections: Sequence[Node]) -> bool:
    """Whether headings sort work by how far it is: `To do`, `In progress`, `Done`."""
    states = {status_in(without_signs(node.words)[0]) for node in sections} - {""}
    return len(states) > 1 and not states.isdisjoint(("open", "claimed"))
