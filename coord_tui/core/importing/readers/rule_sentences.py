"""Finds rules that have no heading of their own: sentences that say what to do, words in brackets.

A sentence counts by what makes an order of it (must, never, before editing …), and only where no
work, ownership or log stands.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coord_tui.core.importing.fields import field
from coord_tui.core.importing.outline import LEAD, Document, Node
from coord_tui.core.importing.readers.taken import WORK, Taken
from coord_tui.core.importing.statements import Said, SaidRule
from coord_tui.core.importing.topics import brackets, title, without_brackets, words_of
from coord_tui.core.importing.words.rules import BRACKETED, MODALS, NOTE_NOUNS, RULE_NOUNS

LONGEST = 2000
"""A paragraph with more letters than this is no rule."""


_WHEN = re.compile(
    r"(?:before|after|when|while|if|on|never|always|antes|después|cuando|nunca|depois|quando|avant|quand|"
    r"bevor|wenn|nach|prima|dopo|перед|после|когда|przed|po)\b",
    re.IGNORECASE,
)
"""How the label of a step begins: `Before the merge: …`."""


class Sentences(NamedTuple):
    """Neighbours that are rules, and the label of the first one, if it has one."""

    title: str
    nodes: list[Node]


def sentences(section: Node, own: Sequence[Node], taken: Taken, work: Taken) -> Iterator[Sentences]:
    """The rules among the paragraphs and items of a section, those next to each other as one."""
    noted = words_of(NOTE_NOUNS).head(section.words)
    listed = noted or not work.any(section.line, section.end)
    whole = noted and own and not taken.any(own[0].line, own[-1].end)
    if whole and sum(map(_orders, own)) * 3 >= len(own):
        yield Sentences("", list(own))
        return
    found: list[Node] = []
    for node in own:
        free = node.kind == "text" or (node.kind == "item" and not node.box and listed)
        free = free and not taken.any(node.line, node.end)
        label = _label(node) if free else ""
        if found and (label or not (free and _orders(node))):
            yield Sentences(_titled(section, found), found)
            found = []
        if label:
            yield Sentences(label, [node])
        elif free and _orders(node):
            found.append(node)
    if found:
        yield Sentences(_titled(section, found), found)


def _titled(section: Node, found: Sequence[Node]) -> str:
    """The label of an order that stands alone below a lead, which is about something else."""
    said = field(found[0].runs) if len(found) == 1 and section.level >= LEAD else None
    return title(said.label) if said and said.words else ""


def _label(node: Node) -> str:
    """The label of a field that is a rule."""
    said = field(node.runs)
    if said and said.label and words_of(RULE_NOUNS).head(said.label):
        return title(said.label) if said.words or node.children else ""
    return ""


def _orders(node: Node) -> bool:
    """Whether a sentence says what to do."""
    words = "".join(run.text for run in node.runs if not run.code)
    if len(words) > LONGEST or words.rstrip(" *").endswith(("?", "？")) or "? " in words:
        return False
    if _STAMP.match(words):
        return False
    said = field(node.runs)
    return bool(said and _WHEN.match(said.label)) or words_of(MODALS).within(words)


_STAMP = re.compile(
    r"[^\d.!?。]{0,40}\b(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|20\d\d[年/.])"
)
"""A line that begins with a date, such as `Last updated 2031-05-04`, is about the document."""


def bracketed(document: Document, said: Sequence[Said]) -> Iterator[SaidRule]:
    """The rules in the brackets of headings, and in those of the fields at the top of a document.

    What several headings under one other say alike is one rule of that other.
    """
    work = Taken(len(document.lines), said, WORK)
    yield from _in_fields(document)
    for parent in document.root.walk():
        heads = [each for each in parent.children if each.kind == "section"]
        ruling = [
            (each, words)
            for each in heads
            if not work.any(each.line, each.line)
            for words in brackets(each.words)
            if words_of(BRACKETED).within(words)
        ]
        for each, words in ruling:
            alike = sum(1 for _, other in ruling if other == words) > 1
            named = parent if alike and parent.level else each
            heading = without_brackets(title(named.words)).rstrip(" :：") or named.words
            yield SaidRule(document.at(each), heading, words)


def _in_fields(document: Document) -> Iterator[SaidRule]:
    """`Team: ana, ben (no force pushes)`: what stands before the first section."""
    top = [each for each in document.root.children if each.kind != "section"]
    if document.root.children and document.root.children[0].kind == "section":
        top += [each for each in document.root.children[0].children if each.kind != "section"]
    for node in top:
        said = field(node.runs) if node.kind in ("text", "item") else None
        for words in brackets(said.words) if said else ():
            if said and words_of(BRACKETED).within(words):
                yield SaidRule(document.at(node), said.label, words)
