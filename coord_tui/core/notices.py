"""Which trespasses are still to be told on the channel: each once, and never a flood of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coord_tui.core.board import Board
from coord_tui.core.edits_seen import Edit
from coord_tui.core.events import Event
from coord_tui.core.times import NEVER, seconds_of
from coord_tui.core.trespass import Trespass, words

NOTICED = "edit"
"""What the `noticed` field of such a `say` holds."""
MOST = 10
"""Notices of one session's edits that the same others get while a reservation would hold."""
REMEMBERED = 86400.0
"""Seconds for which a notice speaks for an edit that nobody saw come and go since."""

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


class Telling(NamedTuple):
    """What to tell now, and what to keep for later."""

    notices: tuple[Notice, ...] = ()
    waiting: tuple[Trespass, ...] = ()
    """Those that nobody was told of, because the same others have got enough for a while."""


def to_be_told(due: Iterable[Trespass], board: Board, clean: Mapping[Edit, float] = {}) -> Telling:
    """What the channel does not say yet of edits that stand.

    A notice speaks for an edit unless its path was seen `clean` after it, or it is old. Of many
    files of the same others some are told, and with the last of these that there are more.
    """
    said = [(seconds_of(event.at), notice) for event, notice in _said(board)]
    lately = board.now - board.plan.reservations.expire_after
    counts = Counter((notice.editor, notice.to) for at, notice in said if at > lately)
    last = {(notice.editor, notice.about): at for at, notice in said}
    found, waiting = list[Notice](), list[Trespass]()
    for one in due:
        edit = one.editor, one.path
        if last.get(edit, NEVER) > max(clean.get(edit, 0), board.now - REMEMBERED):
            continue
        counts[one.editor, one.to] += 1
        if counts[one.editor, one.to] > MOST:
            waiting.append(one)
            continue
        more = MORE if counts[one.editor, one.to] == MOST else ""
        found.append(Notice(one.to, one.path, one.editor, words(one) + more))
    return Telling(tuple(found), tuple(waiting))


def _said(board: Board) -> Iterator[tuple[Event, Notice]]:
    """The notices on the channel, in its order."""
    for entry in board.log:
        event = entry.line.event
        if event and _is_notice(event) and not entry.refused:
            about, editor, text = (event.text(name) for name in ("about", "editor", "text"))
            yield event, Notice(event.texts("to"), about, editor, text)


def _is_notice(event: Event) -> bool:
    return event.kind == "say" and event.text("noticed") == NOTICED
