"""Finds whose files are whose in fences: trees with owners as remarks, or in somebody's part."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from coord_tui.core.importing.alone import without_only
from coord_tui.core.importing.bare_names import echoes, may_be_name
from coord_tui.core.importing.branch_trees import is_of_branches
from coord_tui.core.importing.calling import Called
from coord_tui.core.importing.heads import SILENT
from coord_tui.core.importing.markdown.blocks import source_lines
from coord_tui.core.importing.names import Names, names_of
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.owners import owner_in, shared_in
from coord_tui.core.importing.paths import expanded, path_of
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
from coord_tui.core.importing.tree_lines import TreeLine, tree_lines
from coord_tui.core.importing.whom import AVOIDS
from coord_tui.core.importing.words.paths import NAMES, TOPS


class Entry(NamedTuple):
    """A line of a tree."""

    line: int
    path: str
    remark: str
    leaf: bool


def entries(node: Node, whole: bool) -> tuple[Entry, ...]:
    """The lines of a fence that is a tree or a list of paths; none when it is something else.

    Of a tree of the `whole` repository the topmost folder is the repository itself.
    """
    found = tree_lines(node.text, node.line + 1)
    return tuple(_joined(found, whole)) if found and not is_of_branches(found) else ()


def _has_root(found: Sequence[TreeLine]) -> bool:
    """Whether the first line is the repository's own folder, in which all others stand."""
    first = found[0]
    top = first.name.strip("/")
    alone = all(each.indent > first.indent for each in found[1:]) and len(found) > 1
    return alone and first.name.endswith("/") and "/" not in top and top not in TOPS


def is_tree(node: Node) -> bool:
    """Whether a fence has names that stand in a folder of another line."""
    found = tree_lines(node.text, node.line + 1)
    return any(
        line.name.endswith("/") and below.indent > line.indent for line, below in pairwise(found)
    )


def is_layout(node: Node) -> bool:
    """Whether a fence shows the whole repository and says different things of its parts."""
    found = tree_lines(node.text, node.line + 1)
    return len({each.remark for each in found} - {""}) > 1 and _has_root(found)


def _joined(found: Sequence[TreeLine], whole: bool) -> Iterator[Entry]:
    """Entries with the folders they stand in; the repository's own folder is none of them."""
    above: list[tuple[int, str]] = []
    drop = whole and _has_root(found)
    for at, (line, indent, name, remark) in enumerate(found):
        while above and above[-1][0] >= indent:
            above.pop()
        if above and name.startswith(above[-1][1]):
            full = name
        else:
            full = (above[-1][1] if above else "") + name
        if drop and at == 0:
            continue
        leaf = at + 1 == len(found) or found[at + 1].indent <= indent
        if name.endswith("/") or not leaf:
            above.append((indent, full.rstrip("/") + "/"))
        shown = not leaf or "/" in name or "." in name or name in NAMES
        for each in expanded(full) if shown else ():
            if path := path_of(each, code=True, folder=True):
                whole_path = path if leaf or path.endswith("/") else path + "/"
                yield Entry(line, whole_path, remark.strip(), leaf)


def owned_tree(document: Document, node: Node, session: str) -> Iterator[SaidOwned]:
    """Everything in a fence that stands in the list of what a session owns."""
    for each in _leaves(node):
        if not AVOIDS.within(each.remark):
            yield SaidOwned(_at(document, each), session, each.path, each.remark)


def shared_tree(document: Document, node: Node) -> Iterator[SaidShared]:
    """Everything in a fence that stands in a list of shared files."""
    for each in _leaves(node):
        yield SaidShared(_at(document, each), each.path, each.remark)


def _leaves(node: Node) -> Iterator[Entry]:
    if is_plain(node) or node.info in ("sh", "bash"):
        yield from (each for each in entries(node, whole=False) if each.leaf)


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
    found = _by_known(tree, [_owner(each.remark, names, within) for each in tree], names)
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


def _by_known(
    tree: Sequence[Entry], owners: Sequence[Called | None], names: Names
) -> list[tuple[Entry, Called | None]]:
    """The lines with the owners whom their remarks name.

    Where sessions are known, but few of many remarks name somebody, and none of them is known, what
    they name are things: `Tab 1: the list`.
    """
    named = [who for who in owners if who]
    remarks = sum(bool(each.remark) for each in tree)
    known = any(names.of(who.name) for who in named)
    things = names.words and not known and _FEW * len(named) < remarks
    return [(each, None if things else who) for each, who in zip(tree, owners, strict=True)]


_FEW = 2
"""So many times fewer than the remarks are those that name somebody."""


def _owner(remark: str, names: Names, within: Within) -> Called | None:
    """Whom a remark names; in somebody's own list it says what a file is, of nobody unknown."""
    who = owner_in(remark, names)
    return who if who and (within.mode != "own" or names.of(who.name)) else None


_ARROW = re.compile(r"(?:←|<-+)\s*@?[^\W\d_a-z][\w-]*\s*$", re.MULTILINE)
"""At the end of a line, pointing at it from a capitalised word."""


def _bare(tree: Sequence[Entry], told: bool, arrows: bool) -> list[tuple[Entry, Called | None]]:
    """A tree all of whose remarks are single words that may be names, and are of more than one.

    Where no heading promises owners, a word must come back, or one such as `both` stand among them,
    or arrows point from capitalised ones.
    """
    remarked = [(each, _short(each.remark)) for each in tree if each.remark]
    paths = [each.path for each in tree]
    if recurring := _recurring(word for _, word in remarked):
        found = [(each, word) for each, word in remarked if word in recurring]
        return [] if any(echoes(name, paths) for name in recurring) else _called(found)
    names = [word for each, word in remarked if not shared_in(each.remark)]
    back = len(names) > len(set(names)) or any(word.casefold() in _BOTH for _, word in remarked)
    if len(set(names)) < 2 or not (told or arrows or back) or not all(map(may_be_name, names)):
        return []
    if any(echoes(name, paths) for name in names):
        return []
    return _called(remarked)


def _called(remarked: Sequence[tuple[Entry, str]]) -> list[tuple[Entry, Called | None]]:
    return [(each, None if shared_in(each.remark) else Called(word)) for each, word in remarked]


def _short(remark: str) -> str:
    """A remark without what it adds to a name: `ANA only`, `ANA (the first page)`."""
    return without_only(re.sub(r"[(（].*?[)）]", " ", remark).strip(" .*@"))


def _recurring(words: Iterable[str]) -> set[str]:
    """The capitalised words that are the whole remark of several lines, when they are some."""
    counts = Counter(word for word in words if word.istitle() or word.isupper())
    found = {word for word, count in counts.items() if count > 1 and may_be_name(word)}
    return found if len(found) > 1 else set()


_BOTH = wordlist("both everyone everybody beide ambos ambas todos entrambi tutti оба все 両方 둘다")


def _covered(path: str, session: str, owned: Sequence[SaidOwned], names: Names) -> bool:
    """Whether the session is said to own it already, by its bare name."""
    return any(
        path == each.path or path.endswith(f"/{each.path}")
        for each in owned
        if (names.of(each.session) or each.session) == session
    )
