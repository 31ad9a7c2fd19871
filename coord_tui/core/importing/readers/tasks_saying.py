"""Turns what a form found of one task into statements: the task, its links, what it shares."""

from collections.abc import Iterable, Iterator

from coord_tui.core.importing.names import Names
from coord_tui.core.importing.readers.links_words import Wait, references
from coord_tui.core.importing.readers.status import held
from coord_tui.core.importing.readers.tasks_context import Context
from coord_tui.core.importing.readers.tasks_fields import Fields
from coord_tui.core.importing.readers.tasks_heads import Head
from coord_tui.core.importing.readers.tasks_owners import owner_in
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidLink, SaidTask, Sure


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
    unkept = not fields.status and (status == "claimed" or held(head.state))
    under_way = f"Status: {head.state}" if head.state and unkept else ""
    head = head._replace(title=head.title or fields.title)
    details = "\n".join(part for part in (under_way, fields.details) if part)
    yield SaidTask(
        at=at, id=head.id, title=head.title, owner=owner, group=group, status=status,
        commit=fields.commit or head.commit, details=details,
        files=tuple(dict.fromkeys((*fields.files, *head.files))), sure=sure, why=why,
        under=_under(at, context),
    )  # fmt: skip
    yield from fields.shared
    yield from linking(at, head.id or head.title, (*head.waits, *fields.waits))


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
        for name in references(wait.text):
            if wait.kind == "before":
                yield SaidLink(at, name, task)
            else:
                yield SaidLink(at, task, name, wait.kind)
