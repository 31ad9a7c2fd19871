"""What every kind of event has: the fields it needs, when it is refused, and what it changes."""

from coord_tui.core.events import Event
from coord_tui.core.state import State


class Kind:
    """One kind of event. Kinds hold no data: an event and the state so far say everything."""

    name = ""
    """The word in the event's `kind` field."""
    needs: tuple[str, ...] = ()
    """Text fields without which the event means nothing."""

    def refusal(self, event: Event, state: State) -> str:
        """Why the rules refuse the event: by whom or what, and what to do. Empty: accepted."""
        return ""

    def apply(self, event: Event, state: State) -> None:
        """Change the state by an accepted event."""
