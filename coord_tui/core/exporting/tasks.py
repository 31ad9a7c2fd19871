"""The line of a task in an exported document: a box, its id and title, and what is known of it."""

from coord_tui.core.exporting.items import Item, detailed
from coord_tui.core.exporting.own_text import DOT, bold, code, is_prose, name, prose
from coord_tui.core.plan import Task

DONE, OPEN = "[x]", "[ ]"
BY = "✓ "
"""Stands before the commit that did it."""
DROPPED = "dropped"
STOP = rf"{DOT}|~~"
"""What a title on its line must not hold."""


def task_item(task: Task) -> Item:
    """The task as a person ticks it off."""
    box = DONE if task.done is not False else OPEN
    parts = [f"{box} {bold(task.id)} {_title(task)}", *_parts(task)]
    files = (f"files: {', '.join(map(code, task.files))}",) if task.files else ()
    return detailed(f" {DOT} ".join(parts), files, task.details)


def _title(task: Task) -> str:
    title = prose(task.title, STOP)
    strike = task.dropped is not False and is_prose(task.title, STOP)
    return f"~~{title}~~" if strike else title


def _parts(task: Task) -> list[str]:
    parts = []
    if task.owner:
        parts.append(f"`{DROPPED}`" if task.owner == DROPPED else name(task.owner))
    if isinstance(task.done, str):
        parts.append(BY + name(task.done))
    if task.after:
        parts.append(f"after {', '.join(map(name, task.after))}")
    if task.enhances:
        parts.append(f"enhances {', '.join(map(name, task.enhances))}")
    if task.dropped is not False:
        why = "" if task.dropped is True else f": {prose(task.dropped, DOT)}"
        parts.append(DROPPED + why)
    return parts
