"""One sync while it runs: fetch, merge, commit on the remote's tip, push; and again if it was late.

The remote's lines come first and one's own unconfirmed lines after them; the push names exactly
what it replaces. What lost to another session is withdrawn; no event is lost, whatever becomes of
the remote.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import NamedTuple

from coord_tui.adapters.channel_branch import COMMITTING, commit_channel, put_branch
from coord_tui.adapters.channel_file import Held
from coord_tui.adapters.channel_remote import Away, Remote
from coord_tui.adapters.channel_tip import BranchTaken, Tip
from coord_tui.adapters.contact_file import Memory, read_memory, write_memory
from coord_tui.adapters.turns import turn
from coord_tui.adapters.withdrawn_file import add_withdrawn
from coord_tui.core.contact import Contact, Withdrawn
from coord_tui.core.events import read_lines
from coord_tui.core.merging import Merged, merge, settle
from coord_tui.errors import CoordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coord_tui.adapters.git import Git
    from coord_tui.workspace.workspace import Workspace

PAUSE = 0.02
"""Seconds of the longest first pause after a push that came too late; it shrinks with each."""


class Synced(NamedTuple):
    """What a sync did."""

    received: int = 0
    """Lines that the remote had and this clone had not."""
    sent: int = 0
    """Lines that the remote has now and had not."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """Events of this clone that lost to what was received."""
    away: str = ""
    """Why the remote could not be reached, or would not take what was sent; empty: all is well."""
    explained: str = ""
    """What was out of the ordinary with the remote's channel, and what became of it."""


@contextmanager
def syncing(workspace: Workspace, wait: float, deadline: float) -> Iterator[Syncing]:
    """The one sync of this clone, for which others are waited for `wait` seconds.

    `deadline` is when it must be over, by the monotonic clock. Raises: Busy after that, and
    EnvironmentFailed when this clone's own files fail.
    """
    with workspace.channel.lock("sync.lock", wait):
        one = Syncing(workspace, deadline)
        try:
            yield one
        finally:
            one.remember()


