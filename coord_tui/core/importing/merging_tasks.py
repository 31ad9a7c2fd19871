"""Makes one task of all that documents say of it: by its id, or without one by its title.

Two tasks of the same title in different groups, of different owners or in one list stay two.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.collecting import SURENESS
from coord_tui.core.importing.names import Names, folded
from coord_tui.core.importing.reading import Warned
from coord_tui.core.importing.statements import SaidTask
from coord_tui.core.plan import Task
from coord_tui.core.plan_titles import folded_title


def merged(said: Sequence[SaidTask]) -> list[list[SaidTask]]:
    """What is said of each task, in the order in which they are named first."""
    found: list[list[SaidTask]] = []
    by_id: dict[str, list[SaidTask]] = {}
    by_title: dict[str, list[list[SaidTask]]] = {}
    for each in said:
        title = folded_title(each.title)
        saying = by_id.get(_id(each.id)) if each.id else None
        if saying is None and title:
            saying = next((old for old in by_title.get(title, [])[:4] if _same(old, each)), None)
        if saying is None:
            saying = []
            found.append(saying)
            by_title.setdefault(title, []).append(saying)
        saying.append(each)
        if each.id:
            by_id.setdefault(_id(each.id), saying)
    return found


def _id(id: str) -> str:
    return id.casefold()


def _same(saying: Sequence[SaidTask], other: SaidTask) -> bool:
    """Whether a task of the same title can be the one that is spoken of."""
    for each in saying:
        if each.nth != other.nth and not (each.id or other.id):
            return False
        if each.id and other.id and _id(each.id) != _id(other.id):
            return False
        if each.group and other.group and _group(each) != _group(other):
            return False
        if each.owner and other.owner and folded(each.owner) != folded(other.owner):
            return False
    return True


def _group(said: SaidTask) -> str:
    """A group's title as it is compared; one of signs only is itself."""
    return folded(said.group) or said.group


def task_of(saying: Sequence[SaidTask], names: Names, sessions: set[str]) -> Task:
    """The task that is meant: what the first leaves empty the others fill in."""
    surest = sorted(saying, key=lambda each: SURENESS.index(each.sure))
    owner = next((name for each in surest if (name := names.of(each.owner))), "")
    commit = next((each.commit for each in surest if each.commit), "")
    statuses = {each.status for each in saying}
    id = next((each.id for each in saying if each.id), "")
    return Task(
        title=next((each.title for each in surest if each.title), id),
        id=re.sub(r"\s+", "-", id.strip()),
        owner=owner if owner in sessions else "",
        files=tuple(dict.fromkeys(path for each in saying for path in each.files)),
        details="\n\n".join(dict.fromkeys(each.details for each in saying if each.details)),
        done=(commit or True) if "done" in statuses else False,
        dropped=_dropped(saying) if "dropped" in statuses and "done" not in statuses else False,
    )


def _dropped(saying: Sequence[SaidTask]) -> str | bool:
    return next((each.reason for each in saying if each.reason), "") or True


def disagreeing(id: str, saying: Sequence[SaidTask]) -> Iterator[Warned]:
    """What the places that speak of a task do not agree on."""
    statuses = dict.fromkeys(each.status for each in saying if each.status)
    if "done" in statuses and len(statuses) > 1:
        other = next(each for each in saying if each.status not in ("", "done"))
        yield Warned(other.at, f"{id} is done in one place and {other.status} in another")
    commits = dict.fromkeys(each.commit for each in saying if each.commit)
    first = next(iter(commits), "")
    for each in saying:
        if each.commit and not (each.commit.startswith(first) or first.startswith(each.commit)):
            yield Warned(
                each.at, f"{id} is done in {first} in one place and in {each.commit} in another"
            )
            return
