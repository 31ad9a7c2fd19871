"""Finds the sentences of a paragraph from which nothing was taken though another one was read.

A statement covers lines; of a paragraph that says three things on one line it may have taken one.
A sentence was read when it names what a statement of that paragraph says.
"""

import re
from collections.abc import Iterable, Iterator

from coord_tui.core.importing.names import folded
from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.reading import Passage
from coord_tui.core.importing.statements import (
    Place,
    Said,
    SaidCheck,
    SaidDocument,
    SaidLink,
    SaidOwned,
    SaidPin,
    SaidSession,
    SaidShared,
)

_BETWEEN = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])|(?<=[。！？])")
_PARTIAL = (SaidSession, SaidOwned, SaidShared, SaidLink, SaidCheck, SaidPin, SaidDocument)
"""What is said by one sentence; a rule, a task or a group takes its whole paragraph."""


def unread_sentences(document: Document, said: Iterable[Said]) -> Iterator[Passage]:
    """A passage for each sentence that nothing was taken from, in paragraphs that were read."""
    by_line: dict[int, list[Said]] = {}
    for each in said:
        for line in range(each.at.line, each.at.end + 1):
            by_line.setdefault(line, []).append(each)
    for node in document.root.walk():
        if node.kind == "text" and not node.children:
            yield from _left_over(document, node, by_line)


def _left_over(document: Document, node: Node, by_line: dict[int, list[Said]]) -> Iterator[Passage]:
    sentences = [part.strip() for part in _BETWEEN.split(node.words)]
    saying = {
        id(each): each for n in range(node.line, node.end + 1) for each in by_line.get(n, ())
    }.values()
    if len(sentences) < 2 or not saying or not all(_within(each, node) for each in saying):
        return
    named = {name for each in saying for name in _named(each) if name}
    for sentence in sentences:
        words = folded(sentence)
        if words and not any(name in words for name in named):
            yield Passage(Place(document.name, node.line, node.end), sentence)


def _within(said: Said, node: Node) -> bool:
    """Whether one sentence of the paragraph may have said it."""
    return isinstance(said, _PARTIAL) and node.line <= said.at.line <= said.at.end <= node.end


def _named(said: Said) -> Iterator[str]:
    """What a sentence must name to be the one that said it, folded."""
    match said:
        case SaidSession():
            yield from map(folded, (said.name, *said.also))
        case SaidOwned() | SaidShared() | SaidDocument():
            yield folded(said.path)
            yield folded(said.path.rstrip("/*").rpartition("/")[2])
        case SaidLink():
            yield folded(said.task)
        case SaidCheck():
            yield folded(said.run)
        case SaidPin():
            yield folded(said.tool)
