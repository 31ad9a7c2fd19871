"""A screen that is live: readings come in by themselves, and the channel is kept in sync."""

from textual.worker import Worker, WorkerState

from coord_tui.core.changed import CHANNEL, NOTHING, Changed
from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.syncing import told
from coord_tui.tui.feed import Feed, LiveSource
from coord_tui.tui.messages import SnapshotLoaded, SyncEnded
from coord_tui.tui.screens.acting import ActingScreen
from coord_tui.tui.widgets.head_line import HeadLine
from coord_tui.workspace.workspace import Workspace

TICK = 20.0
"""Seconds after which ages and expiries are shown anew, though nothing changed."""
SOON = 1.0
"""Seconds that a sync may take without a word."""
FEED = "feed"
NOT_LIVE = "not live any more: leave with q and open it again"


class LiveScreen(ActingScreen):
    """Shows what a source reads, for as long as it is open."""

    def __init__(self, workspace: Workspace, source: LiveSource) -> None:
        super().__init__(workspace)
        self.snapshot = source.first()
        """What is shown."""
        self._source = source
        self._feed = Feed(source, lambda snapshot: self.post_message(SnapshotLoaded(snapshot)))

    def show(self, snapshot: Snapshot) -> None:
        """Show a reading."""
        self.snapshot = snapshot

    def begin(self) -> None:
        """Be live from now on."""
        self.call_after_refresh(self._source.start)
        self.run_worker(self._feed.run(), group=FEED, exit_on_error=False)
        self.set_interval(TICK, lambda: self._feed.wake(NOTHING))
        self.set_interval(SOON, self._show_syncing)

    def on_unmount(self) -> None:
        """Let go of the watch, and of whatever still runs."""
        self._feed.stop()
        self._source.stop()

    def on_snapshot_loaded(self, message: SnapshotLoaded) -> None:
        """Show a new reading."""
        self.show(message.snapshot)

    def doubt(self) -> str:
        """That the others do not know yet, while the remote is away."""
        contact = self.snapshot.board.contact
        return f"pending while {contact.remote} is away" if contact.away else ""

    def acted(self) -> None:
        """Read the channel at once: the watch would wait a moment for more. Then send it."""
        self._feed.wake(frozenset({CHANNEL}))
        self._source.wake()

    def read_again(self, changed: Changed) -> None:
        """Read at once what was surely changed: the watch would wait a moment for more."""
        self._feed.wake(changed)

    def sync_now(self) -> None:
        """Sync, and say how it ended; the keys go on meanwhile."""
        if not self._source.sync(lambda done: self.post_message(SyncEnded(done))):
            self.tell("a sync is under way")

    def on_sync_ended(self, message: SyncEnded) -> None:
        """Say what the sync did."""
        done, remote = message.done, self.workspace.plan.channel.remote
        for words, well in told(remote, self.workspace.me, **done._asdict()):
            self.tell(words, severity="information" if well else "warning")
        self._feed.wake(frozenset({CHANNEL}))

    def show_doing(self, words: str) -> None:
        """Say in the head what is under way."""
        for line in self.query(HeadLine):
            line.doing = words

    def _show_syncing(self) -> None:
        """Say that a sync is under way only when one has to wait for it."""
        for line in self.query(HeadLine):
            line.syncing = self._source.syncing_for() >= SOON

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What nobody foresaw is told, not swallowed; the screen goes on."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            while isinstance(error, BaseExceptionGroup):
                error = error.exceptions[0]
            self.tell(f"unexpected: {type(error).__name__}: {error}", severity="error")
            if event.worker.group == FEED:
                self.show(self.snapshot._replace(problem=NOT_LIVE, notices=()))
