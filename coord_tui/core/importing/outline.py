"""The outline of a document: every block under the heading or lead that it belongs to.

A lead is a paragraph that works as a heading: all of it is strong, or a list, table or fence
follows it and it begins strong or ends with a colon. Readers walk this tree and know nothing of
Markdown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

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
from coord_tui.core.importing.paragraphs import all_strong, parts_of
from coord_tui.core.importing.prompts import speaks
from coord_tui.core.importing.statements import Place

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
    box: Literal["", " ", "x", "~"] = ""
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


class Field(NamedTuple):
    """A label and what is said of it: `**Owner**: ana`, `Files: a.py`."""

    label: str
    value: Runs

    @property
    def words(self) -> str:
        """The value without styles."""
        return plain(self.value)


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
    root = Node("section", 1, max(len(lines), 1), children=_nested(_with_leads(parts), 0))
    return Document(name, root, lines)


_FIELDS = 16384
"""How many lines are remembered: every reader asks of each line whether it is a field."""
_COLON = r"[:：]"
_PLAIN_LABEL = re.compile(r"\s*([^\W\d_][^:：`.!?]{0,40}?)\s*(?:：|:(?=\s|$|[^\x00-\x7f]))")


def field(runs: Sequence[Run]) -> Field | None:
    """The label and the value of a line, when it has the form of a field.

    The label is strong and a colon ends or follows it, or it is at most five words before a colon.
    """
    return _field(tuple(runs))


@lru_cache(_FIELDS)
def _field(runs: Runs) -> Field | None:
    strong = 0
    while strong < len(runs) and runs[strong].strong and not runs[strong].code:
        strong += 1
    if strong:
        return _strong_field(runs, strong)
    found = _PLAIN_LABEL.match(runs[0].text) if runs and not runs[0].code else None
    if not found or len(found[1].split()) > 5:
        return None
    rest = runs[0]._replace(text=runs[0].text[found.end() :].lstrip())
    return Field(found[1].strip(), _without_empty((rest, *runs[1:])))


def _strong_field(runs: Sequence[Run], strong: int) -> Field | None:
    label, rest = plain(runs[:strong]), list(runs[strong:])
    if label.endswith((":", "：")):
        return Field(label[:-1].strip(), _without_empty(rest))
    if rest and not rest[0].code and (found := re.match(rf"\s*{_COLON}\s*", rest[0].text)):
        rest[0] = rest[0]._replace(text=rest[0].text[found.end() :])
        return Field(label, _without_empty(rest))
    return None


def _without_empty(runs: Sequence[Run]) -> Runs:
    return tuple(run for run in runs if run.text.strip() or run is not runs[0])


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
    runs = _joined(block.lines)
    yield Node(
        kind, block.line, block.end, runs, block.level, block.marker, block.box, block.rows,
        block.info, block.text, _nested(_with_leads(inside), 0), plain(runs),
    )  # fmt: skip


def _told(block: Block) -> Iterator[Node]:
    """The nodes of a fence that speaks to somebody: its words count, its headings are leads."""
    inside = blocks("\n" * block.line + block.text)
    for node in (each for part in inside for each in _nodes(part)):
        level = LEAD if node.level else 0
        yield node._replace(level=level, quoted=True)


def _texts(block: Block) -> Iterator[Node]:
    for part in parts_of(block.lines, lambda runs: field(runs) is not None):
        runs = _joined(part)
        yield Node("text", part[0].number, part[-1].number, runs, words=plain(runs))


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
    return [
        node._replace(kind="section", level=LEAD if all_strong(node.runs) else LEAD + 1)
        if node.kind == "text" and _leads(node, after)
        else node
        for node, after in zip(nodes, following, strict=False)
    ]


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
