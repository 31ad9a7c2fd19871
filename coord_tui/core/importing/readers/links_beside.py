"""Finds what a task waits for beside its title: in brackets within its line, or right below it.

`Row home (blocked on T1); then rest`, `After T1: row home`: only words that name ids count.
"""

import re
from collections.abc import Iterator

from coord_tui.core.importing.outline import Node
from coord_tui.core.importing.readers.links_words import Wait, wait_in
from coord_tui.core.importing.readers.tasks_clauses import names_tasks

_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")
_END = re.compile(r"\s*[:：,，.。;](?:\s|$)")
_LONGEST = 600


def waits_beside(task: Node) -> Iterator[Wait]:
    """What the brackets in a task's line and the first words below it say that it waits for."""
    parts: list[str] = _BRACKETED.findall(task.words[:_LONGEST])
    below = task.children[0] if task.children else None
    if below and below.kind == "text":
        words = _BRACKETED.sub(" ", below.words[:_LONGEST])
        parts.append(_END.split(words, maxsplit=1)[0])
    for part in parts:
        wait = wait_in(part, strict=True)
        if wait and names_tasks(wait.text):
            yield wait
