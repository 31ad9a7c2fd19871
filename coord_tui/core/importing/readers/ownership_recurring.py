"""Finds whose files are whose where no word is known: by a label that recurs in every part.

Only where nothing else says whose files are whose. Lists of what is owned differ from part to part
and hold folders; lists of what is read or kept off do not.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.columns import label
from coord_tui.core.importing.heads import Head, head
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.phrases import said as spelled
from coord_tui.core.importing.readers.ownership_lines import begins_with_path, label_of, only_paths
from coord_tui.core.importing.readers.ownership_weighing import IN_PART
from coord_tui.core.importing.readers.whom_context import Within, below, opened
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession
from coord_tui.core.importing.whom import OTHER


class _List(NamedTuple):
    """The paths that stand after a label in the part of a session."""

    node: Node
    session: str
    found: tuple[Found, ...]


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The paths after the first label that recurs with other folders in each session's part."""
    if any(isinstance(each, SaidOwned) and each.why != IN_PART for each in said):
        return
    names = names_of(each for each in said if isinstance(each, SaidSession))
    labels: dict[str, list[_List]] = {}
    for words, one in _lists(document.root, Within(), names) if names.words else ():
        labels.setdefault(spelled(words), []).append(one)
    lists = next((each for each in labels.values() if _are_owned(each, names)), [])
    for one in lists:
        at, why = document.at(one.node), "a label that recurs with paths in each session's part"
        for each in one.found:
            yield SaidOwned(at, one.session, each.path, each.note, "doubtful", why)


def _lists(node: Node, within: Within, names: Names) -> Iterator[tuple[str, _List]]:
    for child in node.children:
        said = label_of(child.runs) if within.mode == "self" else None
        unknown = said and not label(said.label) and not OTHER.whole(said.label)
        if said and unknown and head(said.label, names) == Head(""):
            found = listed_paths(said.value) if only_paths(said.value, 0) else ()
            yield said.label, _List(child, within.session, found or _below(child))
        elif child.kind == "section":
            yield from _lists(child, below(within, opened(child, names)), names)


def _below(node: Node) -> tuple[Found, ...]:
    """The paths of a list below a label, when it is one of paths only."""
    items = [child for child in node.children if child.kind == "item"]
    only = items and all(begins_with_path(item.runs) for item in items)
    return tuple(each for item in items for each in listed_paths(item.runs)) if only else ()


def _are_owned(lists: Sequence[_List], names: Names) -> bool:
    """Whether each has folders of its own, in the parts of two sessions or more."""
    paths = [each.path for one in lists for each in one.found]
    folders = [any(each.path.endswith(("/", "*")) for each in one.found) for one in lists]
    sessions = {names.of(one.session) for one in lists}
    return len(lists) == len(sessions) > 1 and all(folders) and len(paths) == len(set(paths))
