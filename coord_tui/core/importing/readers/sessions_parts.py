"""Finds who works here in sections below a heading about people, each with tasks of its own."""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.bare_names import may_be_name, proper
from coord_tui.core.importing.calling import Called, called
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.known_headings import is_heading
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.tasks_groups import group_of
from coord_tui.core.importing.readers.whom_context import below, opened, sections
from coord_tui.core.importing.statements import Said, SaidSession
from coord_tui.core.importing.status import whole_status

_WHY = "a section with tasks, beside others, below a heading about people"


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Everybody who heads such a section; one section alone may be about anything."""
    for node, within in sections(document, Names(())):
        if below(within, opened(node, Names(()))).mode != "people":
            continue
        parts = [(child, who) for child in node.children if (who := _who(child))]
        for child, who in parts if len(parts) > 1 else ():
            kind = kind_of(who.name)
            yield SaidSession(
                document.at(child), who.name, who.also, who.role, kind, sure="likely", why=_WHY
            )


def _who(section: Node) -> Called | None:
    """The name that heads a section with boxes in it."""
    who = called(section.words) if section.kind == "section" else None
    if who is None or group_of(section.words) or whole_status(section.words):
        return None
    if is_heading(who.name) or is_heading(section.words):
        return None
    named = evident(who.name) or proper(who.name) is not None or may_be_name(who.name)
    return who if named and any(node.box for node in section.walk()) else None
