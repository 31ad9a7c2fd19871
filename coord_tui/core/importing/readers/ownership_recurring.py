"""Finds whose files are whose where no word is known: by a label that recurs in every part.

Only where nothing else says whose files are whose, or says less of the very same files. Lists of
what is owned differ from part to part and hold folders; lists of what is read or kept off do not.
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
from coord_tui.core.importing.readers.ownership_trees import is_list, owned_tree
from coord_tui.core.importing.readers.ownership_weighing import IN_PART
from coord_tui.core.importing.readers.whom_context import Within, below, opened
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, Sure
from coord_tui.core.importing.whom import KEY, OTHER

_WHY = "a label that recurs with paths in each session's part"


class _List(NamedTuple):
    """The paths that stand after a label in the part of a session."""

    session: str
    owned: tuple[SaidOwned, ...]


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The paths after the first label that recurs with other folders in each session's part."""
    owned = [each for each in said if isinstance(each, SaidOwned) and each.why != IN_PART]
    names = names_of(each for each in said if isinstance(each, SaidSession))
    labels: dict[str, list[_List]] = {}
    for words, one in _lists(document, document.root, Within(), names) if names.words else ():
        labels.setdefault(spelled(words), []).append(one)
    for words, lists in labels.items():
        if _are_owned(lists, names, KEY.whole(words)) and _tell_all(lists, owned, names):
            sure: Sure = "likely" if owned else "doubtful"
            yield from (each._replace(sure=sure) for one in lists for each in one.owned)
            return


def _lists(
    document: Document, node: Node, within: Within, names: Names
) -> Iterator[tuple[str, _List]]:
    for child in node.children:
        words = _label(child, names) if within.mode == "self" else ""
        if words:
            owned = tuple(owned_after(document, child, within.session))
            yield words, _List(within.session, owned)
        elif child.kind == "section":
            yield from _lists(document, child, below(within, opened(child, names)), names)


def _label(node: Node, names: Names) -> str:
    """The label of a list that may be of somebody's own files; empty when it says what they are."""
    said = label_of(node.runs)
    words = said.label if said else node.words if node.kind == "section" else ""
    if KEY.whole(words):
        return words
    unknown = said and not label(words) and not OTHER.whole(words)
    return words if unknown and head(words, names) == Head("") else ""


def owned_after(document: Document, node: Node, session: str) -> Iterator[SaidOwned]:
    """The paths of a label's value, or of the list or fence below it, when they are all it has."""
    said = label_of(node.runs)
    if said and only_paths(said.value, 0):
        yield from _as_owned(document, node, session, listed_paths(said.value))
        return
    items = [child for child in node.children if child.kind == "item"]
    for item in items if all(begins_with_path(item.runs) for item in items) else ():
        yield from _as_owned(document, item, session, listed_paths(item.runs))
    fences = [child for child in node.children if child.kind == "fence"]
    for fence in fences if not items and all(map(is_list, fences)) else ():
        for each in owned_tree(document, fence, session):
            yield each._replace(why=_WHY)


def _as_owned(
    document: Document, node: Node, session: str, found: Sequence[Found]
) -> Iterator[SaidOwned]:
    for each in found:
        yield SaidOwned(document.at(node), session, each.path, each.note, why=_WHY)


def _are_owned(lists: Sequence[_List], names: Names, key: bool) -> bool:
    """Whether each has folders of its own, in the parts of two sessions or more.

    Of files that are the most important ones of a part (`key`) the whole paths are enough.
    """
    paths = [each.path for one in lists for each in one.owned]
    ends = ("/", "*")
    folders = [
        any(each.path.endswith(ends) or (key and "/" in each.path) for each in one.owned)
        for one in lists
    ]
    sessions = {names.of(one.session) for one in lists}
    return len(lists) == len(sessions) > 1 and all(folders) and len(paths) == len(set(paths))


def _tell_all(lists: Sequence[_List], owned: Sequence[SaidOwned], names: Names) -> bool:
    """Whether such lists say all that is said elsewhere, and of the same sessions."""
    told = {(names.of(one.session), _end(each.path)) for one in lists for each in one.owned}
    whole = {(names.of(one.session), _bare(each.path)) for one in lists for each in one.owned}
    return all(
        (names.of(each.session), each.path) in told
        or (names.of(each.session), _bare(each.path)) in whole
        for each in owned
    )


def _end(path: str) -> str:
    return path.rpartition("/")[2]


def _bare(path: str) -> str:
    return path.rstrip("*/")
