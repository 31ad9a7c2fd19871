"""Tells whatever agent reads AGENTS.md or CLAUDE.md which commands to use, in a marked block."""

from __future__ import annotations

import re
from os.path import join, realpath

from coord_tui.adapters.hooks import Change
from coord_tui.adapters.kept_files import read_text, write_text
from coord_tui.adapters.layout import Layout
from coord_tui.core.marked_block import BEGIN, MarksBroken, with_block
from coord_tui.errors import BadInput

FILES = ("AGENTS.md", "CLAUDE.md")
IMPORT = re.compile(r"(?m)^\s*@(\./)?AGENTS\.md\s*$")
"""By such a line CLAUDE.md takes in the other."""

BLOCK = """\
## Other sessions work here too
`coord-tui` knows who owns which file and who does which task. These five commands keep you out of
each other's way; all take `--json`. Exit code 1 means no: the line says why and what to do instead.

1. `coord-tui brief`, before anything else: who you are, what is yours, what waits for you.
2. `coord-tui claim --next` (or an id), before you begin a task; `coord-tui wait --ready` when there
   is none.
3. `coord-tui guard PATH`, before you edit a file. Refused or warned: `coord-tui ask PATH "why"`,
   then `coord-tui wait --request ID`. Shared: `coord-tui announce PATH "what you change"` first,
   then `coord-tui pull`; edit it, and at once `coord-tui finish PATH -m "what you changed"`.
4. `coord-tui inbox`, between two steps: answers and messages to you.
5. `coord-tui done ID`, once the commit that finishes the task is made.
"""


def prepare(layout: Layout) -> list[tuple[str, str | None, str]]:
    """Each file that gets the block: its path, its text until now, and what it will be.

    Raises: BadInput when the marks in a file are broken, or it is no text; nothing is written.
    """
    texts = {name: read_text(layout, join(layout.top, name)) for name in FILES}
    agents, claude = texts.values()
    same = len({realpath(join(layout.top, name)) for name in FILES}) == 1
    names: tuple[str, ...] = FILES
    if claude is None or same or IMPORT.search(claude):
        names = FILES[:1]
    elif agents is None:
        names = FILES[1:]
    return [_planned(join(layout.top, name), texts[name]) for name in names]


def write(planned: list[tuple[str, str | None, str]]) -> list[Change]:
    """Write the files that are to change. Raises: Refused, EnvironmentFailed as `write_text`."""
    changes = []
    for path, before, after in planned:
        if before != after:
            write_text(path, after, before)
        change = "refreshed" if before and BEGIN in before else "written"
        changes.append(Change(path, "unchanged" if before == after else change))
    return changes


def _planned(path: str, before: str | None) -> tuple[str, str | None, str]:
    try:
        return path, before, with_block(before or "", BLOCK)
    except MarksBroken as error:
        raise BadInput(f"{path}:{error.line}: {error}; it stays as it is") from None
