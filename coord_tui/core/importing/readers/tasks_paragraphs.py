"""Finds the paragraphs and points that are tasks by ids that begin them in strong letters.

`**A1. Hull** — planks …` below the heading of a round whose name looks like a task's: where several
of a document begin so, the heading only holds them, and each is a task however long it is.
"""

from collections import Counter

from coord_tui.core.importing.outline import Document, Node
from coord_tui.core.importing.readers.task_guesses import OTHER_FAMILIES
from coord_tui.core.importing.readers.tasks_names import is_id, named
from coord_tui.core.importing.readers.tasks_sections import family

_OTHERS = OTHER_FAMILIES - {"a"}
"""`A` and `B` may be two who work; what else `A1` may be has no title in strong letters."""
_FEWEST = 3
"""Of the paragraphs of a document that begin with different ids of one family."""


def strong_families(document: Document) -> frozenset[str]:
    """The beginnings of the ids with which several paragraphs begin, each id once only."""
    ids = Counter(id for node in document.root.walk() if (id := strong_id(node)))
    kin = Counter(family(id) for id, count in ids.items() if count == 1)
    enough = {each for each, count in kin.items() if count >= _FEWEST and each}
    return frozenset(each for each in enough if each.strip("-_") not in _OTHERS)


def strong_id(node: Node) -> str:
    """The id with which a paragraph or point begins, set apart in strong letters with its title."""
    first = next((run for run in node.runs if run.text.strip()), None)
    if node.kind not in ("text", "item") or first is None or not first.strong or first.code:
        return ""
    name = named(node.words)
    begins = first.text.lstrip(" [").startswith(name.id) and first.text.strip() != name.id
    return name.id if begins and name.marked and name.rest and is_id(name.id) else ""


def has_strong_id(node: Node, families: frozenset[str]) -> bool:
    """Whether a paragraph or point begins with an id of these families."""
    return bool((id := strong_id(node)) and family(id) in families)
