"""An issue of Beads as its line says it: fields, links, and what it says besides as Markdown."""

import json
from collections.abc import Iterator
from typing import NamedTuple

WAITING = ("blocks", "blocked-by", "waits-for")
_TEXTS = (
    ("design", "Design"),
    ("acceptance_criteria", "Acceptance criteria"),
    ("notes", "Notes"),
    ("close_reason", "Closed"),
    ("external_ref", "Reference"),
    ("due_at", "Due"),
    ("estimated_minutes", "Estimated minutes"),
)


_USUAL = {"priority": "2", "issue_type": "task"}
"""What Beads gives to issues of which nobody said more."""
_KINDS = (("priority", "Priority"), ("issue_type", "Type"))


class Link(NamedTuple):
    """To another issue."""

    kind: str
    target: str


class Issue(NamedTuple):
    """An issue, as far as a plan can say it."""

    line: int
    id: str
    title: str
    fields: dict[str, object]
    links: tuple[Link, ...]

    def text(self, key: str) -> str:
        """A field that is one text or number; empty when it is none."""
        found = self.fields.get(key)
        return str(found).strip() if isinstance(found, (str, int)) else ""

    @property
    def parent(self) -> str:
        """The id of the issue of which it is a part."""
        return next((link.target for link in self.links if link.kind == "parent-child"), "")

    @property
    def priority(self) -> int:
        """The lower, the more urgent."""
        found = self.fields.get("priority")
        return found if isinstance(found, int) else 2


def object_on(line: str) -> dict[str, object]:
    """The object on a line; empty when there is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def issue_of(number: int, fields: dict[str, object]) -> Issue:
    """The issue that an object on that line says; also one without id or title."""
    listed = fields.get("dependencies")
    found = listed if isinstance(listed, list) else []
    links = tuple(
        Link(str(each.get("type") or "blocks"), str(each.get("depends_on_id") or ""))
        for each in found
        if isinstance(each, dict) and each.get("depends_on_id")
    )
    id, title = (str(fields.get(key) or "").strip() for key in ("id", "title"))
    return Issue(number, "-".join(id.split()), " ".join(title.split()), fields, links)


def details_of(issue: Issue, *, dropped: bool = False, is_group: bool = False) -> str:
    """What it says besides, as Markdown.

    Not the reason for which it was `dropped`, nor that a group is an epic.
    """
    besides = (("issue_type", "epic"),) if is_group else ()
    parts = [issue.text("description")]
    for key, words in _TEXTS:
        if dropped and key == "close_reason":
            continue
        if said := issue.text(key):
            parts.append(f"{words}: {said}" if "\n" not in said else f"{words}:\n\n{said}")
    parts += [
        f"{words}: {said}"
        for key, words in _KINDS
        if (said := issue.text(key)) and said != _USUAL[key] and (key, said) not in besides
    ]
    labels = issue.fields.get("labels")
    if isinstance(labels, list) and labels:
        parts.append(f"Labels: {', '.join(map(str, labels))}")
    for kind in dict.fromkeys(link.kind for link in issue.links):
        if kind not in (*WAITING, "parent-child"):
            named = ", ".join(link.target for link in issue.links if link.kind == kind)
            parts.append(f"{kind.replace('-', ' ').capitalize()}: {named}")
    parts += _comments(issue)
    return "\n\n".join(filter(None, parts))


def _comments(issue: Issue) -> Iterator[str]:
    listed = issue.fields.get("comments")
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict) and each.get("text"):
            yield f"{each.get('author') or 'Somebody'}: {str(each['text']).strip()}"
