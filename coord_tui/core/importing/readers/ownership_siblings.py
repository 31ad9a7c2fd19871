"""Finds whose files are whose in sections side by side, each headed by a name nobody knows yet.

`## Ana` and `## Ben`, each with `Files:` and paths of its own below, are two sessions: one section
alone would prove nothing, and sections named as their own paths are (`## Lexer`: `src/lexer/`) are
parts of a program.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from coord_tui.core.importing.bare_names import echoes, may_be_name, proper
from coord_tui.core.importing.calling import Called, called
from coord_tui.core.importing.clauses import sentences
from coord_tui.core.importing.columns import Columns, columns, label
from coord_tui.core.importing.evident import evident, kind_of
from coord_tui.core.importing.heads import SILENT, head
from coord_tui.core.importing.markdown.blocks import Run, plain
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.readers.ownership_lines import label_of, only_paths
from coord_tui.core.importing.readers.ownership_recurring import owned_after
from coord_tui.core.importing.statements import Place, Said, SaidOwned, SaidSession, Sure
from coord_tui.core.importing.verbs import OWNING_VERB
from coord_tui.core.importing.whom import AVOIDS, OTHER, OWNS
from coord_tui.core.importing.words.paths import EXCEPTING

_WHY = "sections side by side, each with paths of its own"


_LONGEST = 3
"""Words of a name that nobody knows."""


class _Part(NamedTuple):
    """A section with the paths that stand after a label in it."""

    node: Node
    who: Called
    owned: tuple[SaidOwned, ...]
    outright: bool
    """Whether the label says that they are owned."""
    told: bool = False
    """Whether the document's title says that it is about who owns what."""
    bare: bool = False
    """Whether it is a list of paths and says no more: that counts beside others that do."""


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The sessions that head such sections, and what they own."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    titles = [node for node in document.root.children if node.level == 1]
    told = any(OWNS.within(node.words) for node in titles)
    for parent in (document.root, *document.root.walk()):
        for alike in _alike(parent.children):
            parts = _parts(document, alike, names, told)
            parts = [part for part in parts if not part.bare or _is_beside(parts)]
            yield from _said(document, (_counted(parts) if told else []) or parts, names)


