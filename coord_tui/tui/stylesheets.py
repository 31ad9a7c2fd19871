"""Says which style sheets the screen reads, and in which order: a later sheet wins."""

from pathlib import PurePath

from coord_tui.resources import folder

FIRST, LAST = "base", "breakpoints"


def stylesheets() -> list[str | PurePath]:
    """The Textual CSS files: what all panes share, one file per pane, breakpoints at the end."""
    order = {FIRST: 0, LAST: 2}
    sheets = folder("styles").glob("*.tcss")
    return [*sorted(sheets, key=lambda sheet: (order.get(sheet.stem, 1), sheet.name))]
