"""Reads lists that sort tasks into rounds by their names: `Wave 1: T1, T2`; such a line is no task.

Only tasks that the document states elsewhere are meant; a list with other names says nothing.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.links_words import references
from coord_tui.core.importing.readers.tasks_groups import Group, group_of
from coord_tui.core.importing.statements import Place, Said, SaidGroup, SaidTask
from coord_tui.core.importing.status import without_signs
from coord_tui.core.importing.task_ids import Known, TaskIds

_LABEL = re.compile(r"\s*([^:：]{1,60}?)\s*(?:[:：]|\s[-–—]+\s|→|->)\s*(\S.*)", re.DOTALL)
_NUMBERED = re.compile(r"[^\W\d_]+\s+\d+(?:\.\d+)*[a-z]?\b")
_LONGEST = 400
_FEWEST = 2
"""Of the tasks in a line that has no label."""


def in_rounds(document: Document, found: Sequence[Said]) -> list[Said]:
    """The statements without tasks that only list others, and with the rounds that those say."""
    tasks = {each.id: each.title for each in found if isinstance(each, SaidTask) and each.id}
    known = TaskIds([Known(id, title) for id, title in tasks.items()])
    held = {each.id for each in found if isinstance(each, SaidTask) and each.id and each.group}
    lists: set[int] = set()
    sorted_in: list[Said] = []
    for node in document.root.walk() if tasks else ():
        if node.kind not in ("item", "text") or len(node.words) > _LONGEST:
            continue
        named, group = _listed(node, known)
        if not named:
            continue
        lists.add(node.line)
        free = [id for id in named if id not in held]
        sorted_in += _said(document, node, free, group) if group and free else ()
    return [*(each for each in found if not _is_list(each, lists)), *sorted_in]


def _listed(node: Node, known: TaskIds) -> tuple[tuple[str, ...], Group | None]:
    """The tasks that a line lists and nothing else, and the round that it lists them for."""
    words = without_signs(node.words)[0]
    labelled = _LABEL.fullmatch(words)
    group = group_of(labelled[1], node.line) if labelled else None
    named = _named(labelled[2] if labelled else words, known)
    return (named if labelled or len(named) >= _FEWEST else ()), group


def _named(words: str, known: TaskIds) -> tuple[str, ...]:
    meant = [known.named(name) for name in references(words)]
    return tuple(dict.fromkeys(id for ids in meant for id in ids)) if all(meant) else ()


def _said(
    document: Document, node: Node, named: Sequence[str], group: Group
) -> Iterator[SaidGroup | SaidTask]:
    at = Place(document.name, node.line, node.first)
    number = _NUMBERED.match(group.title)
    title = number[0] if number else group.title
    yield SaidGroup(at, title, state=group.state, note=group.note)
    why = "named in the list of a round"
    yield from (SaidTask(at, id, group=title, sure="likely", why=why) for id in named)


def _is_list(said: Said, lists: set[int]) -> bool:
    return isinstance(said, SaidTask) and not said.id and said.at.line in lists
