"""Every kind of event this version knows, by name; one it does not know changes nothing."""

from coord_tui.core.kinds import messages, requests, reservations, tasks
from coord_tui.core.kinds.base import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind for module in (tasks, reservations, requests, messages) for kind in module.KINDS
}

UNKNOWN = Kind()
"""A newer version wrote it: kept, shown and passed on."""
