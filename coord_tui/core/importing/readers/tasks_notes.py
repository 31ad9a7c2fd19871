"""Takes away points that are no tasks of their own where a document numbers its tasks elsewhere.

Below a heading that begins with the id of a task of a table stand notes about it, which become its
details. Open boxes that no heading asks for, among tasks with ids, are what somebody looks after.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.tasks_clashes import words_of_title
from coord_tui.core.importing.readers.tasks_fields import fields_of
from coord_tui.core.importing.readers.tasks_names import is_id, leading, named
from coord_tui.core.importing.statements import Place, Said, SaidLink, SaidTask
from coord_tui.core.importing.status import without_signs

_FEWEST = 3
"""Of the tasks with ids, before boxes without are taken for something else."""
BOXES = ("a box in a document of tasks", "a box where tasks are listed")
"""Why a box is taken for a task where no heading right above asks for tasks."""


def without_notes(document: Document, found: Sequence[Said]) -> list[Said]:
    """The statements without points that are notes or checks, and what the notes say of tasks."""
    tasks = [each for each in found if isinstance(each, SaidTask)]
    sure = {each.id.casefold(): each for each in tasks if each.id and each.sure == "certain"}
    notes = list(_notes(document, tasks, sure)) if sure else []
    inside = {line for node, _ in notes for line in range(node.line + 1, node.end + 1)}
    away = {each for each in tasks if not each.id and each.at.line in inside}
    away |= _checks(document, tasks) if len(sure) >= _FEWEST else set()
    told = (_told(document, node, task) for node, task in notes)
    titles = {(each.at, each.title) for each in away}
    return [*(each for each in found if not _is_away(each, away, titles)), *told]


def _notes(
    document: Document, tasks: Sequence[SaidTask], sure: dict[str, SaidTask]
) -> Iterator[tuple[Node, SaidTask]]:
    """The headings that begin with the id of a task stated elsewhere, above points without ids."""
    heads = sorted(each.at.line for each in tasks if each.id)
    points = sorted(each.at.line for each in tasks if not each.id)
    said = {*points}
    for node in document.root.walk():
        task = _spoken_of(without_signs(node.words)[0], sure) if node.kind == "section" else None
        if task and not _any_in(heads, node) and _any_in(points, node) and node.line not in said:
            yield node, task


def _any_in(lines: Sequence[int], node: Node) -> bool:
    """Whether one of some lines in order is a node's or below it."""
    at = bisect_left(lines, node.line)
    return at < len(lines) and lines[at] <= node.end


def _spoken_of(words: str, sure: dict[str, SaidTask]) -> SaidTask | None:
    """The task with whose id a heading begins; by a number only if its title is spoken of too."""
    name = leading(words)
    name = name if name.id else named(words)
    task = sure.get(name.id.casefold()) if name.id else None
    if task is None or is_id(name.id, apart=False):
        return task
    return None if words_of_title(task.title).isdisjoint(words_of_title(name.rest)) else task


def _told(document: Document, node: Node, task: SaidTask) -> SaidTask:
    """What the notes say, as details of the task."""
    details = fields_of(document, node, node.children, "").details
    return SaidTask(document.all_of(node), task.id, details=details)


def _checks(document: Document, tasks: Sequence[SaidTask]) -> set[SaidTask]:
    """The boxes of lists of which none is ticked, numbered, or given to anybody."""
    boxes = {node.line: node for node in document.root.walk() if node.kind == "item" and node.box}
    free = [each for each in tasks if each.at.line in boxes and each.why in BOXES]
    lists: dict[str, list[SaidTask]] = {}
    for each in free:
        lists.setdefault(each.under.title if each.under else "", []).append(each)
    return {task for each in lists.values() if all(map(_is_check, each)) for task in each}


def _is_check(task: SaidTask) -> bool:
    """Whether an open box may be no task: it has no id and owner and is of no numbered round."""
    counted = bool(re.search(r"\d", task.group))
    return not (task.id or task.owner or counted) and task.status in ("", "open")


def _is_away(said: Said, away: set[SaidTask], titles: set[tuple[Place, str]]) -> bool:
    if isinstance(said, SaidLink):
        return (said.at, said.task) in titles
    return isinstance(said, SaidTask) and said in away
