"""The outline of a document: every block under the heading or lead that it belongs to.

A lead is a paragraph that works as a heading: all of it is strong, or a list, table or fence
follows it and it begins strong or ends with a colon. Readers walk this tree and know nothing of
Markdown.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from coord_tui.core.importing.counted_leads import counted_leads, leads_alike
from coord_tui.core.importing.fields import is_field, is_short_field
from coord_tui.core.importing.markdown.blocks import (
    Block,
    Line,
    Row,
    Run,
    Runs,
    blocks,
    plain,
    source_lines,
)
from coord_tui.core.importing.paragraphs import all_strong, card_of, parts_of
from coord_tui.core.importing.plain_leads import Part, plain_leads
from coord_tui.core.importing.prompts import speaks
from coord_tui.core.importing.slipped import aligned
from coord_tui.core.importing.statements import Place
from coord_tui.core.importing.subtitles import subtitles
from coord_tui.core.importing.surplus import with_surplus

LEAD = 7
"""The level of a lead, below all headings."""


class Node(NamedTuple):
    """A part of a document with what belongs to it.

    A section is a heading or a lead with all that follows until the next one of its level; the
    whole document is the section of level 0. A text is a paragraph, or one line of it when its
    lines are fields of their own.
    """

    kind: Literal["section", "text", "item", "table", "fence", "html"]
    line: int
    end: int
    runs: Runs = ()
    level: int = 0
    marker: str = ""
    box: Literal["", " ", "x", "~", "-"] = ""
    rows: tuple[Row, ...] = ()
    info: str = ""
    text: str = ""
    children: tuple["Node", ...] = ()
    words: str = ""
    """What it says itself, without styles."""
    quoted: bool = False
    """Whether it is quoted, or stands in a fence that speaks to somebody."""

    @property
    def first(self) -> int:
        """The last line of its own words, without what stands below it."""
        return self.line if self.kind in ("section", "item") else self.end

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()


class Document(NamedTuple):
    """A document that readers read."""

    name: str
    root: Node
    lines: tuple[str, ...] = ()
    """Its source, line by line."""

    def at(self, node: Node, end: int = 0) -> Place:
        """Where the node's own words stand, or all of it up to `end`."""
        return Place(self.name, node.line, end or node.first)

    def all_of(self, node: Node) -> Place:
        """Where the node stands with everything below it."""
        return Place(self.name, node.line, node.end)


def outline(name: str, text: str) -> Document:
    """The document of that name."""
    lines = source_lines(text)
    parts = [node for block in blocks(text) for node in _nodes(block)]
    inside = _nested(_below_titles(_with_leads(parts)), 0)
    root = Node("section", 1, max(len(lines), 1), children=inside)
    return Document(name, root, lines)


def _nodes(block: Block) -> Iterator[Node]:
    """The nodes of a block; a paragraph whose lines are fields falls into its lines."""
    if block.kind == "rule":
        return
    if block.kind == "text":
        yield from (node._replace(quoted=block.quoted) for node in _texts(block))
        return
    if block.kind == "fence" and speaks(block.text, block.info):
        yield from _told(block)
        return
    kind: Literal["section", "item", "table", "fence", "html"]
    kind = "section" if block.kind == "heading" else block.kind
    inside = [node for child in block.children for node in _nodes(child)]
    lines: Sequence[Line] = block.lines
    if kind == "item":
        fielded = is_short_field if block.box else is_field
        lines, *fields = card_of(lines, fielded)
        inside = [*map(_text, fields), *inside]
    runs = _joined(lines)
    yield Node(
        kind, block.line, block.end, runs, block.level, block.marker, block.box,
        aligned(with_surplus(block.rows)) if block.rows else (),
        block.info, block.text, _nested(_with_leads(inside), 0), plain(runs),
    )  # fmt: skip


def _told(block: Block) -> Iterator[Node]:
    """The nodes of a fence that speaks to somebody: its words count, its headings are leads."""
    inside = blocks("\n" * block.line + block.text)
    for node in (each for part in inside for each in _nodes(part)):
        level = LEAD if node.level else 0
        yield node._replace(level=level, quoted=True)


