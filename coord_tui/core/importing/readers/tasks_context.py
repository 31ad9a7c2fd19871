"""What the headings above a passage say of the tasks in it, or that there are none.

A heading may ask for tasks (`Backlog`), close the door to them (`Definition of done`), name a group
(`Round 2 — Agency`), a session (`Ana's work`) or a status (`In progress`).
"""

import re
from typing import Literal, NamedTuple, cast

from coord_tui.core.importing.evident import is_team
from coord_tui.core.importing.fields import field
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import LEAD, Node
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.tasks_fields import label_of
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
from coord_tui.core.importing.readers.tasks_owners import owner_in
from coord_tui.core.importing.status import Status, whole_status, without_signs
from coord_tui.core.importing.topics import title as bare_title
from coord_tui.core.importing.whom import OWNS
from coord_tui.core.importing.words.headings import ASIDE

Last = Literal["", "asks", "group", "session", "status", "part", "title"]


class Context(NamedTuple):
    """What holds for everything below some headings."""

    group: Group | None = None
    under: Group | None = None
    """The heading that asked for the tasks, or else the last one: the group of those without."""
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
    board: bool = False
    """The headings beside sort work by how far it is."""
    families: frozenset[str] = frozenset()
    """The beginnings of the ids that points of the document have: `T` of T1 and T7."""
    steps: bool = False
    """A lead behind a task says what belongs to it: its boxes without ids are steps."""
    heading: int = 0
    """The level of the last heading; a numbered one counts as a lead."""


_ASIDE = listed(ASIDE)
_SENTENCES = re.compile(r"[.!?]\s")
_LONGEST_LEAD = 100
"""Of a lead's letters; what is longer, or two sentences, is prose that mentions a round."""
_LONGEST_TITLE = 80
_LONGEST_PART = 4
"""Of the words of a lead that only names a part of a round: `Backend`."""
_NUMBERED = re.compile(r"[①-⑳]|\d+[.)]|\w+\.\w{1,4}$|[\w.-]+/")


def under(context: Context, section: Node, names: Names, title: bool = False) -> Context:
    """What holds below a section; a document's `title` neither asks nor closes."""
    if _is_aside(section):
        return context
    words = without_signs(section.words)[0].rstrip(" :：")
    prose = section.level >= LEAD and (len(words) > _LONGEST_LEAD or _SENTENCES.search(words))
    named = None if prose else group_of(section.words, section.line)
    named = named._replace(whole=title) if named else None
    owner = owner_of(words, names) or _owner_below(section, names)
    owner = "" if title and is_team(owner) else owner
    status = status_in(words) or ("done" if named and named.state == "done" else "")
    asks = not title and (asks_for_tasks(words) or bool(status and (context.asks or context.board)))
    closing = not (title or asks or owner) and (closes_group if named else closes)(words)
    closing = closing or (title and is_record(words)) or bool(owner and OWNS.within(words))
    part = section.level >= LEAD and not closing and len(words.split()) <= _LONGEST_PART
    listing = title and asks_for_tasks(words) and len(words.split()) <= _LONGEST_PART
    kinds = {
        "asks": asks, "session": owner, "group": named, "title": listing, "status": status,
        "part": part,
    }  # fmt: skip
    return Context(
        group=named or context.group,
        under=_titled(section, context, asks, owned=bool(owner)),
        owner=owner or context.owner,
        status=status or context.status,
        asks=asks or context.asks,
        titled=context.titled or (title and asks_for_tasks(words)),
        closed=(context.closed and not _reopens(words, context)) or closing,
        elsewhere=context.elsewhere or (closing and leads_elsewhere(words)),
        last=cast(Last, next((kind for kind, holds in kinds.items() if holds), "")),
        rounds=context.rounds,
        families=context.families,
        steps=context.steps and not (asks or owner or named or status),
        heading=LEAD if _NUMBERED.match(words) else section.level,
    )


def _reopens(words: str, context: Context) -> bool:
    """Whether `Tasks` stands in somebody's part, whatever the heading above it says: `Team`."""
    return not context.elsewhere and asks_for_tasks(words)


def _titled(section: Node, context: Context, asks: bool, owned: bool) -> Group | None:
    """The heading that is the group of tasks without one; a board's column is none."""
    words = bare_title(section.words)
    column = context.board and context.under and whole_status(words)
    nearer = not (context.asks or context.titled or owned) and 0 < section.level < LEAD
    if column or not (asks or nearer):
        return context.under
    return Group(words[:_LONGEST_TITLE].rstrip(), section.line)


def _is_aside(section: Node) -> bool:
    """Whether a lead only says something of what stands above: `Focus: the public pages`."""
    found = field(section.runs) if section.level > LEAD else None
    return bool(found and found.words and said(found.label) in _ASIDE)


def _owner_below(section: Node, names: Names) -> str:
    """Whom a field right below a heading says that all of it belongs to."""
    for node in section.children:
        found = field(node.runs) if node.kind in ("text", "section") else None
        if found is None:
            return ""
        if label_of(found.label) == "owner" and names.of(owner := owner_in(found.words, names)):
            return owner
    return ""
