"""Finds the points of a list whose cross says that they are given up: `❌ B4 Bell`.

A cross beside ticks alone says that something is not done yet; beside open points it is no other
word for open.
"""

from collections.abc import Sequence

from coord_tui.core.importing.outline import Node
from coord_tui.core.importing.readers.tasks_heads import Head
from coord_tui.core.importing.status import signed, without_signs

_CROSSES = frozenset("❌✖✗✘")
_Heads = Sequence[tuple[Node, Head]]


def with_crosses(heads: _Heads) -> list[tuple[Node, Head]]:
    """The points, those with a cross dropped where others stand open beside them."""
    is_open = any(
        not _is_crossed(node) and head.status not in ("done", "dropped") and node.box != "x"
        for node, head in heads
    )
    return [
        (node, head._replace(status="dropped", worded=True))
        if is_open and _is_crossed(node) and not head.status and node.box in ("", "-")
        else (node, head)
        for node, head in heads
    ]


def _is_crossed(node: Node) -> bool:
    """Whether a cross, and no sign that says how far it is, stands at an end of a point."""
    signs = without_signs(node.words)[1]
    return bool(_CROSSES & set(signs)) and not signed(signs)
