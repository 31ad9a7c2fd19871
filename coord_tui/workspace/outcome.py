"""What a session wants to write on the channel, and what became of it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coord_tui.core.events import Event


class Draft(NamedTuple):
    """An event to be: what it is about, its kind and its own fields."""

    target: str
    """The task, path or session it is about, as the session named it."""
    kind: str
    fields: Mapping[str, Any]


class Outcome(NamedTuple):
    """What became of a draft. A refused one left no trace on the channel."""

    target: str
    accepted: bool
    reason: str = ""
    """Why it was refused: by whom or what, and what to do."""
    note: str = ""
    """What else it brought about, when it was accepted."""
    confirmed: bool = False
    """The remote has it."""
    event: Event | None = None
