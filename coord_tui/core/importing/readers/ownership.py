"""Finds whose files are whose: each form in which that is written has a reader of its own."""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.paths import is_cut
from coord_tui.core.importing.readers import (
    ownership_assumed,
    ownership_blocks,
    ownership_guesses,
    ownership_labels,
    ownership_marks,
    ownership_matrix,
    ownership_names,
    ownership_nobody,
    ownership_only,
    ownership_recurring,
    ownership_sentences,
    ownership_siblings,
    ownership_tables,
    ownership_told,
    ownership_trees,
    ownership_weighing,
)
from coord_tui.core.importing.readers.ownership_folders import in_folders
from coord_tui.core.importing.statements import Said, SaidOwned, SaidShared

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
    ownership_marks.read,
    ownership_told.read,
    ownership_guesses.read,
    ownership_assumed.read,
)


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """What the document says of whose files are whose, in any form."""
    found: list[Said] = []
    for form in _FORMS:
        found += form(document, [*said, *found])
    placed = in_folders(document, ownership_weighing.weighed(found, said), said)
    weighed = [_cut_short(each) for each in placed]
    yield from weighed
    yield from ownership_nobody.read(document, [*said, *weighed])


def _cut_short(each: Said) -> Said:
    """What is said of a path without its folders, to be looked at: as written it is no file's."""
    if isinstance(each, SaidOwned | SaidShared) and is_cut(each.path):
        return each._replace(sure="likely", why="the document leaves out folders of the path")
    return each
