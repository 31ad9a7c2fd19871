"""The tabs of a narrow screen: one pane in view, and a sign from each that is out of sight."""

from collections.abc import Iterable

from textual.message import Message
from textual.reactive import reactive

from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.tabs import Tab
from coord_tui.presentation.text import spans_width
from coord_tui.tui.widgets.one_line import OneLine, Spot


class TabStrip(OneLine):
    """Shows the tabs, the current one lit; a click chooses one."""

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    current: reactive[str] = reactive("")
    """The id of the tab whose pane is in view."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tab_strip: "TabStrip", tab: str) -> None:
            super().__init__()
            self.tab_strip = tab_strip
            self.tab = tab
            """The id of the tab."""

        @property
        def control(self) -> "TabStrip":
            """The strip that sent it."""
            return self.tab_strip

    def spots(self, width: int) -> Iterable[Spot]:
        """All tabs; those out of sight lose their names when cells are few, never their signs."""
        short = sum(spans_width(spans_of(tab)) for tab in self.tabs) > width
        for tab in self.tabs:
            lit = tab.id == self.current
            yield Spot(spans_of(tab, lit=lit, short=short and not lit), tab.id)

    def pressed(self, target: str) -> None:
        """Pass the click on as a choice."""
        self.post_message(self.Chosen(self, target))


def spans_of(tab: Tab, *, lit: bool = False, short: bool = False) -> Spans:
    """A tab as spans, with a blank on either side."""
    role = "lit" if lit else "dim"
    words = Span(f" {tab.number}" if short else f" {tab.number} {tab.name}", role)
    sign = (Span(" ", role), Span(tab.sign.text, f"{tab.sign.role} lit" if lit else tab.sign.role))
    return (words, *(sign if tab.sign.text else ()), Span(" ", role))
