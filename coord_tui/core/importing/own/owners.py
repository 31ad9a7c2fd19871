"""Makes sure that whoever an edited export gives work or files to is a session of the plan.

People give a task to somebody without adding the session: a name that can be one becomes one, and
that is said; any other is nobody, with a warning. Nothing else of the plan changes.
"""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from coord_tui.core.importing.names import NOBODY, folded
from coord_tui.core.importing.own.form import Own
from coord_tui.core.importing.reading import Item, Warned
from coord_tui.core.importing.statements import Place
from coord_tui.core.plan import Plan, Session, Task
from coord_tui.core.plan_items import key_of
from coord_tui.core.plan_shape import WORD
from coord_tui.core.verdicts import NOBODY as NO_OWNER

WHY = "named as an owner only"


class Owners(NamedTuple):
    """A plan in which everybody who is named is known."""

    plan: Plan
    items: tuple[Item, ...]
    """The sessions that were added."""
    warnings: tuple[Warned, ...]


def with_owners(own: Own, others: Container[str] = ()) -> Owners:
    """The plan of an export with the sessions that it names; `others` are known elsewhere."""
    known = {session.name for session in own.plan.sessions}
    items, warnings = _added(own, known, others)
    plan = own.plan._replace(sessions=(*own.plan.sessions, *map(Session, items)))
    return Owners(_held_by(plan, known | items.keys()), tuple(items.values()), tuple(warnings))


def _added(
    own: Own, known: Container[str], others: Container[str]
) -> tuple[dict[str, Item], list[Warned]]:
    """The sessions of those who are named only, and who can be none."""
    places = dict(own.places)
    items: dict[str, Item] = {}
    warnings: list[Warned] = []
    for name, key in _named(own.plan):
        if name in known or name in items or name in others:
            continue
        at = places.get(key, own.at)
        if is_name(name):
            items[name] = Item(f"session:{name}", f"session {name}", (at,), "likely", WHY)
        else:
            warnings.append(_nobody(at, name))
    return items, warnings


def _held_by(plan: Plan, names: Container[str]) -> Plan:
    """The plan in which nobody but these has work or files."""
    return plan._replace(
        ownership=tuple(
            one for one in plan.ownership if one.session in names or one.session == NO_OWNER
        ),
        groups=tuple(
            group._replace(tasks=tuple(_owned(task, names) for task in group.tasks))
            for group in plan.groups
        ),
        shared=tuple(
            one._replace(sessions=tuple(part for part in one.sessions if part.session in names))
            for one in plan.shared
        ),
    )


def is_name(text: str) -> bool:
    """Whether a session may have that name."""
    fits = text.isprintable() and re.fullmatch(WORD.pattern, text) is not None
    return fits and folded(text) not in NOBODY


def _named(plan: Plan) -> Iterator[tuple[str, str]]:
    """Everybody whom a plan names, and the key of what does."""
    yield from ((one.session, key_of(one)) for one in plan.ownership if one.session != NO_OWNER)
    yield from ((part.session, key_of(one)) for one in plan.shared for part in one.sessions)
    yield from ((task.owner, key_of(task)) for task in plan.tasks if task.owner)


def _owned(task: Task, names: Container[str]) -> Task:
    return task if task.owner in names else task._replace(owner="")


def _nobody(at: Place, name: str) -> Warned:
    return Warned(at, f"{name!r} can be no session (a name is {WORD.words}): taken as nobody")
