"""Finds whose files are whose in fences: trees with owners as remarks, or in somebody's part."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.bare_names import echoes, may_be_name
from coord_tui.core.importing.calling import Called
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import source_lines
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.owners import owner_in, shared_in
from coord_tui.core.importing.paths import path_of
from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.readers.laid_out import is_plain
from coord_tui.core.importing.readers.whom_context import Within, fences
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidOwned,
    SaidSession,
    SaidShared,
    Sure,
)
from coord_tui.core.importing.whom import AVOIDS
from coord_tui.core.importing.words.paths import NAMES, TOPS


class Entry(NamedTuple):
    """A line of a tree."""

    line: int
    path: str
    remark: str
    leaf: bool


_LINE = re.compile(
    r"^(?P<indent>[\s│|├└─┬┼╰╭┃━┗┣+`\\-]*)(?P<names>[\w.@*\[(][^#←—\s]*(?:\s*[/,]\s+[\w.*-]+\.\w+)*)"
    r"\s*(?:\s(?:#|//|←|<-+|—|--?|->|→|=>|:)\s*(?P<remark>.*)|(?P<bracket>\(.*\))|\s+(?P<column>@?[^\W\d_][\w-]*))?\s*$"
)


def entries(node: Node, whole: bool) -> tuple[Entry, ...]:
    """The lines of a fence that is a tree or a list of paths; none when it is something else.

    Of a tree of the `whole` repository the topmost folder is the repository itself.
    """
    found: list[tuple[int, int, str, str]] = []
    lines = [
        (at, line)
        for at, line in enumerate(source_lines(node.text), node.line + 1)
        if line.strip(" │|\t")
    ]
    for at, line in lines:
        match = _LINE.match(line.rstrip())
        if match:
            remark = (
                match["remark"] or (match["bracket"] or "").strip("()") or match["column"] or ""
            )
            found += [
                (at, len(match["indent"]), name, remark)
                for name in re.split(r"\s+/\s+|,\s+", match["names"])
            ]
    if len({each[0] for each in found}) < 0.8 * len(lines) or not found:
        return ()
    return tuple(_joined(found, whole))


def _joined(found: Sequence[tuple[int, int, str, str]], whole: bool) -> Iterator[Entry]:
    """Entries with the folders they stand in; the repository's own folder is none of them."""
    above: list[tuple[int, str]] = []
    top = found[0][2].strip("/")
    alone = (
        found[0][2].endswith("/")
        and all(each[1] > found[0][1] for each in found[1:])
        and len(found) > 1
    )
    drop = whole and alone and "/" not in top and top not in TOPS
    for at, (line, indent, name, remark) in enumerate(found):
        while above and above[-1][0] >= indent:
            above.pop()
        if above and name.startswith(above[-1][1]):
            full = name
        else:
            full = (above[-1][1] if above else "") + name
        if drop and at == 0:
            continue
        leaf = at + 1 == len(found) or found[at + 1][1] <= indent
        if name.endswith("/") or not leaf:
            above.append((indent, full.rstrip("/") + "/"))
        path = path_of(full, code=True, folder=True)
        shown = not leaf or "/" in name or "." in name or name in NAMES
        if path and shown:
            yield Entry(
                line, path if leaf or path.endswith("/") else path + "/", remark.strip(), leaf
            )


def owned_tree(document: Document, node: Node, session: str) -> Iterator[SaidOwned]:
    """Everything in a fence that stands in the list of what a session owns."""
    for each in _leaves(node):
        yield SaidOwned(_at(document, each), session, each.path, each.remark)


def shared_tree(document: Document, node: Node) -> Iterator[SaidShared]:
    """Everything in a fence that stands in a list of shared files."""
    for each in _leaves(node):
        yield SaidShared(_at(document, each), each.path, each.remark)


def _leaves(node: Node) -> Iterator[Entry]:
    if is_plain(node) or node.info in ("sh", "bash"):
        found = entries(node, whole=False)
        yield from (each for each in found if each.leaf and not AVOIDS.within(each.remark))


def _at(document: Document, entry: Entry) -> Place:
    return Place(document.name, entry.line, entry.line)


def is_list(node: Node) -> bool:
    """Whether a fence holds nothing but paths, one on each line, and no tree of them."""
    lines = [line for line in source_lines(node.text) if line.strip()]
    found = entries(node, whole=False) if is_plain(node) else ()
    flat = all(re.match(r"(?:[-*•]\s+)?[\w.@*\[(]", line) for line in lines)
    return (
        flat
        and len(found) == len(lines)
        and all("." in each.path or "/" in each.path for each in found)
    )


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Owned and shared paths of trees whose lines name owners, at least two of them."""
    names = names_of(each for each in said if isinstance(each, SaidSession))
    owned = [each for each in said if isinstance(each, SaidOwned)]
    for node, within in fences(document, names):
        if is_plain(node) and within.mode not in SILENT:
            yield from _annotated(document, node, names, owned, within)


def _annotated(
    document: Document, node: Node, names: Names, owned: Sequence[SaidOwned], within: Within
) -> Iterator[Said]:
    tree = entries(node, whole=True)
    sure: Sure = "likely"
    found = [(each, owner_in(each.remark, names)) for each in tree]
    if sum(who is not None for _, who in found) < 2:
        told = within.mode in ("owners", "people")
        arrows = len(_ARROW.findall(node.text)) > 1
        sure, found = "likely" if told or arrows else "doubtful", _bare(tree, told, arrows)
    for each, who in found:
        at, why = _at(document, each), "a remark in a tree of files"
        if who and not _covered(each.path, names.of(who.name) or who.name, owned, names):
            yield SaidOwned(at, who.name, each.path, sure=sure, why=why)
        elif not who and shared_in(each.remark):
            yield SaidShared(at, each.path, sure=sure, why=why)


_ARROW = re.compile(r"(?:←|<-+)\s*@?[^\W\d_a-z][\w-]*\s*$", re.MULTILINE)
"""At the end of a line, pointing at it from a capitalised word."""


def _bare(tree: Sequence[Entry], told: bool, arrows: bool) -> list[tuple[Entry, Called | None]]:
    """A tree all of whose remarks are single words that may be names, and are of more than one.

    Where no heading promises owners, a word must come back, or one such as `both` stand among them,
    or arrows point from capitalised ones.
    """
    remarked = [(each, each.remark.strip(" .*@")) for each in tree if each.remark]
    names = [word for each, word in remarked if not shared_in(each.remark)]
    back = len(names) > len(set(names)) or any(word.casefold() in _BOTH for _, word in remarked)
    paths = [each.path for each in tree]
    if len(set(names)) < 2 or not (told or arrows or back) or not all(map(may_be_name, names)):
        return []
    if any(echoes(name, paths) for name in names):
        return []
    return [(each, None if shared_in(each.remark) else Called(word)) for each, word in remarked]


_BOTH = wordlist("both everyone everybody beide ambos ambas todos entrambi tutti оба все 両方 둘다")


def _covered(path: str, session: str, owned: Sequence[SaidOwned], names: Names) -> bool:
    """Whether the session is said to own it already, by its bare name."""
    return any(
        path == each.path or path.endswith(f"/{each.path}")
        for each in owned
        if (names.of(each.session) or each.session) == session
    )
