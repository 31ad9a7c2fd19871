"""Reads sections that are one task each: `### Task A: Title ✅`, `**S4. Title**` and the like.

A heading with an id is a task when its neighbours have such ids too, when tasks are asked for, or
when fields of a task stand below it; without an id only fields make it one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.phrases import listed, said
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields, Label, fields_of
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.readers.tasks_headings import asks_for_tasks, closes
from coord_tui.core.importing.readers.tasks_heads import (
    Head,
    head_of,
    is_product,
    with_owner,
    without_id,
)
from coord_tui.core.importing.readers.tasks_names import dashed, lettered, numbered
from coord_tui.core.importing.readers.tasks_saying import saying
from coord_tui.core.importing.statements import Said, Sure

_ASSIGNED = listed(
    """task; assignment; assigned task; your task; the task; tarea; tarea asignada; tarefa; tâche;
    aufgabe; compito; taak; задача; görev; zadanie; 任务; 任務; タスク; 작업; 과제"""
)
_SHORTEST_TITLE = 2
"""Of a given task's words; one alone is the name of something."""
_OF_TASKS: frozenset[Label] = frozenset({"owner", "status", "wait", "files", "finished", "commit"})


_LONGEST_ROUND = 2
"""Of the words that name a round: `Phase 2`."""


class Section(NamedTuple):
    """A section that is a task."""

    head: Head
    fields: Fields
    sure: Sure = "certain"
    why: str = ""


def family(id: str) -> str:
    """What ids that are counted together have in common: `S` of S4."""
    return re.split(r"[\d.]|-(?=[^-]*$)", id, maxsplit=1)[0].casefold()


def families(document: Document, names: Names) -> Counter[str]:
    """How many headings and leads of a document have ids of one family."""
    nodes = (node for node in document.root.walk() if node.kind == "section" and node.level)
    heads = (head_of(node.runs, names) for node in nodes)
    return Counter(family(head.id) for head in heads if head.id)


def task_section(
    document: Document, section: Node, context: Context, kin: Counter[str], names: Names
) -> Section | None:
    """The task that a section is; nothing when it is something else."""
    head = head_of(section.runs, names)
    fields = fields_of(document, section, section.children, head.more)
    head = head._replace(more="")
    if is_product(head) and kin[family(head.id)] < 2:
        head = without_id(head, section.words)
    if not head.id and fields.found & _OF_TASKS:
        head = _with_loose_id(head, section.words)
    if head.id:
        head = with_owner(head, names)
        return _with_id(section, head, fields, context, kin, names)
    return None if _is_else(section, head, context, names) else _without_id(head, fields, context)


def _with_loose_id(head: Head, words: str) -> Head:
    """A heading above fields with the id that only these make one: `A — Title`, `a-b - Title`."""
    letter, long = lettered(head.title), dashed(words)
    if letter.id:
        return head._replace(id=letter.id, title=letter.rest, named=letter)
    return head._replace(id=long.id, title=long.rest, named=long) if long.id else head


def _is_else(section: Node, head: Head, context: Context, names: Names) -> bool:
    """Whether a heading without an id is surely something else: a round, a session, a rule."""
    if context.closed or not head.title or group_of(section.words):
        return True
    if names.of(head.title) or names.of(section.words):
        return True
    if (context.asks or context.titled) and numbered(head.title).id:
        return False
    return asks_for_tasks(section.words) or closes(section.words)


def _without_id(head: Head, fields: Fields, context: Context) -> Section | None:
    """The task that fields make of a heading, or its number where tasks are asked for."""
    found = fields.found & _OF_TASKS
    asked, counted = context.asks or context.titled, numbered(head.title)
    if _owns_paths(fields):
        return None
    if asked and counted.id:
        head = head._replace(id=counted.id, title=counted.rest, named=counted)
    telling = "status" in found and found & {"owner", "wait"}
    if telling or (asked and found & {"status", "owner", "wait"}):
        return Section(head, fields, "likely", "a heading with the fields of a task below it")
    if head.id and (context.last == "asks" or "title" in fields.found):
        return Section(head, fields, "likely", "a numbered heading where tasks are asked for")
    return None


def _with_id(
    section: Node, head: Head, fields: Fields, context: Context, kin: Counter[str], names: Names
) -> Section | None:
    found = fields.found & _OF_TASKS
    telling = bool(found or head.worded or head.commit)
    if _names_group(section, head, kin) and not found & {"owner", "status"}:
        return None
    if not head.title and not found and not fields.title:
        return None
    if context.elsewhere and not (found & {"status", "wait"} or head.worded or head.commit):
        return None
    if not (telling or context.asks or kin[family(head.id)] >= 2):
        return None
    if not head.id.isdigit() and names.of(head.id) and not head.owner and not fields.owner:
        head = head._replace(owner=head.id)
    return Section(head, fields)


def _names_group(section: Node, head: Head, kin: Counter[str]) -> bool:
    """Whether a heading is a round's; a title may speak of one: `T1 — Finish the work of phase 2`.

    Only at its beginning, or where no heading beside has such an id, it is the round's name.
    """
    if not group_of(section.words):
        return False
    first = " ".join(head.title.split()[:_LONGEST_ROUND])
    spoken_of = head.named.marked and head.title and not group_of(first)
    return not spoken_of or kin[family(head.id)] < 2


def _owns_paths(fields: Fields) -> bool:
    """Whether the owner's field holds paths, as in the section of a session."""
    return any(
        path_of(word.strip("`,"), code=True) and "/" in word for word in fields.owner.split()
    )


def assigned(document: Document, section: Node, owner: str, names: Names) -> Section | None:
    """The task that a field gives to a session: `Task: Write the parser` under its name."""
    fields = [(node, field(node.runs)) for node in section.children if node.kind != "item"]
    given = [(node, found) for node, found in fields if found and said(found.label) in _ASSIGNED]
    if len(given) != 1 or not owner:
        return None
    head = head_of(given[0][1].value, names)
    if len(head.title.split()) < _SHORTEST_TITLE or group_of(head.title):
        return None
    beside = fields_of(document, section, [node for node, _ in fields if not node.children])
    beside = beside._replace(details=head.more, owner=owner)
    return Section(head._replace(more=""), beside, "likely", "what a session is given to do")


def say_section(
    document: Document, node: Node, section: Section, context: Context, names: Names
) -> Iterator[Said]:
    """What a section that is a task says."""
    at = document.all_of(node)
    yield from saying(at, section.head, section.fields, context, names, section.sure, section.why)
