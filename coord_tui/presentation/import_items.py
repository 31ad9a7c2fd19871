"""The items of an import in words: under which heading, in whose colour, and what else is said.

The review and what will be written say the same of an item, so that one recognises it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from coord_tui.core.importing.reading import Item, Reading
from coord_tui.core.importing.review import keys_of
from coord_tui.core.plan import Check, Group, Owned, Plan, Session, Shared, Task
from coord_tui.core.plan_fields import words as plan_words
from coord_tui.core.plan_items import ItemValue, key_of
from coord_tui.presentation import symbols
from coord_tui.presentation.import_report import kind_of
from coord_tui.presentation.rows import Line, Row, Span, Spans
from coord_tui.presentation.text import inert

HEADING = "section "
"""How the key of a heading begins."""
SECTIONS = {
    "Project": ("project",),
    "Sessions": ("session",),
    "Ownership": ("owned",),
    "Shared files": ("shared",),
    "Rules": ("rule",),
    "Groups and tasks": ("group", "task", "done"),
    "Links": ("after", "enhances"),
    "Checks": ("check",),
    "Pins": ("pin",),
    "Documents": ("doc",),
    "Settings": ("setting",),
}
"""The kinds of items under each heading, in the order in which they are shown."""
SECTION_OF = {kind: title for title, kinds in SECTIONS.items() for kind in kinds}
PREFIXES = {
    "project": "project ", "session": "session ", "rule": "rule ", "check": "check ",
    "doc": "canonical document ",
}  # fmt: skip
"""What the heading says already."""
READ = ("id", "name", "path", "session", "tool", "title", "details", "text", "run")
"""What the words of an item say already, and prose, which is read in the document."""
LONGEST = 600
"""Characters of what else a plan says that are shown."""


def section_of(key: str) -> str:
    """The heading under which an item stands."""
    return SECTION_OF.get(kind_of(key), "Settings")


def heading_row(title: str, count: int, right: Spans = (), *, first: bool = False) -> Row:
    """A heading, set apart from what stands above, unless it is the first."""
    line = Line((Span(title, "title"), Span(f"  {count:,}", "dim")), right)
    return Row(HEADING + title, (line,) if first else (Line(), line), False)


class Listing(NamedTuple):
    """The items of a reading by key and by heading, and what the plan has for them."""

    by_key: Mapping[str, Item]
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    """The items under each heading, in the order of the plan."""
    records: Mapping[str, ItemValue]
    """What the plan has for the items that stand in its lists."""
    roles: Mapping[str, str]
    """The colour of each session."""
    several: bool
    """Whether a line's number does not say enough: there are several documents."""


def listing_of(reading: Reading) -> Listing:
    """The items of a reading, looked up once."""
    plan = reading.plan
    fields = (
        plan.sessions, plan.ownership, plan.shared, plan.rules, plan.groups, plan.tasks,
        plan.checks, plan.pins, plan.docs,
    )  # fmt: skip
    records: dict[str, ItemValue] = {key_of(one): one for field in fields for one in field}
    roles = {session.name: f"session:{n}" for n, session in enumerate(plan.sessions)}
    by_key = {item.key: item for item in reading.items}
    return Listing(by_key, tuple(_sections(by_key, plan)), records, roles, _several(reading))


def _sections(by_key: Mapping[str, Item], plan: Plan) -> Iterator[tuple[str, tuple[Item, ...]]]:
    known = [key for key in keys_of(plan) if key in by_key]
    sections: dict[str, list[Item]] = {title: [] for title in SECTIONS}
    for key in dict.fromkeys((*known, *by_key)):
        sections[section_of(key)].append(by_key[key])
    return ((title, tuple(found)) for title, found in sections.items() if found)


def _several(reading: Reading) -> bool:
    files = {place.file for item in reading.items for place in item.at}
    files |= {one.at.file for one in reading.warnings} | {one.at.file for one in reading.unread}
    return len(files) > 1


def item_words(item: Item, listing: Listing) -> Spans:
    """What an item says, each session in its colour."""
    roles = listing.roles
    match listing.records.get(item.key):
        case Session(name):
            return (Span(inert(name), f"strong {roles.get(name, '')}"),)
        case Owned(path, session):
            who = Span(inert(session), roles.get(session, "dim"))
            return (who, Span(" owns ", "dim"), Span(inert(path)))
        case Shared(path):
            return (Span(f"{symbols.SHARED} ", "shared"), Span(inert(path)))
        case Group(title=title):
            return (Span(inert(title), "strong"),)
        case Task(title=title, id=id):
            return (Span(inert(id), "object"), Span(f" {inert(title)}"))
        case Check(name, run):
            return (Span(inert(name), "strong"), Span(f"  {inert(run)}", "dim"))
    kind, _, rest = item.key.partition(":")
    said = f"{rest} is " if kind == "done" else PREFIXES.get(kind, "")
    return (Span(inert(item.text.removeprefix(said))),)


def more_said(record: ItemValue | None) -> str:
    """What a plan says of an item besides its words, in one line."""
    if record is None:
        return ""
    read: dict[str, Any] = dict.fromkeys((name for name in READ if name in record._fields), "")
    return inert(plan_words(record._replace(**read)), LONGEST)