def _texts(block: Block) -> Iterator[Node]:
    for part in parts_of(block.lines, is_field):
        yield _text(part)


def _text(lines: Sequence[Line]) -> Node:
    runs = _joined(lines)
    return Node("text", lines[0].number, lines[-1].number, runs, words=plain(runs))


def _joined(lines: Sequence[Line]) -> Runs:
    """The runs of lines, a space between two of them."""
    runs: list[Run] = []
    for line in lines:
        if runs:
            runs.append(Run(" "))
        runs += line.runs
    return tuple(runs)


def _with_leads(nodes: list[Node]) -> list[Node]:
    """The nodes, each paragraph that works as a heading turned into a section's head."""
    following = [*nodes[1:], None]
    pairs = list(zip(nodes, following, strict=False))
    counted = counted_leads([node.words for node, after in pairs if _is_above_list(node, after)])
    plain_ones = plain_leads(
        [Part(node.kind, node.words, node.line == node.end and not node.quoted) for node in nodes]
    )
    alike = leads_alike([(_strong(node), all_strong(node.runs)) for node in nodes])
    levels = (
        LEAD if all_strong(node.runs) or _strong(node) in alike
        else LEAD + 1 if at in plain_ones or _leads(node, after)
        or (node.words in counted and _is_above_list(node, after))
        else 0
        for at, (node, after) in enumerate(pairs)
    )  # fmt: skip
    return [
        node._replace(kind="section", level=level) if level and node.kind == "text" else node
        for node, level in zip(nodes, levels, strict=True)
    ]


def _below_titles(nodes: list[Node]) -> list[Node]:
    """The nodes, each heading that only says more of the one above it a level below that one."""
    below = subtitles([(node.level if node.kind == "section" else 0, node.words) for node in nodes])
    return [
        node._replace(level=node.level + 1) if at in below else node
        for at, node in enumerate(nodes)
    ]


def _strong(node: Node) -> str:
    """The strong words that a paragraph begins with."""
    strong = node.kind == "text" and bool(node.runs) and node.runs[0].strong
    return node.runs[0].text if strong else ""


def _is_above_list(node: Node, after: Node | None) -> bool:
    """Whether a paragraph of one line stands above a list."""
    one_line = node.kind == "text" and node.line == node.end and not node.quoted
    return one_line and after is not None and after.kind == "item"


def _leads(node: Node, after: Node | None) -> bool:
    quotes = after is not None and after.quoted and not node.quoted
    if quotes and node.words.endswith((":", "：")):
        return True
    if all_strong(node.runs) or after is None or after.kind not in ("item", "table", "fence"):
        return all_strong(node.runs)
    begins = bool(node.runs) and node.runs[0].strong
    return begins or node.words.endswith((":", "：")) or _is_close(node, after)


def _is_close(node: Node, after: Node) -> bool:
    """Whether a short line stands right above a list, with no blank line between them."""
    one_line = node.line == node.end == after.line - 1 and after.kind == "item"
    return one_line and re.fullmatch(r"[^.!?。！？]{1,60}", node.words) is not None


def _nested(nodes: Sequence[Node], level: int) -> tuple[Node, ...]:
    """The nodes, each section with all that follows until the next one of its level or above.

    A lead that is not all strong has the lists, tables and fences right after it, no more.
    """
    nested: list[Node] = []
    at = 0
    while at < len(nodes):
        node = nodes[at]
        at += 1
        if node.kind == "section":
            start = at
            while at < len(nodes) and _belongs(nodes[at], node.level):
                at += 1
            inside = _nested(nodes[start:at], node.level)
            end = max([node.end, *(child.end for child in inside)])
            node = node._replace(end=end, children=inside)
        nested.append(node)
    return tuple(nested)


def _belongs(node: Node, level: int) -> bool:
    if level > LEAD and node.kind == "text" and not node.quoted:
        return False
    return node.kind != "section" or node.level > level
