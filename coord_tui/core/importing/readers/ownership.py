"""Finds whose files are whose: each form in which that is written has a reader of its own."""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.readers import (
    ownership_blocks,
    ownership_labels,
    ownership_matrix,
    ownership_names,
    ownership_nobody,
    ownership_only,
    ownership_recurring,
    ownership_sentences,
    ownership_siblings,
    ownership_tables,
    ownership_trees,
    ownership_weighing,
)
from coord_tui.core.importing.readers.ownership_folders import in_folders
from coord_tui.core.importing.statements import Said

_FORMS = (
    ownership_tables.read,
    ownership_blocks.read,
    ownership_matrix.read,
    ownership_trees.read,
    ownership_sentences.read,
    ownership_labels.read,
    ownership_only.read,
    ownership_names.read,
    ownership_siblings.read,
    ownership_recurring.read,
)


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """What the document says of whose files are whose, in any form."""
    found: list[Said] = []
    for form in _FORMS:
        found += form(document, [*said, *found])
    weighed = list(in_folders(document, ownership_weighing.weighed(found, said), said))
    yield from weighed
    yield from ownership_nobody.read(document, [*said, *weighed])
