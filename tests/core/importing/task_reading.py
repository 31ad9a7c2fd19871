"""What the readers of tasks make of a document, with the sessions given, in a form that tables
can compare.
"""

from typing import NamedTuple

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.readers import links, tasks
from coord_tui.core.importing.reading import Reading
from coord_tui.core.importing.statements import Place, Said, SaidSession
from coord_tui.core.plan import Task


class Row(NamedTuple):
    """A task as tests write it."""

    id: str
    title: str = ""
    owner: str = ""
    done: str | bool = False
    after: tuple[str, ...] = ()


def stated(text: str, *sessions: str) -> list[Said]:
    """The statements that the readers of tasks and links make."""
    document = outline("PLAN.md", text)
    said: list[Said] = [SaidSession(Place("PLAN.md", 1, 1), name) for name in sessions]
    for reader in (tasks.read, links.read):
        said += list(reader(document, said))
    return said


def reading(text: str, *sessions: str) -> Reading:
    """The plan of a document of which only tasks are read."""
    return assemble(Stated(tuple(stated(text, *sessions))))


def all_tasks(text: str, *sessions: str) -> dict[str, Task]:
    """The tasks by id."""
    return {task.id: task for group in reading(text, *sessions).plan.groups for task in group.tasks}


def rows(text: str, *sessions: str) -> list[Row]:
    """The tasks of a document."""
    return [
        Row(task.id, task.title, task.owner, task.done, task.after)
        for task in all_tasks(text, *sessions).values()
    ]
