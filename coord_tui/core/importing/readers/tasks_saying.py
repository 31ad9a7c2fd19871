"""Turns what a form found of one task into statements: the task, its links, what it shares."""

from collections.abc import Iterable, Iterator

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.readers.links_hedges import targets, weighed
from coord_tui.core.importing.readers.links_words import Wait
from coord_tui.core.importing.readers.tasks_clauses import names_tasks
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields
from coord_tui.core.importing.readers.tasks_heads import Head
from coord_tui.core.importing.readers.tasks_owners import owner_in
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidLink, SaidTask, Sure
from coord_tui.core.importing.status import held


def saying(
    at: Place,
    head: Head,
    fields: Fields,
    context: Context,
    names: Names,
    sure: Sure = "certain",
    why: str = "",
) -> Iterator[Said]:
    """The statements that a task's words and the fields below it make."""
    above = context.group
    group = fields.group or (above.title if above and not above.whole else "")
    owner = owner_in(fields.owner, names) or owner_in(head.owner, names) or context.owner
    status = fields.status or head.status or ("" if context.status == "open" else context.status)
    head = head._replace(title=head.title or fields.title)
    yield SaidTask(
        at=at, id=head.id, title=head.title, owner=owner, group=group, status=status,
        commit=fields.commit or head.commit, details=_details(head, fields, status),
        files=tuple(dict.fromkeys((*fields.files, *head.files))), sure=sure, why=why,
        under=_under(at, context),
    )  # fmt: skip
    yield from fields.shared
    yield from linking(at, head.id or head.title, (*head.waits, *fields.waits))


def _details(head: Head, fields: Fields, status: str) -> str:
    """What the fields say, below a state that the plan has no word for."""
    unkept = not fields.status and (status == "claimed" or held(head.state))
    under_way = f"Status: {head.state}" if head.state and unkept else ""
    return "\n".join(part for part in (under_way, fields.details) if part)


def _under(at: Place, context: Context) -> SaidGroup | None:
    """The heading that a task stands under, as a group."""
    heading = context.group if context.group and context.group.whole else context.under
    if heading is None:
        return None
    place, why = Place(at.file, heading.line, heading.line), "the heading above tasks"
    return SaidGroup(place, heading.title, "", heading.state, heading.note, "likely", why)


def linking(at: Place, task: str, waits: Iterable[Wait]) -> Iterator[SaidLink]:
    """The links of a task, one for each name in what it waits for."""
    for wait in waits:
        for name, hold in targets(wait.text):
            first: Sure = "likely" if wait.loose and not names_tasks(name) else "certain"
            kind, sure, why = weighed(wait.kind, hold, first, "a status" if wait.loose else "")
            if kind == "before":
                yield SaidLink(at, name, task, sure=sure, why=why)
            else:
                yield SaidLink(at, task, name, kind, sure, why)
