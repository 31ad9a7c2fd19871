"""Reads Mermaid flowcharts: `A[Title] --> B`, `A --> B & C`, `A -. soft .-> B`.

A node stands for its id and its label; a dotted arrow is a soft dependency.
"""

import re
from collections.abc import Iterator

from coord_tui.core.importing.markdown.blocks import source_lines
from coord_tui.core.importing.readers.links_graphs import Edge

_LINK = re.compile(
    r"\s*(?:--[^->|\n]{1,60}--+>|-\.[^.>\n]{0,60}\.+-+>|==[^=>\n]{1,60}==+>|<?-{2,}[>ox]|<?={2,}>"
    r"|-\.+->)\s*(?:\|[^|]*\|)?\s*"
)
_NODE = re.compile(
    r"([\w.+-]+?)\s*(?:@\{[^}]*\}|[\[({>]+[\"'/\\]?(.*?)[\"'/\\]?[\])}]+)?(?::::?\w+)?"
)
_SKIP = (
    "graph",
    "flowchart",
    "subgraph",
    "end",
    "classDef",
    "class ",
    "style",
    "linkStyle",
    "click",
    "direction",
    "%%",
)
_LONGEST_LINE = 400


def mermaid_edges(text: str, first_line: int) -> Iterator[Edge]:
    """The edges of a flowchart, in order, with the labels of their nodes."""
    if not re.match(r"\s*(?:%%.*\n|---[\s\S]*?---\s*|\s)*(?:graph|flowchart)\b", text[:2000]):
        return
    labels: dict[str, str] = {}
    found: list[tuple[list[str], list[str], int, bool]] = []
    for number, line in enumerate(source_lines(text), first_line):
        for statement in line[:_LONGEST_LINE].split(";"):
            if statement.strip().startswith(_SKIP):
                continue
            parts = _LINK.split(statement)
            nodes = [_nodes(part, labels) for part in parts]
            dotted = [".-" in arrow or "-." in arrow for arrow in _LINK.findall(statement)]
            found += [
                (before, after, number, soft)
                for before, after, soft in zip(nodes, nodes[1:], dotted, strict=False)
            ]
    for befores, afters, number, soft in found:
        for before in befores:
            for after in afters:
                names = _name(before, labels), _name(after, labels)
                if soft:
                    yield Edge(names[1], names[0], number, "enhances")
                else:
                    yield Edge(*names, number)


def _nodes(part: str, labels: dict[str, str]) -> list[str]:
    """The ids of the nodes in one part of a line, their labels noted."""
    ids: list[str] = []
    for piece in re.split(r"\s+&\s+", part.strip()):
        found = _NODE.fullmatch(piece.strip())
        if not found:
            continue
        ids.append(found[1])
        if found[2]:
            labels.setdefault(found[1], re.sub(r"<br\s*/?>|\\n", " ", found[2]).strip(" \"'"))
    return ids


def _name(id: str, labels: dict[str, str]) -> str:
    """The label of a node and its id; either may name the task."""
    label = labels.get(id, "")
    return f"{label}\0{id}" if label else id
