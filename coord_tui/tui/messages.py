"""What crosses from one part of the screen to another; facts, in the past tense."""

from typing import TYPE_CHECKING

from textual.message import Message

from coord_tui.core.snapshot import Snapshot
from coord_tui.presentation.commands import Subject

if TYPE_CHECKING:
    from coord_tui.workspace.syncing import Synced


class SnapshotLoaded(Message):
    """A new reading of everything; a flood of them shrinks to the last."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self.snapshot = snapshot

    def can_replace(self, message: Message) -> bool:
        """A newer reading makes an older one worthless, unless that has something to tell."""
        return isinstance(message, SnapshotLoaded) and not self.snapshot.notices


class SyncEnded(Message):
    """A sync that was asked for is over, well or not."""

    def __init__(self, done: "Synced") -> None:
        super().__init__()
        self.done = done


class _AboutSubject(Message):
    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject


class SubjectChanged(_AboutSubject):
    """The cursor of a pane stands for something else now."""


class SubjectOpened(_AboutSubject):
    """Somebody wants to see everything about the row under the cursor."""
