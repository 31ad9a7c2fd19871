"""Which trespasses are still to be told on the channel: each once, and never a flood of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.core.events import Event
from coord_tui.core.times import seconds_of
from coord_tui.core.trespass import Trespass, words

NOTICED = "edit"
"""What the `noticed` field of such a `say` holds."""
MOST = 10
"""Notices of one session's edits that the same others get, until the first of them is old."""

MORE = "; there may be more such files"


class Notice(NamedTuple):
    """Words to those whom a trespass concerns."""

    to: tuple[str, ...]
    """Empty: everybody."""
    about: str
    editor: str
    text: str

    @property
    def fields(self) -> dict[str, object]:
        """What the event says; who is meant is left out when all are."""
        whom: dict[str, object] = {"to": list(self.to)} if self.to else {}
        what = {"about": self.about, "noticed": NOTICED, "editor": self.editor}
        return {"text": self.text, **whom, **what}


def concerning(found: Iterable[Trespass], board: Board) -> Iterator[Trespass]:
    """Those that concern a session other than the reader, with the others only."""
    known = {one.session.name for one in board.sessions}
    for one in found:
        to = tuple(name for name in one.to if name in known and name != board.me)
        if to or not one.to:
            yield one._replace(to=to)


def to_be_told(due: Iterable[Trespass], board: Board) -> list[Notice]:
    """What the channel does not say yet. One that it said lately enough is not repeated.

    Of many files of the same others it tells some, and with the last of these that there are more.
    """
    standing = list(_standing(board))
    told = {(notice.editor, notice.about) for notice in standing}
    counts = Counter((notice.editor, notice.to) for notice in standing)
    found = []
    for one in due:
        if (one.editor, one.path) in told or counts[one.editor, one.to] >= MOST:
            continue
        counts[one.editor, one.to] += 1
        more = MORE if counts[one.editor, one.to] == MOST else ""
        found.append(Notice(one.to, one.path, one.editor, words(one) + more))
    return found


def _standing(board: Board) -> Iterator[Notice]:
    """The notices on the channel that are not old yet."""
    since = board.now - board.plan.reservations.expire_after
    for entry in board.log:
        event = entry.line.event
        if event and _is_notice(event) and not entry.refused and seconds_of(event.at) > since:
            about, editor, text = (event.text(name) for name in ("about", "editor", "text"))
            yield Notice(event.texts("to"), about, editor, text)


def _is_notice(event: Event) -> bool:
    return event.kind == "say" and event.text("noticed") == NOTICED
