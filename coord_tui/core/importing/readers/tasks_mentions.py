"""Reads lists of names that say something of tasks: `Ana: T1, T4`, `T2, T3 → Ben`, `Done: T1`.

Only tasks that the document states elsewhere are meant; a list with other names says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.links_words import references
from coord_tui.core.importing.readers.tasks_headings import asks_for_tasks, owner_of
from coord_tui.core.importing.statements import Place, Said, SaidTask
from coord_tui.core.importing.status import Status, whole_status, without_signs
from coord_tui.core.importing.task_ids import Known, TaskIds

_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|➜|➡\ufe0f?)\s*")


class _Says(NamedTuple):
    """What a line says of the tasks in a list of names."""

    tasks: str
    owner: str = ""
    status: Status = ""


def mentions(document: Document, said: Sequence[Said], names: Names) -> Iterator[SaidTask]:
    """What is said of tasks by their names only: whose they are, that they are done."""
    tasks = {each.id: each.title for each in said if isinstance(each, SaidTask) and each.id}
    if not tasks:
        return
    known = TaskIds([Known(id, title) for id, title in tasks.items()])
    at_lines = {each.at.line for each in said if isinstance(each, SaidTask)}
    for node, owner in _below(document.root, "", names):
        says = _says(node, owner, names) if node.line not in at_lines else None
        if says is None:
            continue
        for id in _named(says.tasks, known):
            at = Place(document.name, node.line, node.first)
            why = "named in a list"
            yield SaidTask(at, id, owner=says.owner, status=says.status, sure="likely", why=why)


def _below(node: Node, owner: str, names: Names) -> Iterator[tuple[Node, str]]:
    """The lines below a node, each with the session whose part it stands in."""
    if node.kind == "section":
        owner = owner_of(node.words.rstrip(" :：").split(":")[0], names) or owner
    if node.kind in ("item", "text"):
        yield node, owner
    for child in node.children:
        yield from _below(child, owner, names)


def _says(node: Node, owner: str, names: Names) -> _Says | None:
    found = field(node.runs)
    if found is not None:
        label = without_signs(found.label)[0]
        if asks_for_tasks(label):
            return _Says(found.words, owner)
        if names.of(label):
            return _Says(found.words, label)
        if whole_status(label) == "done":
            return _Says(found.words, status="done")
    sides = _ARROW.split(node.words)
    if len(sides) == 2 and all(sides):
        if names.of(sides[1]):
            return _Says(sides[0], sides[1])
        if names.of(sides[0]):
            return _Says(sides[1], sides[0])
    return None


def _named(words: str, known: TaskIds) -> tuple[str, ...]:
    """The tasks in a list of names, when all of them are tasks."""
    meant = [known.named(name) for name in references(words)]
    found = dict.fromkeys(id for ids in meant for id in ids)
    return tuple(found) if all(meant) else ()
