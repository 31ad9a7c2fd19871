"""Finds canonical documents: lists under a heading that calls them so, and fields that name one.

A document is a path that ends as documents do, or a link to one; what is said after it is its note.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.markdown.blocks import Run, Runs, plain
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.statements import Place, Said, SaidDocument
from coord_tui.core.importing.topics import words_of
from coord_tui.core.importing.words.rules import DOCUMENT_WORDS

ENDINGS = (
    ".md",
    ".mdx",
    ".rst",
    ".txt",
    ".adoc",
    ".org",
    ".pdf",
    ".html",
    ".yaml",
    ".yml",
    ".json",
)
_PATH = re.compile(r"[\w.@-]+(?:/[\w.@ -]+)*\.\w+")
_JOINT = re.compile(r"^\s*(?:[—–:：-]+|\((?=.*\)\s*$)|（)\s*")
_COVERS = re.compile(
    r"\b(?:covers?|for|of|governs|cubre|deckt|couvre|описывает)\b|覆盖|対象|다룸", re.IGNORECASE
)


class _Named(NamedTuple):
    """A document in a line, and what is said after it."""

    path: str
    note: str
    covers: tuple[str, ...] = ()


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """The canonical documents of a document."""
    yield from _below(document, document.root, False)


def _below(document: Document, node: Node, canonical: bool) -> Iterator[SaidDocument]:
    for child in node.children:
        about = canonical
        if child.kind == "section":
            about = _calls(child.words) or (canonical and child.level > node.level)
        elif child.kind == "table" and canonical:
            for row in child.rows[1:]:
                at = Place(document.name, row.line, row.line)
                yield from _said(at, _in_row(row.cells))
        elif child.kind in ("item", "text") and canonical:
            yield from _said(document.at(child), _in_words(child.runs))
        elif child.kind in ("item", "text") and (named := _in_field(child)):
            yield from _said(document.at(child), named)
        yield from _below(document, child, about)


def _calls(words: str) -> bool:
    return words_of(DOCUMENT_WORDS).within(words)


def _said(at: Place, named: Sequence[_Named]) -> Iterator[SaidDocument]:
    for each in named:
        yield SaidDocument(at, each.path, each.note, each.covers)


def _in_field(node: Node) -> list[_Named]:
    """`Source of truth: docs/design.md`."""
    found = field(node.runs)
    if not found or not _calls(found.label):
        return []
    return [each._replace(note=each.note or found.label) for each in _in_words(found.value)[:1]]


def _in_row(cells: Sequence[Runs]) -> list[_Named]:
    """The document of a table's row: the first cell that names one, the others are its note."""
    for number, cell in enumerate(cells):
        named = _in_words(cell)
        if named:
            rest = " · ".join(plain(each) for each in cells[number + 1 :] if plain(each))
            return [named[0]._replace(note=named[0].note or rest)]
    return []


def _in_words(runs: Runs) -> list[_Named]:
    """The documents of a line; the last one has the words after it."""
    found: list[_Named] = []
    for number, run in enumerate(runs):
        path = _path(run)
        if not path:
            continue
        after = runs[number + 1 :]
        if run.link:
            after = tuple(each for each in after if each.link != run.link)
        found.append(_Named(path, _note(after), _covers(after)))
    return found


def _path(run: Run) -> str:
    """The document that a code, a link or a bare path names, if it is in the repository."""
    named = run.link.partition("#")[0] if run.link else run.text.strip()
    named = named.removeprefix("./").removeprefix("/")
    if not run.link and not run.code:
        first = named.split()[:1]
        named = first[0].strip("`*,:;()") if first else ""
    if "://" in named or ".." in named.split("/") or not _PATH.fullmatch(named):
        return ""
    return named if PurePosixPath(named).suffix.casefold() in ENDINGS else ""


def _note(after: Sequence[Run]) -> str:
    """What is said of a document: in brackets, after a dash or a colon."""
    text = "".join(f"`{run.text}`" if run.code else run.text for run in after)
    joint = _JOINT.match(text)
    if not joint:
        return ""
    note = text[joint.end() :].strip()
    return note.rstrip(")）").strip() if joint[0].strip() in ("(", "（") else note


def _covers(after: Sequence[Run]) -> tuple[str, ...]:
    """The code that a document is said to cover."""
    before = ""
    found = []
    for run in after:
        if run.code and _COVERS.search(before) and ("/" in run.text or "*" in run.text):
            found.append(run.text)
        before = before if run.code else run.text
    return tuple(found)
