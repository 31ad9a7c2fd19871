"""What the command line says of files that it wrote, moved or removed: one line each."""

from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.text import inert

WIDTH = 9
QUIET = ("unchanged",)
CARE = ("kept",)


def change_line(path: str, change: str, note: str) -> Spans:
    """One file, what became of it, and what else there is to know."""
    sign = Span("! ", "warn") if change in CARE else Span("✓ ", "ok")
    more = f"  {inert(note)}" if note else ""
    role = "dim" if change in QUIET else ""
    return (sign, Span(f"{change:<{WIDTH}} ", role), Span(inert(path), "strong"), Span(more, "dim"))
