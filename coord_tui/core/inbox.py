"""What waits for the reader of a board, most urgent first: others wait, one lost, one is told."""

from typing import NamedTuple

from coord_tui.core.board import Board, LogEntry
from coord_tui.core.contact import Withdrawn
from coord_tui.core.state import Request


class Inbox(NamedTuple):
    """What waits, each kind the oldest first."""

    requests: tuple[Request, ...] = ()
    """Of others, which only the reader can answer."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """The reader's events that lost to others'."""
    answers: tuple[LogEntry, ...] = ()
    """To the reader's own requests."""
    tasks: tuple[LogEntry, ...] = ()
    """What others did about the reader's tasks: took over, assigned, made ready."""
    messages: tuple[LogEntry, ...] = ()
    """Those that mention the reader first."""

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        return not any(self)


def inbox(board: Board) -> Inbox:
    """What waits for the board's session."""
    unread = [entry for entry in board.log if entry.meant]
    mentioned = [entry for entry in unread if entry.meant == "mention"]
    messages = [entry for entry in unread if entry.meant == "message"]
    return Inbox(
        requests=board.open_requests(),
        withdrawn=board.withdrawn,
        answers=tuple(entry for entry in unread if entry.meant == "answer"),
        tasks=tuple(e for e in unread if e.meant in ("takeover", "assigned", "freed")),
        messages=(*mentioned, *messages),
    )
