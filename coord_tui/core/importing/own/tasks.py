"""Reads the groups of an exported document with their tasks, ticked or not."""

import re

from coord_tui.core.exporting.markdown import STATES, group_title
from coord_tui.core.exporting.own_text import (
    DOT,
    read_block,
    read_bold,
    read_code,
    read_list,
    read_prose,
)
from coord_tui.core.exporting.tasks import BY, DROPPED
from coord_tui.core.free_names import FreeNames
from coord_tui.core.importing.own.lines import Entry, Numbered, Part, entries
from coord_tui.core.importing.own.taken import Taken
from coord_tui.core.plan import Group, Task
from coord_tui.core.plan_shape import WORD

_BOX = re.compile(r"\[([ xX])\]\s+")
_COUNT = re.compile(rf" {DOT} \d+ of \d+ done")
_ID = re.compile(r"([A-Z][\w.]*\d)[:.)]?\s+")
"""An id as people write it, without marking it."""


def read_groups(part: Part, taken: Taken) -> None:
    """The groups, in order; tasks that stand before the first are not read."""
    taken.leave_lines(part.lines)
    for inner in part.parts:
        taken.groups.append(_group(inner, taken))


def _group(part: Part, taken: Taken) -> Group:
    found, loose = entries(part.lines)
    id, note, loose = _id_and_note(loose)
    title, state = part.title, "later"
    for word, sign in STATES.items():
        if part.title.endswith(sign) or part.title == sign.strip():
            title, state = part.title.removesuffix(sign), word
    taken.leave_lines(loose)
    title = "" if title == group_title(id, "") else read_prose(title)
    if id and not taken.can_name(id):
        taken.warn(part.line, f"the id of a group is {WORD.words}, not {id[:40]!r}")
        id = ""
    id = id or _unused(title, taken)
    tasks = tuple(_task(entry, taken) for entry in found)
    return Group(id, title, state, note, tasks, part.line)  # type: ignore[arg-type]


def _id_and_note(loose: list[Numbered]) -> tuple[str, str, list[Numbered]]:
    """The line that names the group, the note behind or below it, and the lines besides."""
    id, note, rest, quote = "", "", list[Numbered](), list[str]()
    for number, text in loose:
        if not id and text.startswith("`"):
            id, behind = read_code(text)
            found = _COUNT.match(behind)
            behind = behind[found.end() :] if found else behind
            note = read_prose(re.sub(r"^\s*[—–-]\s+", "", behind)) if behind.strip() else ""
        elif text.startswith(">"):
            quote.append(text[1:].removeprefix(" "))
        else:
            rest.append((number, text))
    below = read_block(quote)
    return id, f"{note}\n\n{below}" if note and below else note or below, rest


def _unused(title: str, taken: Taken) -> str:
    """An id for a group that somebody added."""
    word = "-".join(re.findall(r"\w+", title.casefold())) or "group"
    return FreeNames(group.id for group in taken.groups).of(word)


def _task(entry: Entry, taken: Taken) -> Task:
    box = _BOX.match(entry.head)
    rest = entry.head[box.end() :] if box else entry.head
    id, rest = _id(rest, taken)
    title, *parts = rest.strip().split(f" {DOT} ")
    task = Task(title.strip(), id, line=entry.line)
    for part in parts:
        task = _with(task, part.strip(), entry.line, taken)
    task = _below(task, entry, taken)
    ticked = box is not None and box[1] != " "
    if task.done and not ticked:
        taken.warn(entry.line, f"{id or title} has a commit but no tick: taken as not done")
    taken.ends[entry.line] = entry.end
    return task._replace(title=_title(task), done=(task.done or True) if ticked else False)


def _id(text: str, taken: Taken) -> tuple[str, str]:
    """The id that begins a task, and what follows it; bold words that are no id are its title."""
    id, rest = read_bold(text)
    if id and not taken.can_name(id):
        return "", text
    found = None if id else _ID.match(text)
    return (found[1], text[found.end() :]) if found else (id, rest)


def _title(task: Task) -> str:
    struck = re.fullmatch(r"~~(.+)~~", task.title)
    return read_prose(struck[1] if struck and task.dropped is not False else task.title)


def _with(task: Task, part: str, line: int, taken: Taken) -> Task:
    """The task with one thing more that its line says of it."""
    key, _, value = part.partition(" ")
    if part.startswith(BY.strip()):
        return task._replace(done=read_code(part.removeprefix(BY.strip()).strip())[0])
    if key in ("after", "enhances") and value:
        return task._replace(**{key: read_list(value)})  # type: ignore[arg-type]
    if part == DROPPED or part.startswith(f"{DROPPED}:"):
        why = read_prose(part.partition(":")[2])
        return task._replace(dropped=why or True)
    owner, more = read_code(part)
    if more.strip() or task.owner:
        taken.leave(line)
        return task
    return task._replace(owner=owner)


def _below(task: Task, entry: Entry, taken: Taken) -> Task:
    """The task with what stands below its line."""
    details = entry.text
    for line, text in entry.said:
        key, colon, value = text.partition(":")
        value = value.strip()
        if colon and key in ("files", "after", "enhances"):
            task = task._replace(**{key: read_list(value)})  # type: ignore[arg-type]
        elif colon and key == "details":
            inline = read_prose(value)
            details = f"{inline}\n\n{details}" if details else inline
        else:
            taken.leave(line)
    return task._replace(details=details)
