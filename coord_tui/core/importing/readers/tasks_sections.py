"""Reads sections that are one task each: `### Task A: Title ✅`, `**S4. Title**` and the like.

A heading with an id is a task when its neighbours have such ids too, when tasks are asked for, or
when fields of a task stand below it; without an id only fields make it one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields, Label, fields_of
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.readers.tasks_headings import asks_for_tasks, closes
from coord_tui.core.importing.readers.tasks_heads import Head, head_of
from coord_tui.core.importing.readers.tasks_names import dashed
from coord_tui.core.importing.readers.tasks_saying import saying
from coord_tui.core.importing.statements import Said, Sure

_OF_TASKS: frozenset[Label] = frozenset({"owner", "status", "wait", "files", "finished", "commit"})


class Section(NamedTuple):
    """A section that is a task."""

    head: Head
    fields: Fields
    sure: Sure = "certain"
    why: str = ""


def family(id: str) -> str:
    """How many of the sections have ids of one family."""
    return re.split(r"[\d.]|-(?=[^-]*$)", id, maxsplit=1)[0].casefold()


def families(sections: Sequence[Node], names: Names) -> Counter[str]:
    """How many of the sections have ids of one family."""
    heads = (head_of(node.runs, names) for node in sections if node.kind == "section")
    return Counter(family(head.id) for head in heads if head.id)


def task_section(
    document: Document, section: Node, context: Context, kin: Counter[str], names: Names
) -> Section | None:
    """The task that a section is; nothing when it is something else."""
    head = head_of(section.runs, names)
    if not head.id and (name := dashed(section.words)).id:
        head = head._replace(id=name.id, title=name.rest, named=name)
        if not fields_of(document, section, section.children).found & _OF_TASKS:
            return None
    fields = fields_of(document, section, section.children, head.more)
    head = head._replace(more="")
    found = fields.found & _OF_TASKS
    if head.id:
        return _with_id(section, head, fields, context, kin, names)
    if context.closed or group_of(section.words) or names.of(head.title) or names.of(section.words):
        return None
    if (
        asks_for_tasks(section.words)
        or closes(section.words)
        or _owns_paths(fields)
        or not head.title
    ):
        return None
    whose = found & {"owner", "wait"}
    if ("status" in found and whose) or (
        (context.asks or context.titled) and found & {"status", "owner", "wait"}
    ):
        return Section(head, fields, "likely", "a heading with the fields of a task below it")
    return None


def _with_id(
    section: Node, head: Head, fields: Fields, context: Context, kin: Counter[str], names: Names
) -> Section | None:
    found = fields.found & _OF_TASKS
    telling = bool(found or head.worded or head.commit)
    if group_of(section.words) and not found & {"owner", "status"}:
        return None
    if not head.title and not found:
        return None
    if context.elsewhere and not (found & {"status", "wait"} or head.worded or head.commit):
        return None
    if not (telling or context.asks or kin[family(head.id)] >= 2):
        return None
    if names.of(head.id) and not head.owner and not fields.owner:
        head = head._replace(owner=head.id)
    return Section(head, fields)


def _owns_paths(fields: Fields) -> bool:
    """Whether the owner's field holds paths, as in the section of a session."""
    return any(
        path_of(word.strip("`,"), code=True) and "/" in word for word in fields.owner.split()
    )


def say_section(
    document: Document, node: Node, section: Section, context: Context, names: Names
) -> Iterator[Said]:
    """What a section that is a task says."""
    at = document.all_of(node)
    yield from saying(at, section.head, section.fields, context, names, section.sure, section.why)
