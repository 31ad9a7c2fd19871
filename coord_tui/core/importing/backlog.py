"""Reads the files in which Backlog.md keeps tasks and milestones: Markdown with front matter.

- `config.yml` names the project. A milestone is a group; drafts are one of their own, for later.
- A task that waits in `completed` is done, one in `archive` is dropped.
- A subtask makes its parent better (`enhances`), unless it says that it waits for it.
- A status that a plan has no word for stands in the details.
- What a plan has no key for (labels, priority, criteria, notes) stands in the details.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from coord_tui.core.importing.front_matter import FrontMatter, front_matter
from coord_tui.core.importing.reading import Passage, Warned
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidGroup,
    SaidLink,
    SaidProject,
    SaidSession,
    SaidTask,
)
from coord_tui.core.patterns import escape

Found = tuple[tuple[Said, ...], tuple[Passage, ...], tuple[Warned, ...]]

DRAFTS = "Drafts"
_TASK_KEYS = frozenset({"assignee", "created_date", "dependencies", "labels", "ordinal"})
_PLACES = frozenset({"tasks", "completed", "drafts"})
"""The folders in which tasks lie."""
_STATES = {
    "done": "done complete completed closed finished merged shipped released resolved",
    "dropped": "dropped cancelled canceled wontfix abandoned rejected duplicate obsolete archived",
    "claimed": "inprogress doing started active review inreview testing intesting wip",
    "open": "todo open new backlog ready planned next blocked onhold waiting draft later",
}
_WORDS = {word: state for state, words in _STATES.items() for word in words.split()}
_MARK = re.compile(r"<!--\s*(?:SECTION:\w+|AC|DOD|COMMENTS?):(?:BEGIN|END)\s*-->[ \t]*\n?")
_DESCRIPTION = re.compile(r"##[ \t]+Description[ \t]*(?:\n+|$)", re.IGNORECASE)
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_PROJECT = re.compile(
    r"^project_?name:[ \t]*(?:(?P<mark>[\"'])(?P<quoted>.*?)(?P=mark)|(?P<plain>[^#\n\r]*))",
    re.IGNORECASE | re.MULTILINE,
)
_UNKEPT = (*_STATES["claimed"].split(), "blocked", "onhold", "waiting", "later")
_LISTS = (
    ("labels", "Labels"),
    ("priority", "Priority"),
    ("references", "References"),
    ("documentation", "Documentation"),
    ("due_date", "Due"),
)


def is_backlog(name: str, text: str) -> bool:
    """Whether a file is a task, a milestone or the settings of Backlog.md: by keys and place."""
    if _is_config(name):
        return _PROJECT.search(text) is not None
    if not name.lower().endswith(".md") or not text.startswith("---"):
        return False
    found = front_matter(text)
    if _is_broken(name, found):
        return True
    if not found.text("id") or "title" not in found.values:
        return False
    return ("status" in found.values and _is_of_task(name, found)) or _is_milestone(name, found)


def _is_of_task(name: str, found: FrontMatter) -> bool:
    """Whether keys or the folder say that it is a task."""
    return not _TASK_KEYS.isdisjoint(found.values) or not _PLACES.isdisjoint(_folders(name))


def _is_broken(name: str, found: FrontMatter) -> bool:
    """Whether it is a task without an id or title, as some of its front matter cannot be read."""
    lacks = not found.text("id") or "title" not in found.values
    has = sum(key in found.values for key in ("id", "title", "status"))
    return lacks and bool(found.odd) and has > 1 and _is_of_task(name, found)


def _is_config(name: str) -> bool:
    return name.replace("\\", "/").rpartition("/")[2].lower() in ("config.yml", "config.yaml")


def _is_milestone(name: str, found: FrontMatter) -> bool:
    return "milestones" in _folders(name) and "status" not in found.values


def _folders(name: str) -> list[str]:
    return name.replace("\\", "/").lower().split("/")[:-1]


def read_backlog(name: str, text: str) -> Found:
    """What one file states."""
    if _is_config(name):
        return tuple(_project(name, text)), (), ()
    found = front_matter(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    last = len(lines) - (lines[-1] == "")
    at = Place(name, 1, max(last, 1))
    if _is_broken(name, found):
        what = "title" if found.text("id") else "id"
        words = f"no task was read: this cannot be read, and without it there is no {what}"
        odd = Place(name, found.odd[0], found.odd[0])
        return (), (Passage(at, "\n".join(lines[:last])),), (Warned(odd, words),)
    body = "\n".join(lines[found.body - 1 :])
    said = _milestone(at, found, body) if _is_milestone(name, found) else _task(at, found, body)
    unread = [Passage(Place(name, line, line), lines[line - 1].strip()) for line in found.odd]
    words = "the front matter says more here than a text or a list of texts"
    return tuple(said), tuple(unread), tuple(Warned(one.at, words) for one in unread)


def _project(name: str, text: str) -> Iterator[Said]:
    """The name of the project; how Backlog.md works besides is no plan's."""
    for found in _PROJECT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if title := (found["quoted"] or found["plain"] or "").strip():
            yield SaidProject(Place(name, line, line), title)


