"""Tells a list that says what each of several owns, and so is nobody's own, whatever heads it.

`Ana owns: api/`, `Ben owns: web/` below `Ground rules`.
"""

from coord_tui.core.importing.calling import called
from coord_tui.core.importing.fields import field
from coord_tui.core.importing.names import folded
from coord_tui.core.importing.outline import Node
from coord_tui.core.importing.verbs import OWNING_VERB

_LEAST = 2


def tells_of_several(node: Node) -> bool:
    """Whether the labels right below something say of two or more what they own."""
    labels = (said.label for child in node.children if (said := field(child.runs)))
    return len({who for label in labels if (who := _subject(label))}) >= _LEAST


def _subject(label: str) -> str:
    """The name before a verb of owning, folded; empty when a label has none."""
    verb = OWNING_VERB.search(label)
    who = called(label[: verb.start()]) if verb and label[: verb.start()].strip() else None
    return folded(who.name) if who else ""
