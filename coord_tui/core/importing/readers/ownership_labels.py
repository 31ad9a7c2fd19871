"""Finds whose files are whose by the form of a list alone: lines of one build, each with a name.

Two lines or more that give paths to different names say what one such line alone would not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from coord_tui.core.importing.bare_names import echoes, may_be_name
from coord_tui.core.importing.calling import Called, called, everybody
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident, kind_of, one_name
from coord_tui.core.importing.fields import Field
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import Runs, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.readers.ownership_lines import (
    begins_with_path,
    is_component,
    label_of,
    only_paths,
)
from coord_tui.core.importing.readers.taken import PEOPLE, Taken
from coord_tui.core.importing.readers.whom_context import Within, siblings
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession
from coord_tui.core.importing.whom import AVOIDS, OTHER, OWNS, SHARES

Line = tuple[Node, Called, Sequence[Found]]
"""A line of a list, whom it names and which paths."""
_WHY = "a list of names with paths"


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned paths of every list in which two lines or more name somebody and paths."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    owned = {each.at.line for each in said if isinstance(each, SaidOwned)}
    taken = Taken(len(document.lines), said, PEOPLE)
    for nodes, within in siblings(document, names):
        if within.mode in (*SILENT, "shared"):
            continue
        found = [*_by_labels(nodes, within, names), *_by_remarks(nodes, names, owned)]
        if within.mode == "owners":
            had = owned | {node.line for node, _, _ in found}
            found += _like_owned([node for node in nodes if _is_strong(node)], had)
        for node, who, paths in found:
            if not taken.any(node.line, node.first):
                yield from _said(document, node, who, paths)


def _said(document: Document, node: Node, who: Called, paths: Sequence[Found]) -> Iterator[Said]:
    at = document.at(node)
    kind = kind_of(who.name)
    yield SaidSession(at, who.name, who.also, who.role, kind, sure="likely", why=_WHY)
    for each in paths:
        yield SaidOwned(at, who.name, each.path, each.note, "likely", _WHY)


def _by_labels(nodes: Sequence[Node], within: Within, names: Names) -> Iterator[Line]:
    """The lines `Name: paths` that stand one after the other, where they surely are of owners."""
    told = within.mode in ("owners", "people")
    lines = [(node, _labelled(node, names, told)) for node in nodes]
    for alike, group in groupby(lines, lambda line: line[1] is not None):
        some = [(node, *line) for node, line in group if line]
        if alike and len({who.name for _, who, _ in some}) > 1:
            yield from some


def _labelled(node: Node, names: Names, told: bool) -> tuple[Called, Sequence[Found]] | None:
    """Whom the label of a line names, and the paths of its value."""
    with_colon = None if node.box else label_of(node.runs)
    said = with_colon or (None if node.box else _dashed(node.runs))
    if not said or not begins_with_path(said.value) or _is_aside(said):
        return None
    short = _short(said.label)
    who = short or called(said.label)
    strong = (
        with_colon
        and node.runs[0].strong
        and may_be_name(said.label)
        and not echoes(said.label, _all(said))
    )
    sure = told or ((short or strong) and only_paths(said.value, 0))
    surely = who and (names.of(who.name) or evident(who.name))
    if not who or not (surely or (sure and not is_component(said, listed_paths(said.value)))):
        return None
    few = one_name(who.name) and len(who.name.split()) < _LONGEST
    return (who, listed_paths(said.value)) if few else None


def _like_owned(nodes: Sequence[Node], owned: set[int]) -> Iterator[Line]:
    """The lines of strong labels and paths beside one that gives its paths to its label.

    What a label has in common with its paths counts no more: `**ropes:** `deck/ropes`` is of ropes.
    """
    if not any(node.line in owned for node in nodes):
        return
    for node in nodes:
        said = None if node.line in owned else label_of(node.runs)
        if said and begins_with_path(said.value) and (who := _labelling(said)):
            yield node, who, listed_paths(said.value)


def _labelling(said: Field) -> Called | None:
    """Whom a label calls, if it says nothing of the paths after it."""
    who = None if _is_aside(said) or everybody(said.label) else called(said.label)
    few = who and one_name(who.name) and len(who.name.split()) < _LONGEST
    return who if few else None


_LONGEST = 4


def _is_strong(node: Node) -> bool:
    return bool(node.runs) and node.runs[0].strong and not node.runs[0].code and not node.box


_DASH = re.compile(r"\s*[-–—→]+>?\s+")


def _dashed(runs: Runs) -> Field | None:
    """A strong label with a dash instead of a colon after it: `**A1 sails** — `sail/``."""
    strong = tuple(takewhile(lambda run: run.strong and not run.code, runs))
    after = runs[len(strong) :]
    found = _DASH.match(after[0].text) if strong and after and not after[0].code else None
    if not found:
        return None
    rest = after[0]._replace(text=after[0].text[found.end() :])
    value = after[1:] if not rest.text.strip() else (rest, *after[1:])
    return Field(plain(strong), value) if value else None


def _all(said: Field) -> Iterator[str]:
    return (each.path for each in listed_paths(said.value))


def _is_aside(said: Field) -> bool:
    """Whether a label says what its paths are, and not whose."""
    words = said.label
    phrases = any(each.within(words) for each in (AVOIDS, SHARES, OWNS, OTHER))
    return phrases or bool(label(words))


_ID = re.compile(r"(?P<id>(?![TFPR]\d)[A-Z]{1,2}-?\d{1,2})\s+(?P<role>[^\W\d_].*)")
"""Not with the letters by which tasks, features, phases and releases are numbered."""


def _short(words: str) -> Called | None:
    """A short id and what its bearer is for: `A1 engine`."""
    found = _ID.fullmatch(words.strip(" *`"))
    if not found:
        return None
    return Called(found["id"], (words.strip(" *`"), found["role"]), found["role"])


def _by_remarks(nodes: Sequence[Node], names: Names, owned: set[int]) -> Iterator[Line]:
    """The lines `paths — Name` of a list in which others say outright whose theirs are."""
    remarked = [(node, line) for node in nodes if (line := _remarked(node, names))]
    certain = sum(node.line in owned for node in nodes)
    if certain > 1 or (certain and len(remarked) > 1):
        for node, (who, paths) in remarked:
            yield node, who, paths


def _remarked(node: Node, names: Names) -> tuple[Called, Sequence[Found]] | None:
    """Paths and a known name that is all their remark says, or its first sentence."""
    found = listed_paths(node.runs) if begins_with_path(node.runs) else ()
    who = called(re.split(r"[.。]", found[-1].note)[0].strip()) if found else None
    if not who or not names.of(who.name) or who.role:
        return None
    return who, [each._replace(note="") for each in found]
