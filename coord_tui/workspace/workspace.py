"""One clone's plan, channel and files as one session sees them: what both fronts read and write.

Writing is one thing only: `record`, which judges drafts by the same rules as the fold, under the
channel's lock, and appends what they accept. So of two sessions in a clone that want one task,
one wins and the other is told by whom.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from coord_tui.adapters.channel_branch import commit_channel, seed
from coord_tui.adapters.channel_file import CONTACT, WITHDRAWN, ChannelFile
from coord_tui.adapters.channel_tip import BranchTaken
from coord_tui.adapters.clone_id import clone_id
from coord_tui.adapters.git import Git
from coord_tui.adapters.here import note_here
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.adapters.plan_file import load_plan
from coord_tui.adapters.settings import Settings
from coord_tui.adapters.tracked import tracked_paths
from coord_tui.core.board import Board, build_board
from coord_tui.core.changed import EVERYTHING, TREES, Changed, tree
from coord_tui.core.contact import Contact, Withdrawn
from coord_tui.core.events import ChannelLine, Event, encode, read_lines
from coord_tui.core.fold import Folded, admit, fold
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Plan
from coord_tui.core.snapshot import Snapshot
from coord_tui.core.times import mark_of, text_of
from coord_tui.errors import CoordError, Refused
from coord_tui.workspace.identity import who_am_i
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.places import cache_path, channel_path, here_path, plan_path

if TYPE_CHECKING:
    from coord_tui.workspace.trees import Trees

OBSERVER = (
    "an observer may only read: add yourself under sessions: in coord.yaml, or say who you are "
    "with --as SESSION, COORD_SESSION, or `coord-tui whoami SESSION`"
)

Choose = Callable[[Board], Sequence[Draft]]
"""Given the board as it is under the lock, what to write."""


class Workspace:
    """A clone, its plan and its channel, seen by one session."""

    def __init__(
        self,
        layout: Layout,
        plan: Plan,
        me: str,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.layout = layout
        self.plan = plan
        self.source = b""
        """The bytes of the plan as it was read; empty when it was not read from a file."""
        self.me = me
        """The session's name; empty for an observer, who may only read."""
        self.why_me = ""
        """Where that name comes from, or why there is none."""
        self.via = "command"
        """Through what it acts: `command` or `screen`."""
        self.patience = 0.0
        """Seconds for which `record` still waits for the remote to confirm; 0: it does not."""
        self.clock = clock
        self.git = Git.of(layout)
        self.settings = Settings(self.git)
        self.channel = ChannelFile(channel_path(layout))
        self._notices: deque[str] = deque()
        """What the session should be told beside the result: repairs, a branch out of reach."""

    @classmethod
    def open(cls, repo: str = ".", session: str = "", asked_by: str = "--as") -> "Workspace":
        """The workspace around a folder, as a session (empty: whoever the surroundings say).

        `asked_by` is what named the session, for the message that there is no such one.
        Raises: EnvironmentFailed without a repository or plan; BadInput when the plan is broken or
            has no such session.
        """
        layout = find_layout(repo)
        loaded = load_plan(plan_path(layout), cache_path(layout))
        workspace = cls(layout, loaded.plan, "")
        workspace.source = loaded.source
        workspace.me, workspace.why_me = who_am_i(session, workspace, asked_by)
        return workspace

    def lines(self) -> tuple[ChannelLine, ...]:
        """The lines of the channel; a clone that has none yet takes those of the branch."""
        if not self.channel.exists():
            self._seed()
        return read_lines(self.channel.read())

    def board(self) -> Board:
        """What plan + channel + now add up to."""
        lines = self.lines()
        return self._board(fold(self.plan, lines), lines)

    def snapshot(
        self,
        last: Snapshot | None = None,
        changed: Changed = EVERYTHING,
        trees: "Trees | None" = None,
    ) -> Snapshot:
        """Everything the screen shows, read once.

        From the `last` one, and from the `trees` that were read for it, comes what cannot have
        changed since: the ownership, while the plan is the same, and what git says of the files.
        """
        from coord_tui.workspace.trees import Trees

        board = self.board()
        trees = trees or Trees(self)
        trees.read(changed)
        same_plan = last if last and last.board.plan is board.plan else None
        same_index = None if {TREES, tree(self.layout.top)} & changed else last
        return Snapshot(
            board=board,
            ownership=same_plan.ownership if same_plan else Ownership.from_plan(board.plan),
            tracked=same_index.tracked if same_index else tracked_paths(self.git),
            worktrees=trees.with_facts(board),
            notices=self.told(),
        )

    def record(self, choose: Choose) -> list[Outcome]:
        """Judge the chosen drafts in turn and append those that the rules accept.

        When it returns, what was accepted is on the disk; with `patience` the remote has it too, or
        the outcome says that it is pending, or who was first. Raises: Refused for an observer.
        """
        if not self.me:
            raise Refused(self.observing)
        if self.patience and self.remote:
            from coord_tui.workspace.confirming import record_confirmed

            return record_confirmed(self, choose)
        branch = self.plan.channel.branch  # another thread may replace the plan meanwhile
        outcomes = self.append(choose)
        self.commit(outcomes, branch)
        return outcomes

    def append(self, choose: Choose) -> list[Outcome]:
        """Judge the chosen drafts in turn and put those that the rules accept on the disk."""
        if not self.channel.exists():
            self._seed()
        # Another thread may replace both meanwhile, the plan first: these belong together, or are
        # found out, because the file does not say what the older bytes say.
        source, plan = self.source, self.plan
        with self.channel.locked() as held:
            self.tell(held.repaired)
            lines = read_lines(held.read())
            folded = fold(plan, lines)
            drafts = choose(self._board(folded, lines))
            stamp = self._stamp() if drafts else {}
            outcomes = [self._judge(draft, folded, stamp) for draft in drafts]
            if events := [encode(o.event) for o in outcomes if o.accepted and o.event]:
                held.append(events)
                self._keep_for_guard(folded, source)
        return outcomes

    def refusal(self, draft: Draft | None = None) -> str:
        """Why the rules would refuse a draft now, without writing it; empty: they would not.

        Without a draft: why this session may write nothing at all.
        """
        if not self.me:
            return self.observing
        return self._judge(draft, fold(self.plan, self.lines()), {}).reason if draft else ""

    @property
    def observing(self) -> str:
        """That an observer may write nothing, why this one is, and what to do."""
        why = f"{self.why_me}: " if self.why_me else ""
        return f"{why}{OBSERVER}"

    def tell(self, notice: str) -> None:
        """Have the session told, whoever reads next; an empty notice is none."""
        if notice:
            self._notices.append(notice)

    def told(self) -> tuple[str, ...]:
        """The notices so far, each once, which are then forgotten."""
        told: dict[str, None] = {}
        with suppress(IndexError):  # one by one: other threads tell, and ask, at the same time
            while True:
                told[self._notices.popleft()] = None
        return tuple(told)

    def _board(self, folded: Folded, lines: tuple[ChannelLine, ...]) -> Board:
        return build_board(
            folded,
            lines,
            now=self.clock(),
            me=self.me,
            contact=self.contact(),
            withdrawn=self._withdrawn(),
        )

    def _keep_for_guard(self, folded: Folded, source: bytes) -> None:
        """Let the guard know what was just folded, and who is at work in this working tree."""
        from coord_tui.workspace.guard_facts import keep_state, mark_of

        note_here(here_path(self.layout), self.me)
        if source:
            state = folded.state
            keep_state(self.layout, source, state, mark_of(self.layout, state.plan))

    def _stamp(self) -> dict[str, str]:
        """What every event says of who wrote it, and where."""
        stamp = {
            "email": self.settings.email,
            "via": self.via,
            "clone": clone_id(self.channel),
        }
        return {name: value for name, value in stamp.items() if value}

    def _judge(self, draft: Draft, folded: Folded, stamp: Mapping[str, str]) -> Outcome:
        fields, now = {**draft.fields, **stamp}, self.clock()
        event = Event(new_id(now), text_of(now), self.me, draft.kind, fields)
        reason = admit(event, folded.state)
        if reason:
            return Outcome(draft.target, accepted=False, reason=reason)
        return Outcome(draft.target, accepted=True, event=event)

    @property
    def remote(self) -> str:
        """The remote through which clones share the channel; empty when there is none."""
        name = self.plan.channel.remote
        return name if self.settings.url(name) else ""

    def contact(self) -> Contact:
        """The remote as this clone knows it."""
        if not os.path.exists(os.path.join(self.channel.folder, CONTACT)):
            return Contact()  # no sync ever was: nothing more need be loaded
        from coord_tui.adapters.contact_file import read_memory

        settings = self.plan.channel
        return read_memory(self.channel, settings.remote, settings.branch).contact

    def _withdrawn(self) -> tuple[Withdrawn, ...]:
        if not os.path.exists(os.path.join(self.channel.folder, WITHDRAWN)):
            return ()
        from coord_tui.adapters.withdrawn_file import read_withdrawn

        return read_withdrawn(self.channel)

    def commit(self, outcomes: list[Outcome], branch: str) -> None:
        """Track what was accepted on the channel's branch; even if that fails, it is on disk."""
        accepted = [outcome for outcome in outcomes if outcome.accepted]
        if not accepted:
            return
        first = accepted[0]
        subject = f"{self.me}: {first.event.kind if first.event else ''} {first.target}"
        try:
            signs = self.settings.signs
            commit_channel(self.channel, self.git, branch, subject, self.me, signs=signs)
        except CoordError as error:
            self.tell(f"written, but not committed to git: {error}")

    def _seed(self) -> None:
        channel = self.plan.channel
        try:
            origin = seed(self.channel, self.git, channel.branch, channel.remote)
            if origin == f"{channel.remote}/{channel.branch}":
                self._remember_all()
        except BranchTaken as error:
            self.tell(f"the channel starts empty: {error}")

    def _remember_all(self) -> None:
        """Everything came from the remote, so it has everything."""
        from coord_tui.adapters.contact_file import Memory, write_memory

        data, channel = self.channel.read(), self.plan.channel
        contact = Contact(channel.remote, confirmed=data.count(b"\n"))
        write_memory(self.channel, channel.branch, Memory(contact, len(data)))


def new_id(now: float) -> str:
    """An event id: sorts by time, and is never given twice."""
    return mark_of(now) + os.urandom(5).hex()
