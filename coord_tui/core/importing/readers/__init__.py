"""The readers: each knows one form in which people write one kind of thing.

A reader is a function of a document and of what the readers before it found; it yields what it
finds itself. They stand in the order in which they need each other: who works here, whose files,
which work.
"""

from collections.abc import Callable, Iterable, Sequence

from coord_tui.core.importing.outline import Document
from coord_tui.core.importing.readers import (
    checks,
    docs,
    links,
    ownership,
    pins,
    project,
    rules,
    sessions,
    sessions_owners,
    sessions_together,
    shared,
    tasks,
)
from coord_tui.core.importing.statements import Said

Reader = Callable[[Document, Sequence[Said]], Iterable[Said]]

READERS: tuple[Reader, ...] = (
    sessions.read,
    ownership.read,
    shared.read,
    tasks.read,
    links.read,
    project.read,
    docs.read,
    checks.read,
    pins.read,
    rules.read,
    sessions_owners.read,
    sessions_together.read,
)
