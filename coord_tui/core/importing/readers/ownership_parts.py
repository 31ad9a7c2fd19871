"""Tells whose part of a document lists paths, and how sure that is."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from coord_tui.core.importing.alone import says_only
from coord_tui.core.importing.calling import Called, called, nobody
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import one_name
from coord_tui.core.importing.fields import Field, field
from coord_tui.core.importing.markdown.blocks import Run, Runs
from coord_tui.core.importing.outline import LEAD, Node
from coord_tui.core.importing.owners import shared_in
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.readers.laid_out import card, sections
from coord_tui.core.importing.readers.ownership_lines import (
    Named,
    begins_with_path,
    only_paths,
)
from coord_tui.core.importing.readers.ownership_trees import entries, is_layout
from coord_tui.core.importing.vacant import vacant
from coord_tui.core.importing.whom import AVOIDS, OTHER, OWNS, OWNS_OUTRIGHT, SHARES


def owner_field(node: Node) -> Called | None:
    """Whom a field right below a heading names as owner."""
    for child in node.children[:3]:
        said = field(child.runs) if child.kind in ("item", "text") else None
        if said and label(said.label) == "owner" and not listed_paths(said.value):
            return None if nobody(said.words) or vacant(said.words) else called(said.words)
    return None


def says_shared(runs: Runs) -> bool:
    """Whether what stands after the paths of a line says that they are shared: `a.py — both`."""
    found = listed_paths(runs)
    note = found[-1].note if found else ""
    return bool(_SHARED.match(note)) or shared_in(note)


_SHARED = re.compile(r"SHARED\b|(?i:shared (?:with|file|—))")


def heading_paths(node: Node) -> Named | None:
    """Who heads a list of nothing but paths where names are listed; one word may be any name."""
    inside = [child for child in node.children if child.kind == "item"]
    who = called(node.words) if inside and not listed_paths(node.runs) else None
    surely = who and one_name(who.name) and len(who.name.split()) < 4 and not label(who.name)
    return ((who,), ()) if who and surely and all(map(_is_list, inside)) else None


def all_paths(node: Node) -> bool:
    """Whether the list below something is of paths only, with no more than a word on each."""
    items = [child for child in node.children if child.kind == "item"]
    if any(child.box for child in items):
        return False
    alone = len(items) == len(node.children) == 1 and only_paths(items[0].runs, 0)
    return (len(items) > 1 or alone) and all(
        begins_with_path(each.runs) and not each.children for each in items
    )


def are_points(node: Node) -> bool:
    """Whether a numbered list is of what to do or keep to: not every item begins with a path."""
    items = [child for child in node.children if child.kind == "item"]
    numbered = [item for item in items if item.marker[:1].isdigit()]
    return any(not begins_with_path(item.runs) for item in numbered)


def is_task(said: Field) -> bool:
    """Whether a label tells what is to be done: `T1: a.py` gives nobody the file."""
    return bool(_TASK.fullmatch(said.label))


_TASK = re.compile(r"#\d+|[A-Z]{1,5}\d*[-.]?\d+(?:[-.]\d+)*")


def fields(node: Node) -> Iterator[tuple[Node, Field]]:
    """What stands right below something as fields, in a list, in paragraphs or in a table.

    Prose in bold letters before a list is a remark, below which the fields are still the heading's.
    """
    for child in node.children:
        if is_remark(child):
            yield from fields(child)
        for each in card(child) if child.kind == "table" else (child,):
            if said := field(each.runs) or bare_label(each):
                yield each, said


def fields_beside(node: Node) -> tuple[Node, ...]:
    """The further lines of an item that is a field, which are fields of the same thing as it."""
    lines = node.children if node.kind == "item" else ()
    return tuple(takewhile(lambda line: line.kind == "text" and bool(field(line.runs)), lines))


def bare_label(node: Node) -> Field | None:
    """An item that is a label without a colon, whose value is the list below it: `Files`."""
    labels = node.kind == "item" and node.children and label(node.words)
    return Field(node.words, ()) if labels else None


def promises_owned(node: Node) -> bool:
    """Whether a label right below says outright that something is owned, whatever it names."""
    return any(says_outright(said.label) for _, said in fields(node))


def says_owned(node: Node) -> bool:
    """Whether a label right below says outright that its paths are owned."""
    outright = ((each, said) for each, said in fields(node) if says_outright(said.label))
    each, said = next(outright, (None, None))
    return bool(each and said and _lists_some(each, said.value))


def says_outright(label: str) -> bool:
    """Whether a label says outright that what follows is somebody's own."""
    own = OWNS_OUTRIGHT.within(label) and not AVOIDS.within(label)
    return own or says_only(label)


def has_owned(node: Node) -> bool:
    """Whether something right below lists paths, at once or behind a label that says whose."""
    if says_owned(node):
        return True
    for each, said in fields(node):
        about = label(said.label) in ("owns", "files", "path", "owner") or OWNS.within(said.label)
        if about and _lists_some(each, said.value):
            return True
    return any(
        _is_list(child) or (_is_lead(child) and any(map(_is_list, child.children)))
        for child in node.children
    )


def _is_lead(node: Node) -> bool:
    """Whether a lead may head a list of what is owned."""
    aside = OTHER.whole(node.words) or AVOIDS.within(node.words) or SHARES.within(node.words)
    return node.kind == "section" and node.level >= LEAD and not aside


def is_remark(node: Node) -> bool:
    """Whether what looks like a lead is prose in bold letters: it has more words than a label."""
    prose = len(node.words.split()) > _LABEL and not listed_paths(node.runs)
    return node.kind == "section" and node.level >= LEAD and prose


_LABEL = 7
"""As many words as a label has at most."""


def is_prose(node: Node) -> bool:
    """Whether a lead is a whole sentence or more, which explains what the heading above it says."""
    return node.kind == "section" and node.level > LEAD and len(node.words.split()) > _PROSE


_PROSE = 12


def _is_list(node: Node) -> bool:
    """Whether something is of a list of paths, or a fence of them."""
    if node.kind == "fence":
        return bool(entries(node, whole=False) or sections(node)) and not is_layout(node)
    if node.kind == "text":
        return only_paths(node.runs, 0)
    return node.kind == "item" and begins_with_path(node.runs)


def _lists_some(node: Node, value: Sequence[Run]) -> bool:
    return bool(listed_paths(value)) or any(listed_paths(each.runs) for each in node.children)
