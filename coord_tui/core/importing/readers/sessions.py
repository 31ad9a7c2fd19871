"""Finds who works here: each form in which that is written has a reader of its own."""

from collections.abc import Iterator, Sequence

from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.readers import (
    ownership_matrix,
    sessions_columns,
    sessions_full_names,
    sessions_headed,
    sessions_lettered,
    sessions_lists,
    sessions_mentions,
    sessions_parts,
    sessions_profiles,
    sessions_roles,
    sessions_tables,
    sessions_tails,
)
from coord_tui.core.importing.statements import Said

_FORMS = (
    sessions_tables.read,
    sessions_profiles.read,
    ownership_matrix.sessions,
    sessions_lists.read,
    sessions_lists.parts,
    sessions_parts.read,
    sessions_columns.read,
    sessions_roles.read,
    sessions_full_names.read,
    sessions_headed.read,
    sessions_lettered.read,
    sessions_tails.read,
    sessions_mentions.read,
)


def read(document: Document, said: Sequence[Said]) -> Iterator[Said]:
    """Who works here, as the document says it in any form."""
    found: list[Said] = []
    for form in _FORMS:
        found += form(document, [*said, *found])
    yield from found
