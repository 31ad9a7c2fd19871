"""The line at the top: what is true of the whole repository, most important parts kept longest."""

from collections.abc import Iterable

from textual.reactive import reactive

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.head import line
from coord_tui.tui.widgets.one_line import OneLine, Spot


class HeadLine(OneLine):
    """Shows as many facts of the snapshot as there is room for."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    syncing: reactive[bool] = reactive(False)
    """Whether a sync has been running for longer than it should."""

    def spots(self, width: int) -> Iterable[Spot]:
        """The facts that fit."""
        if self.snapshot is not None:
            yield Spot(line(self.snapshot, width, syncing=self.syncing))
