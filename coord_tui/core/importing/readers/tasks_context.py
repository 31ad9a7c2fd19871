"""What the headings above a passage say of the tasks in it, or that there are none.

A heading may ask for tasks (`Backlog`), close the door to them (`Definition of done`), name a group
(`Round 2 — Agency`), a session (`Ana's work`) or a status (`In progress`).
"""

import re
from typing import Literal, NamedTuple, cast

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import LEAD, Node
from coord_tui.core.importing.readers.status import Status, without_signs
from coord_tui.core.importing.readers.tasks_groups import Group, group_of
from coord_tui.core.importing.readers.tasks_headings import (
    asks_for_tasks,
    closes,
    closes_group,
    is_record,
    leads_elsewhere,
    owner_of,
    status_in,
)

Last = Literal["", "asks", "group", "session", "status"]


class Context(NamedTuple):
    """What holds for everything below some headings."""

    group: Group | None = None
    owner: str = ""
    status: Status = ""
    asks: bool = False
    """A heading asks for tasks."""
    titled: bool = False
    """The document's title asks for tasks: its boxes are some."""
    closed: bool = False
    """A heading says that what follows is something else."""
    elsewhere: bool = False
    """A heading says that not even what has an id is a task."""
    last: Last = ""
    """What the last heading is."""
    rounds: bool = False
    """Whether the group is one of several."""
    heading: int = 0
    """The level of the last heading; a numbered one counts as a lead."""


_NUMBERED = re.compile(r"[①-⑳]|\d+[.)]|\w+\.\w{1,4}$|[\w.-]+/")


def under(context: Context, section: Node, names: Names, title: bool = False) -> Context:
    """What holds below a section; a document's `title` neither asks nor closes."""
    words = without_signs(section.words)[0].rstrip(" :：")
    named, owner = group_of(section.words, section.line), owner_of(words, names)
    status = status_in(words)
    asks = not title and (asks_for_tasks(words) or bool(status and context.asks))
    closing = not (title or asks or owner) and (closes_group if named else closes)(words)
    closing = closing or (title and is_record(words))
    kinds = {"asks": asks, "session": owner, "group": named, "status": status}
    return Context(
        group=named or context.group,
        owner=owner or context.owner,
        status=status or (context.status if section.level >= LEAD else ""),
        asks=asks or context.asks,
        titled=context.titled or (title and asks_for_tasks(words)),
        closed=context.closed or closing,
        elsewhere=context.elsewhere or (closing and leads_elsewhere(words)),
        last=cast(Last, next((kind for kind, holds in kinds.items() if holds), "")),
        rounds=context.rounds,
        heading=LEAD if _NUMBERED.match(words) else section.level,
    )
