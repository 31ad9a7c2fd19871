"""Says that somebody edits what was not agreed: told by its own program, or by one that saw it."""

from collections.abc import Callable

from coord_tui.core.events import Event
from coord_tui.core.notices import MORE
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert

WITHOUT = {
    "owned": "without asking",
    "shared": "without announcing it",
    "unowned": "though another holds it",
}
"""What the edit lacks, by the kind of the file."""


def noticed(event: Event, names: Names, kind: Callable[[str], str]) -> Spans:
    """The notice without the session that tells it; `kind` says of a path which kind it is."""
    editor, about = event.text("editor"), event.text("about")
    sees = (Span("sees"), names.span(editor), Span("edit"))
    does = (Span("edits"),) if editor == event.by else sees
    more = Span("and perhaps more" if event.text("text").endswith(MORE) else "")
    return (*does, Span(inert(about), "object"), Span(WITHOUT[kind(about)]), more)
