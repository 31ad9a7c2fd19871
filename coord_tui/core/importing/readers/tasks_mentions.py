"""Reads lists of names under a session: `- Tasks: T1 (chart), T4`; they say whose these tasks are.

Only tasks that the document states elsewhere are meant; a list with other names says nothing.
"""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node, field
from coord_tui.core.importing.readers.links_words import references
from coord_tui.core.importing.readers.tasks_headings import asks_for_tasks, owner_of
from coord_tui.core.importing.statements import Place, Said, SaidTask
from coord_tui.core.importing.task_ids import Known, TaskIds


def mentions(document: Document, said: Sequence[Said], names: Names) -> Iterator[SaidTask]:
    """The tasks that are named under the sessions they belong to."""
    tasks = {each.id: each.title for each in said if isinstance(each, SaidTask) and each.id}
    if tasks:
        known = TaskIds([Known(id, title) for id, title in tasks.items()])
        yield from _below(document, document.root, "", known, names)


def _below(
    document: Document, node: Node, owner: str, known: TaskIds, names: Names
) -> Iterator[SaidTask]:
    if node.kind == "section":
        owner = owner_of(node.words.rstrip(" :：").split(":")[0], names) or owner
    found = field(node.runs) if node.kind in ("item", "text") else None
    if found and asks_for_tasks(found.label):
        yield from _named(document, node, found.words, owner, known)
    for child in node.children:
        yield from _below(document, child, owner, known, names)


def _named(
    document: Document, node: Node, words: str, owner: str, known: TaskIds
) -> Iterator[SaidTask]:
    """The tasks in a list of names, when all of them are tasks."""
    meant = [known.named(name) for name in references(words)]
    if not meant or not all(meant):
        return
    at = Place(document.name, node.line, node.first)
    for id in dict.fromkeys(id for ids in meant for id in ids):
        yield SaidTask(at, id, owner=owner, sure="likely", why="named in a session's list")