class Syncing:
    """One sync while it runs; `done` says what it did so far."""

    def __init__(self, workspace: Workspace, deadline: float) -> None:
        self._workspace = workspace
        self._plan = workspace.plan  # another thread may replace it meanwhile
        self._file = workspace.channel
        self._deadline = deadline
        settings = self._plan.channel
        self._memory = read_memory(self._file, settings.remote, settings.branch)
        sha, _, blob = self._memory.tip.partition(" ")
        known = Tip(sha, blob) if blob else None
        self._remote = Remote(self._git, settings.remote, settings.branch, known)
        self.done = Synced()
        self.committed = False
        """Whether it tried to commit what is pending to the local branch."""

    def pull(self) -> None:
        """Take in what the remote has, its lines before one's own."""
        if self.done.away:
            return
        before = self._remote.known
        try:
            theirs = self._remote.fetch(self._left())
        except (Away, BranchTaken) as error:
            self._fail(str(error))
            return
        if theirs != before or theirs is None:
            self._take_in(self._remote.read(theirs) if theirs else b"")
        self._answered(self._memory.size)

    def push(self) -> None:
        """Send what is pending, again and again while others come first, until the time is up."""
        if self.done.away or not self._pending:
            return
        url = self._workspace.settings.url(self._remote_name)
        with turn(url, self._workspace.layout.top, self._left()) as waited:
            if waited:
                self.pull()
            self._push_until_done()

    def _push_until_done(self) -> None:
        attempt = 0
        while not self.done.away and self._pending and (why := self._push_once()):
            attempt += 1
            before = self._remote.known
            time.sleep(_dice() * PAUSE / attempt)
            self.pull()
            if self._remote.known == before:
                self._fail(f"{self._remote_name} does not take the channel: {why}")

    @property
    def _pending(self) -> bool:
        return self._file.size() > self._memory.size

    def remember(self) -> None:
        """Keep what was learnt of the remote for whoever reads or syncs next."""
        write_memory(self._file, self._plan.channel.branch, self._memory)

    def _push_once(self) -> str:
        """Why the remote did not take it; empty when it did."""
        self.committed = True
        try:
            made = commit_channel(
                self._file,
                self._git,
                self._plan.channel.branch,
                _subject(self._file.read()[self._memory.size :]),
                self._workspace.me,
                base=self._remote.known,
                signs=self._workspace.settings.signs,
            )
            why = self._remote.push(made.tip, self._left()) if made else ""
        except CoordError as error:
            self._fail(str(error))
            return ""
        if made and not why:
            sent = self._file.read()[self._memory.size : made.size].count(b"\n")
            self.done = self.done._replace(sent=self.done.sent + sent)
            self._answered(made.size)
        return why

    def _take_in(self, theirs: bytes) -> None:
        """Put the remote's lines first into the live channel; withdraw what lost by them."""
        with self._file.lock(COMMITTING):
            with self._file.locked() as held:
                merged = self._merged(theirs, held)
            if merged.withdrawn:
                self._forget_own_branch(merged)

    def _merged(self, theirs: bytes, held: Held) -> Merged:
        self._workspace.tell(held.repaired)
        live = held.read()
        merged = settle(self._plan, live, merge(theirs, live, self._memory.size))
        if merged.withdrawn:
            add_withdrawn(self._file, merged.withdrawn)
        if merged.data.startswith(live):
            held.adopt(merged.data[len(live) :])
        else:
            held.replace(merged.data)
        self._count(merged, live)
        self._note(self._memory.contact, merged.confirmed)
        self.remember()  # before the lock goes: readers count confirmed lines by it
        return merged

    def _forget_own_branch(self, merged: Merged) -> None:
        """Take what was withdrawn from the branch too; where it cannot be moved, it is not read."""
        tip, branch = self._remote.known, self._plan.channel.branch
        with suppress(BranchTaken):
            if tip:
                put_branch(self._file, self._git, branch, tip, merged.confirmed)

    def _count(self, merged: Merged, live: bytes) -> None:
        held, gone = live.count(b"\n"), len(merged.withdrawn)
        received = max(0, merged.data.count(b"\n") + gone - held)
        self.done = self.done._replace(
            received=self.done.received + received,
            withdrawn=(*self.done.withdrawn, *merged.withdrawn),
            explained=self._restored(merged.restored) or self.done.explained,
        )

    def _restored(self, lines: int) -> str:
        if not lines:
            return ""
        branch = f"{self._remote_name}/{self._plan.channel.branch}"
        what = f"{lines} event{'' if lines == 1 else 's'}"
        return f"{branch} was deleted or rewritten and lacks {what} of before: sent again from here"

    def _fail(self, why: str) -> None:
        """Note why it cannot go on; the first reason stands."""
        if self.done.away:
            return
        self.done = self.done._replace(away=why)
        last = self._memory.contact
        since = last.since or self._workspace.clock()
        contact = last._replace(remote=self._remote_name, away=why, since=since)
        self._note(contact, self._memory.size)

    def _answered(self, size: int) -> None:
        self._note(Contact(self._remote_name, at=self._workspace.clock()), size)

    def _note(self, contact: Contact, size: int) -> None:
        same = size == self._memory.size
        lines = self._memory.contact.confirmed if same else self._file.read()[:size].count(b"\n")
        tip = self._remote.known
        known = f"{tip.sha} {tip.blob}" if tip and not tip.others else ""
        self._memory = Memory(contact._replace(confirmed=lines), size, known)

    @property
    def _git(self) -> Git:
        """Git, with no more time than is left for all of it."""
        return self._workspace.git.within(self._left())

    def _left(self) -> float:
        return self._deadline - time.monotonic()

    @property
    def _remote_name(self) -> str:
        return self._plan.channel.remote


def _dice() -> float:
    """Anything from 0 to 1; the `random` module takes 3 ms to import."""
    return os.urandom(1)[0] / 255


def _subject(pending: bytes) -> str:
    """The first line of the commit that sends these lines."""
    events = [line.event for line in read_lines(pending) if line.event]
    if not events:
        return "Channel"
    first = events[0]
    more = f" and {len(events) - 1} more" if len(events) > 1 else ""
    return f"{first.by}: {first.kind} {first.target}".rstrip() + more