def _milestone(at: Place, found: FrontMatter, body: str) -> Iterator[Said]:
    state = "done" if {"archive", "archived", "completed"} & {*_folders(at.file)} else ""
    title = found.text("title") or found.text("id")
    yield SaidGroup(at, title, _id(found.text("id")), state, _clean(body))  # type: ignore[arg-type]


def _task(at: Place, found: FrontMatter, body: str) -> Iterator[Said]:
    id, folders = _id(found.text("id")), _folders(at.file)
    draft = "drafts" in folders
    owners = [each for each in map(_who, found.list("assignee")) if each]
    yield from _sessions(_line_of(at, found, "assignee"), owners)
    if draft:
        yield SaidGroup(at, DRAFTS, state="later", sure="likely", why="a folder of drafts")
    status, why = _status(found.text("status"), folders)
    yield SaidTask(
        at,
        id=id,
        title=" ".join(found.text("title").split()) or id,
        owner=owners[0].partition("@")[0] if owners else "",
        group=found.text("milestone") or (DRAFTS if draft else ""),
        status=status,  # type: ignore[arg-type]
        reason="archived" if status == "dropped" and "archive" in folders else "",
        details=_details(found, body, owners[1:]),
        files=tuple(escape(path) for path in found.list("modified_files")),
        sure="likely" if why else "certain",
        why=why,
    )
    yield from _links(at, found, id)


def _sessions(at: Place, owners: Sequence[str]) -> Iterator[Said]:
    for owner in owners:
        local, _, host = owner.partition("@")
        yield SaidSession(at, local, emails=(owner,) if host else ())


def _links(at: Place, found: FrontMatter, id: str) -> Iterator[Said]:
    """What a task waits for, and what it is a part of."""
    for target in found.list("dependencies"):
        yield SaidLink(_line_of(at, found, "dependencies"), id, _id(target))
    parent = _id(found.text("parent_task_id"))
    if parent and parent not in map(_id, found.list("dependencies")):
        where = _line_of(at, found, "parent_task_id")
        yield SaidLink(where, id, parent, "enhances", "likely", "a part of it")


def _line_of(at: Place, found: FrontMatter, key: str) -> Place:
    line = found.lines.get(key, at.line)
    return Place(at.file, line, line)


def _id(text: str) -> str:
    return "-".join(text.split())


def _who(text: str) -> str:
    return text.strip().removeprefix("@")


def _status(status: str, folders: list[str]) -> tuple[str, str]:
    """The state of a task, and what is not certain about it."""
    known = _WORDS.get(_folded(status), "")
    if "completed" in folders:
        return "done", ""
    if "archive" in folders and known != "done":
        return "dropped", "" if known == "dropped" else "it lies in the archive"
    return known or "open", "" if known else f"{status!r} is read as open"


def _folded(status: str) -> str:
    return "".join(letter for letter in status.casefold() if letter.isalnum())


def _details(found: FrontMatter, body: str, others: list[str]) -> str:
    """The body, then what a plan has no key for."""
    status = found.text("status")
    parts = [f"Status: {status}" if _folded(status) in _UNKEPT else "", _clean(body)]
    for key, words in _LISTS:
        if values := found.list(key):
            parts.append(f"{words}: {', '.join(values)}")
    if others:
        parts.append(f"With: {', '.join(others)}")
    return "\n\n".join(filter(None, parts))


def _clean(body: str) -> str:
    """Without the marks that Backlog.md sets, and the heading over what comes first."""
    kept = "".join(_without_marks(body.splitlines(keepends=True))).strip("\n")
    heading = _DESCRIPTION.match(kept)
    return kept[heading.end() if heading else 0 :].strip()


def _without_marks(lines: Iterable[str]) -> Iterator[str]:
    """The lines without those marks; what stands in a fence is an example, and stays."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        yield line if fence or found else _MARK.sub("", line)
