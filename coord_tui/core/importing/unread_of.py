"""Puts together all that was not read: what nothing stands on, and what the plan does not keep.

Leaving an item out of the plan does not make its lines unread: they are judged by the whole plan.
"""

from coord_tui.core.importing.kept import spans_of
from coord_tui.core.importing.read import Stated
from coord_tui.core.importing.reading import Passage, Reading
from coord_tui.core.importing.unread_parts import unread_parts


def unread_of(stated: Stated, full: Reading) -> tuple[Passage, ...]:
    """The passages of all documents, in their order; `full` is the plan with nothing left out."""
    spans = tuple(spans_of(full.plan, full.items, full.warnings, stated.said))
    parts = tuple(unread_parts(stated.pieces, spans))
    if not parts:
        return stated.unread
    files = dict.fromkeys(one.at.file for one in (*stated.said, *stated.unread, *parts))
    order = {file: number for number, file in enumerate(files)}
    return tuple(sorted((*stated.unread, *parts), key=lambda one: (order[one.at.file], one.at)))
