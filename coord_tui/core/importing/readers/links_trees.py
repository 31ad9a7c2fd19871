"""Reads trees of tasks in fences: what hangs on a branch waits for what it hangs on.

```
T1 schema
├── T2 service
│   └── T4 page
└── T3 import
```

A tree of files has no ids, and parts of a task (`T1.1` below `T1`) wait for nothing.
"""

import re
from collections.abc import Iterator

from coord_tui.core.importing.markdown.blocks import source_lines
from coord_tui.core.importing.readers.links_graphs import Edge
from coord_tui.core.importing.readers.tasks_names import named, unmarked

_BRANCH = re.compile(r"[\s│|┃║─]*(?:├|└|╰|┣|┗|\|-|\+-|`-|\\-)[─━-]*\s*")
_RULERS = re.compile(r"\s*[─━═│|┐┘┤]+\s*")
_LONGEST_LINE = 400


def tree_edges(text: str, first_line: int) -> Iterator[Edge]:
    """The edges from each task of a tree to those on its branches."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(source_lines(text), first_line):
        branch = _BRANCH.match(line[:_LONGEST_LINE])
        words = _RULERS.sub(" ", line[branch.end() if branch else 0 : _LONGEST_LINE]).strip()
        task = named(words).id or unmarked(words).id
        if not words:
            continue
        column = branch.end() if branch else 0
        while above and above[-1][0] >= column:
            above.pop()
        before = above[-1][1] if above and branch else ""
        if before and task and not _is_part(task, before):
            yield Edge(_spelled(before), _spelled(task), number)
        above.append((column, task))


def _is_part(task: str, whole: str) -> bool:
    """Whether an id is that of a part of another task: `T1.2` and `T1b` of `T1`."""
    return task.startswith(whole) and not task[len(whole) : len(whole) + 1].isdigit()


def _spelled(task: str) -> str:
    """An id as a graph names it; a number alone would mean no task there."""
    return f"#{task}" if task.isdigit() else task
