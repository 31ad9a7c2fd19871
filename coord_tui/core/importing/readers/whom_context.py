"""Where in a document something stands: in whose part, and under which kind of heading."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coord_tui.core.importing.evident import is_team
from coord_tui.core.importing.heads import SILENT, Head, Mode, head
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.remembered import kept_of
from coord_tui.core.importing.whom import OWNS


class Within(NamedTuple):
    """What the headings above something say."""

    mode: Mode = ""
    session: str = ""


def is_silent(within: Within, stated: bool) -> bool:
    """Whether headings make what stands below them say nothing of whose files are whose.

    What states owners and paths itself is silenced by no ban around it, only by being an example.
    """
    return within.mode in (("example", "log") if stated else SILENT)


def below(within: Within, opened: Head) -> Within:
    """What holds below a heading that stands within something."""
    if within.mode in ("example", "log"):
        return within
    if opened.mode in (*SILENT, "shared", "people"):
        return Within(opened.mode, opened.who.name if opened.who else within.session)
    if opened.who:
        own = opened.mode == "own" or within.mode == "owners"
        return Within("own" if own else "self", opened.who.name)
    if opened.mode == "scope":
        return Within("own", within.session) if within.session else within
    if opened.mode == "owners":
        return Within("own", within.session) if within.session else Within("owners")
    return within


_TASK = re.compile(r"\s*[\[【]#?[A-Za-z]{0,8}-?\d+[\]】]\s")
"""A heading that begins with a task's id is about that task: `[G-2] Ana: models`."""


def is_task(node: Node) -> bool:
    """Whether a heading is a task's."""
    return _TASK.match(node.words) is not None


def opened(node: Node, names: Names) -> Head:
    """What a heading opens; a title speaks of too much to ban or to share it all."""
    if is_task(node):
        return Head("")
    if _is_over(node):
        return Head("log")
    found = head(node.words, names)
    if node.level == 1 and found.who and is_team(found.who.name):
        found = Head("people" if found.mode == "self" else found.mode)
    if node.level == 1 and found.mode in (*SILENT, "shared"):
        return Head("owners" if OWNS.within(node.words) else "", found.who)
    return found


def _is_over(node: Node) -> bool:
    """Whether a heading says in brackets that it holds no more: `Owners (obsolete)`."""
    remarks = (said(each).split() for each in _IN_BRACKETS.findall(node.words))
    return any(_OVER & set(words if len(words) < _FEW else words[:1]) for words in remarks)


_FEW = 3
"""Fewer words than this are a remark and no sentence, in which such a word may mean another."""


_OVER = wordlist("""old obsolete outdated archived deprecated viejo antiguo obsoleto obsoleta velho
    vieux ancien obsolète périmé alt veraltet überholt vecchio verouderd устарело старое eski
    nieaktualne stare 旧 废弃 过时 旧版 古い 廃止 구버전""")
_IN_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")


def lines(document: Document, names: Names) -> Iterator[tuple[Node, Within]]:
    """Every paragraph and item of a document with what the headings above it say."""
    for node, within in _placed(document.root, names):
        if node.kind in ("text", "item"):
            yield node, within


def siblings(
    document: Document, names: Names, least: int = 2
) -> Iterator[tuple[tuple[Node, ...], Within]]:
    """The paragraphs and items that stand side by side, with what the headings above them say."""
    start = (document.root, Within())
    for node, within in (start, *_placed(document.root, names)):
        alike = tuple(child for child in node.children if child.kind in ("text", "item"))
        if len(alike) >= least:
            inside = below(within, opened(node, names)) if node.kind == "section" else within
            yield alike, inside


def sections(document: Document, names: Names) -> Iterator[tuple[Node, Within]]:
    """Every heading and lead of a document with what the headings above it say."""
    for node, within in _placed(document.root, names):
        if node.kind == "section":
            yield node, within


def fences(document: Document, names: Names) -> Iterator[tuple[Node, Within]]:
    """Every fence of a document with what the headings above it say."""
    for node, within in _placed(document.root, names):
        if node.kind == "fence":
            yield node, within


def tables(document: Document, names: Names) -> Iterator[tuple[Node, Within]]:
    """Every table of a document with what the headings above it say."""
    for node, within in _placed(document.root, names):
        if node.kind == "table" and node.rows:
            yield node, within


@kept_of
def _placed(root: Node, names: Names) -> tuple[tuple[Node, Within], ...]:
    """All below the root, in its order: every reader asks for some of it."""
    return tuple(_all(root, Within(), names))


def _all(node: Node, within: Within, names: Names) -> Iterator[tuple[Node, Within]]:
    for child in node.children:
        yield child, within
        if child.children:
            inside = below(within, opened(child, names)) if child.kind == "section" else within
            yield from _all(child, inside, names)