def _alike(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """The headings of one level, and the points with points below them, where there are several."""
    by_level: dict[int, list[Node]] = {}
    for node in nodes:
        points = any(child.kind == "item" for child in node.children)
        if node.kind == "section" or (node.kind == "item" and points and not node.box):
            by_level.setdefault(node.level, []).append(node)
    yield from (alike for alike in by_level.values() if len(alike) > 1)


def _parts(document: Document, sections: Sequence[Node], names: Names, told: bool) -> list[_Part]:
    found = (_part(document, node, names, told) for node in sections)
    return [part for part in found if part]


def _is_beside(parts: Sequence[_Part]) -> bool:
    """Whether a section says outright that its paths are owned, under a name as people have."""
    return any(part.outright and proper(part.who.name) for part in parts)


def _counted(parts: Sequence[_Part]) -> list[_Part]:
    """Those whose names count, as `Agent 1` and `Agent 2` do in any language."""
    stems = Counter(_stem(part) for part in parts)
    stem, count = max(stems.items(), key=lambda each: each[1], default=("", 0))
    return [part for part in parts if _stem(part) == stem] if stem and count > 1 else []


def _stem(part: _Part) -> str:
    found = re.fullmatch(r"(.*\D)\d+", part.who.name)
    return found[1] if found else ""


def _part(document: Document, section: Node, names: Names, told: bool) -> _Part | None:
    opened = head(section.words, names)
    known = opened.who if opened.who and names.of(opened.who.name) else None
    who = known or called(section.words)
    if (
        who is None
        or len(who.name.split()) > _LONGEST
        or opened.mode in (*SILENT, "shared", "people", "owners")
    ):
        return None
    for child in section.children:
        if child.kind in ("text", "item") and (owned := tuple(_told(document, child, who.name))):
            return _Part(section, who, owned, outright=True)
        counts = told and child.kind == "table" and who.name[-1].isdigit()
        if counts and (owned := tuple(_tabled(document, child, who.name))):
            return _Part(section, who, owned, outright=told, told=told)
        words = _label(child)
        if words and (owned := tuple(owned_after(document, child, who.name))):
            return _Part(section, who, owned, label(words) == "owns" or OWNS.within(words))
    bare = tuple(_bare(document, section, who.name))
    return _Part(section, who, bare, outright=False, bare=True) if bare else None


def _bare(document: Document, section: Node, who: str) -> Iterator[SaidOwned]:
    """The paths of a section that holds nothing but a list of them."""
    items = section.children
    if proper(who) and all(item.kind == "item" and only_paths(item.runs, 0) for item in items):
        for item in items:
            for each in listed_paths(item.runs):
                yield SaidOwned(document.at(item), who, each.path)


def _tabled(document: Document, table: Node, who: str) -> Iterator[SaidOwned]:
    """The paths of a table whose first column holds nothing else, and which says not whose."""
    if Columns(columns(table.rows[0])).has_any("owner", "session"):
        return
    rows = [(row, listed_paths(row.cells[0])) for row in table.rows[1:] if row.cells]
    if all(found and row.cells[0][0].code for row, found in rows):
        for row, found in rows:
            at = Place(document.name, row.line, row.line)
            yield from (SaidOwned(at, who, each.path) for each in found)


def _told(document: Document, node: Node, who: str) -> Iterator[SaidOwned]:
    """The paths of sentences without a subject that begin with a verb of owning: `Owns the …`."""
    for sentence in sentences(node.runs):
        found = OWNING_VERB.match(plain(sentence).strip())
        if found and not AVOIDS.within(plain(sentence)):
            for before, run in pairwise((Run(""), *sentence)):
                path = path_of(run.text, code=True) if run.code else ""
                if path and not EXCEPTING & set(before.text.casefold().split()[-1:]):
                    yield SaidOwned(document.at(node), who, path)


def _label(node: Node) -> str:
    """The label of a list of files that may be somebody's own."""
    said = label_of(node.runs)
    words = said.label if said else node.words.rstrip(" :：") if node.kind == "section" else ""
    if AVOIDS.within(words) or OTHER.whole(words):
        return ""
    own = label(words) in ("owns", "files", "path") or OWNS.within(words)
    return words if own or head(words, Names(())).mode == "scope" else ""


def _said(document: Document, parts: Sequence[_Part], names: Names) -> Iterator[Said]:
    paths = [each.path for part in parts for each in part.owned]
    people = {part.who.name for part in parts}
    told = all(part.told for part in parts)
    apart = told or len(set(paths)) == len(paths)
    if len(people) < 2 or len(people) < len(parts) or not apart:
        return
    counted = told and all(map(_stem, parts))
    if not counted and not all(_may_be_who(part, names) for part in parts):
        return
    sure: Sure = "likely" if all(part.outright for part in parts) else "doubtful"
    for part in parts:
        known = names.of(part.who.name)
        if not known:
            yield _session(document, part, sure)
        if not known or part.outright:
            yield from (each._replace(sure=sure, why=_WHY) for each in part.owned)


def _session(document: Document, part: _Part, sure: Sure) -> SaidSession:
    at, who = document.at(part.node), part.who
    said = SaidSession(at, who.name, who.also, who.role, kind_of(who.name))
    return said._replace(sure=sure, why=_WHY)


def _may_be_who(part: _Part, names: Names) -> bool:
    """Whether a section is headed by somebody, and by no part of a program."""
    name = part.who.name
    if names.of(name) or evident(name):
        return True
    person = proper(name) is not None or may_be_name(name)
    return person and not echoes(name, [each.path for each in part.owned])
