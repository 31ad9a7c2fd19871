"""What a clone knows of the remote through which the channel is shared: a value, made by sync."""

from typing import NamedTuple

from coord_tui.core.events import Event


class Contact(NamedTuple):
    """The remote as it last answered, or did not."""

    remote: str = ""
    """Its name; empty when none was ever asked, and events stay in this clone."""
    confirmed: int = 0
    """How many of the channel's first lines it has."""
    at: float = 0
    """When it last answered, in seconds since the epoch; 0: never."""
    away: str = ""
    """Why it did not answer the last time it was asked; empty when it did."""
    since: float = 0
    """When that began."""


class Withdrawn(NamedTuple):
    """An event that lost to another session's before the remote had it, and by whom or what."""

    event: Event
    reason: str
