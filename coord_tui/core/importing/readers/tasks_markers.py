"""Finds lists whose numbers are the ids of their points: `2. Import, once 1 is merged`.

Numbers that nothing refers to only count; they are no ids.
"""

import re
from collections.abc import Iterator, Sequence

from coord_tui.core.importing.outline import Node
from coord_tui.core.importing.readers.links_hedges import is_firm
from coord_tui.core.importing.readers.links_words import Wait, references
from coord_tui.core.importing.readers.tasks_heads import Head
from coord_tui.core.importing.readers.tasks_names import Named

_NUMBER = re.compile(
    r"#?(\d{1,3})(?:\s+(?:is|are|has|been|be|lands?|landed|merges?|merged|done|complete|finished"
    r"|ready))*"
)
_Heads = Sequence[tuple[Node, Head]]


def with_markers(heads: _Heads) -> _Heads:
    """The points of a numbered list, with their numbers as ids where points wait for numbers."""
    markers = [node.marker.rstrip(".)") for node, _ in heads]
    if any(head.id for _, head in heads) or not all(map(str.isdigit, markers)):
        return heads
    cited = {number for _, head in heads for wait in head.waits for number in _numbers(wait)}
    if not cited or len(set(markers)) < len(markers) or not cited <= set(markers):
        return heads
    return [
        (node, _marked(head, marker))
        for marker, (node, head) in zip(markers, heads, strict=True)
    ]  # fmt: skip


def _numbers(wait: Wait) -> Iterator[str]:
    for name in references(wait.text):
        if found := _NUMBER.fullmatch(name):
            yield found[1]


def _marked(head: Head, marker: str) -> Head:
    waits = tuple(
        Wait(wait.kind, ", ".join(numbers))
        if (numbers := list(_numbers(wait))) and is_firm(wait.text)
        else wait
        for wait in head.waits
    )
    return head._replace(id=marker, named=Named(marker, head.title, marked=True), waits=waits)
