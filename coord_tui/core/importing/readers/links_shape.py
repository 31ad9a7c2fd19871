"""Finds what tasks wait for where no known word says so: columns and fields that hold only ids.

Such a column is one of dependencies when most of its cells are other tasks of the document, all of
them before their row (it waits for them) or all of them behind it (they wait for it).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.markdown.blocks import plain
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.links_words import KINDS, says_nothing, wait_in
from coord_tui.core.importing.readers.task_boards import columns_of_states
from coord_tui.core.importing.readers.task_columns import header_of
from coord_tui.core.importing.readers.tasks_bars import labelled_pieces
from coord_tui.core.importing.readers.tasks_fields import label_of
from coord_tui.core.importing.statements import Place, SaidLink
from coord_tui.core.importing.words.tasks import OTHER_LINK_WORDS

_OTHER = listed(OTHER_LINK_WORDS)
_LONGEST = 200
"""Of a value's letters; what is longer is prose."""
_MOST_OF_ALL = 0.75
"""Of the values under one heading that must be ids, and of their ids that must lead one way."""

Named = Callable[[str], tuple[str, ...]]
"""The tasks that all names in a text mean; none when one of them is no task."""


class Value(NamedTuple):
    """What stands for a task under a heading or behind a label."""

    task: str
    words: str
    line: int


def shaped_links(
    document: Document, at_lines: Mapping[int, str], order: Mapping[str, int], named: Named
) -> Iterator[SaidLink]:
    """The links in columns and fields of ids; `at_lines` gives the task that stands in a line."""
    fields: dict[str, list[Value]] = defaultdict(list)
    for node in document.root.walk():
        if node.kind == "table":
            for values in _columns(node, at_lines):
                yield from _links(document, values, order, named)
        elif node.line in at_lines:
            for label, value in _fields(node, at_lines[node.line]):
                fields[label].append(value)
                yield from _said(document, value, named)
    for values in fields.values():
        yield from _links(document, values, order, named)


def _columns(table: Node, at_lines: Mapping[int, str]) -> Iterator[list[Value]]:
    """The columns of unknown kind in a table of tasks that does not say what they wait for."""
    rows = [row for row in table.rows[1:] if row.line in at_lines]
    if not rows or columns_of_states(table):
        return
    header = header_of(table.rows)
    if "after" in header.kinds:
        return
    for at, kind in enumerate(header.kinds):
        if not kind and not _is_other(header.headings[at]):
            yield [
                Value(at_lines[row.line], plain(row.cells[at]), row.line)
                for row in rows
                if at < len(row.cells)
            ]


def _fields(node: Node, task: str) -> Iterator[tuple[str, Value]]:
    """The fields of unknown kind right below a task."""
    for child in node.children:
        found = field(child.runs) if child.kind in ("text", "item") else None
        if found is None or label_of(found.label) or _is_other(found.label):
            continue
        if said(found.label) not in KINDS:
            yield said(found.label), Value(task, found.words, child.line)
    for label, words in labelled_pieces(node.words) if node.kind == "item" else ():
        if not (label_of(label) or _is_other(label)):
            yield said(label), Value(task, words, node.line)


def _said(document: Document, value: Value, named: Named) -> Iterator[SaidLink]:
    """What the value of a field says by itself: `Blockers: depends on T1`."""
    wait = wait_in(value.words, strict=True) if len(value.words) <= _LONGEST else None
    if wait is None:
        return
    at = Place(document.name, value.line, value.line)
    for other in named(wait.text):
        if wait.kind == "before":
            yield SaidLink(at, other, value.task, sure="likely", why="a field says so")
        else:
            yield SaidLink(at, value.task, other, wait.kind, "likely", "a field says so")


def _is_other(heading: str) -> bool:
    """Whether what is called so has to do with other tasks, but does not wait: `Parallel with`."""
    words = said(heading)
    return words in _OTHER or any(each in words.split() for each in _OTHER)


def _links(
    document: Document, values: Sequence[Value], order: Mapping[str, int], named: Named
) -> Iterator[SaidLink]:
    filled = [each for each in values if each.words.strip() and not says_nothing(each.words)]
    short = [each for each in filled if len(each.words) <= _LONGEST]
    meant = [(each, named(each.words)) for each in short]
    meant = [(each, tasks) for each, tasks in meant if tasks and each.task not in tasks]
    if len(values) < 2 or len(meant) < max(1, _MOST_OF_ALL * len(filled)):
        return
    pairs = {(each.task, other): each.line for each, tasks in meant for other in tasks}
    back = sum(order.get(other, 0) < order.get(task, 0) for task, other in pairs)
    if any((other, task) in pairs for task, other in pairs):
        return
    why = "a column or field that holds only ids of tasks"
    for (task, other), line in pairs.items():
        at = Place(document.name, line, line)
        if back >= _MOST_OF_ALL * len(pairs):
            yield SaidLink(at, task, other, sure="likely", why=why)
        elif not back:
            yield SaidLink(at, other, task, sure="likely", why=why)
