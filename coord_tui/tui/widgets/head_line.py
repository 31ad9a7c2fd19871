"""The line at the top: what is true of the whole repository, most important parts kept longest."""

from collections.abc import Iterable

from textual.reactive import reactive

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.head import line
from coord_tui.presentation.rows import Span
from coord_tui.presentation.text import spans_width
from coord_tui.tui.widgets.one_line import OneLine, Spot


class HeadLine(OneLine):
    """Shows as many facts of the snapshot as there is room for."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    syncing: reactive[bool] = reactive(False)
    """Whether a sync has been running for longer than it should."""
    doing: reactive[str] = reactive("")
    """What else has been going on for so long, such as `pulling…`."""

    def spots(self, width: int) -> Iterable[Spot]:
        """The facts that fit."""
        if self.doing:
            doing = (Span(f"{self.doing} ", "claimed"),)
            width -= spans_width(doing)
            yield Spot(doing)
        if self.snapshot is not None:
            yield Spot(line(self.snapshot, width, syncing=self.syncing))
