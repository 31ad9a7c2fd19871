"""Tells whose part of a document lists paths, and how sure that is."""

from collections.abc import Sequence

from coord_tui.core.importing.calling import Called, called, nobody
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.markdown.blocks import Run
from coord_tui.core.importing.outline import Node, field
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.readers.ownership_lines import begins_with_path
from coord_tui.core.importing.whom import AVOIDS, OWNS, OWNS_OUTRIGHT


def owner_field(node: Node) -> Called | None:
    """Whom a field right below a heading names as owner."""
    for child in node.children[:3]:
        said = field(child.runs) if child.kind in ("item", "text") else None
        if said and label(said.label) == "owner" and not listed_paths(said.value):
            return None if nobody(said.words) else called(said.words)
    return None


def says_shared(note: str) -> bool:
    """Whether what stands after a path says that it is shared."""
    return note.startswith("SHARED") or note.casefold().startswith(
        ("shared with", "shared file", "shared —")
    )


def all_paths(node: Node) -> bool:
    """Whether the list below something is of paths only, with no more than a word on each."""
    items = [child for child in node.children if child.kind == "item"]
    if any(child.box for child in items):
        return False
    return len(items) > 1 and all(
        begins_with_path(each.runs) and not each.children for each in items
    )


def says_owned(node: Node) -> bool:
    """Whether a label right below says outright that its paths are owned."""
    for child in node.children:
        said = field(child.runs)
        if said and OWNS_OUTRIGHT.within(said.label) and not AVOIDS.within(said.label):
            return _lists_some(child, said.value)
    return False


def has_owned(node: Node) -> bool:
    """Whether something right below lists paths, at once or behind a label that says whose."""
    if says_owned(node) or any(child.kind == "fence" for child in node.children):
        return True
    for child in node.children:
        said = field(child.runs)
        if said and (
            label(said.label) in ("owns", "files", "path", "owner") or OWNS.within(said.label)
        ):
            if _lists_some(child, said.value):
                return True
        elif (child.kind == "item" and begins_with_path(child.runs)) or (
            child.kind == "section" and child.level > 6 and not said and all_paths(child)
        ):
            return True
    return False


def _lists_some(node: Node, value: Sequence[Run]) -> bool:
    return bool(listed_paths(value)) or any(listed_paths(each.runs) for each in node.children)
