"""Brings commits of the branch that is checked out to its remote, onto what others pushed.

Never forces. What cannot go out stays committed, and the message says what to do.
"""

from __future__ import annotations

import os
import time
from typing import NamedTuple

from coord_tui.adapters.channel_remote import Away
from coord_tui.adapters.checked_out import HEADS, was_left
from coord_tui.adapters.replay import own_commits
from coord_tui.adapters.upstream import (
    REMOTES,
    apart,
    commit_of,
    has_hook,
    made_by,
    push,
    set_upstream,
)
from coord_tui.core.shell import word
from coord_tui.errors import CoordError, Refused
from coord_tui.workspace.catching_up import ask_upstream, catch_up
from coord_tui.workspace.whose_commit import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.adapters.upstream import Upstream
    from coord_tui.core.pulled import Pulled
    from coord_tui.workspace.workspace import Workspace

ACTION = "coord-tui finish"
"""What git's reflog says of commits that `finish` makes or moves."""
ATTEMPTS = 5
PAUSE = 0.5
"""Seconds of the longest pause after a push that came too late."""
PUSHING = 1800.0
"""Seconds that a push may take where the user has a hook that runs first, perhaps all tests."""


class Target(NamedTuple):
    """Where commits are pushed."""

    remote: str = ""
    """Empty: there is no remote."""
    ref: str = ""
    follows: bool = False
    """Whether it is the upstream, so that what others pushed there can be pulled."""
    new: bool = False
    """Whether the branch has no upstream yet, and gets this one."""

    @property
    def shown(self) -> str:
        """As people write it: `origin/main`."""
        return f"{self.remote}/{self.ref.removeprefix(HEADS)}"


class Publishing:
    """One branch on its way to the remote."""

    def __init__(self, workspace: Workspace, upstream: Upstream, timeout: float) -> None:
        self._workspace, self._git = workspace, workspace.git
        self._timeout = timeout
        self._became: dict[str, str] = {}
        self.upstream = upstream
        self.target = _target(workspace, upstream)
        self.tip = self._remembered()
        """What the remote has, as far as it is known; empty: nothing."""
        self.away: Away | None = None
        """Why the remote could not be asked."""
        self.notes: list[str] = []
        """What else came about."""

    @property
    def branch(self) -> str:
        """The branch as git's refs name it."""
        return HEADS + self.upstream.branch

    @property
    def astray(self) -> str:
        """Why `git push` would not push the branch there, so that nothing here does; or empty.

        A branch that was made from a remote's has that for its upstream, and is another's work.
        """
        if not self.target.follows or self.target.ref == self.branch:
            return ""
        if self._git.ask("config", "--get", "push.default") in (b"upstream\n", b"tracking\n"):
            return ""
        name, remote = word(self.upstream.branch), word(self.target.remote)
        return (
            f"{self.upstream.branch} follows {self.target.shown}, which has another name: "
            f"`git push -u {remote} {name}` gives it a branch of its own there, "
            "`git branch --unset-upstream` lets finish do so"
        )

    def ask(self) -> None:
        """Learn what the remote has; a remote that does not answer is `away`."""
        if not self.target.follows:
            return
        try:
            self.tip = ask_upstream(self._workspace, self.upstream, self._timeout)
        except Away as error:
            self.away = error

    def now(self, commit: str) -> str:
        """What the commit is by now, however often it was put on top of others'."""
        while commit in self._became and self._became[commit] != commit:
            commit = self._became[commit]
        return commit

    def moved(self, head: str) -> None:
        """The branch is at another commit."""
        self.upstream = self.upstream._replace(head=head)

    @property
    def behind(self) -> bool:
        """Whether the remote has commits that the branch lacks."""
        known = bool(self.target.follows and self.tip)
        return known and apart(self._git, self.upstream.head, self.tip)[1] > 0

    def catch_up(self) -> Pulled:
        """Bring the branch to what its upstream holds; it moves one's own commits if it may."""
        may = self._workspace.plan.branches.pull == "rebase" or self._all_finished()
        done = catch_up(self._workspace, self.upstream, self.tip, rebase=may, action=ACTION)
        self._became |= done.became
        self.moved(done.pulled.after)
        return done.pulled

    def _all_finished(self) -> bool:
        """Whether all that the remote lacks was committed by `finish`, and so is its to move."""
        own = own_commits(self._git, self.tip, self.upstream.head)
        made = made_by(self._git, self.upstream.branch, ACTION) if own else set()
        return all(commit.sha in made for commit in own)

    def lacks(self, commit: str) -> bool:
        """Whether the remote does not have the commit yet, as far as that is known."""
        if not self.target.remote:
            return False
        known = [f"^{self.tip}"] if self.tip else ["--not", f"--remotes={self.target.remote}"]
        return bool(self._git.run("rev-list", "--max-count=1", commit, *known, "--").strip())

    def push(self, commit: str, finished: int) -> str:
        """Push the commit, and what it goes on from; what it is by then.

        `finished` is how many commits are meant. Raises: Refused, or Away, with why it is not.
        """
        if self.away:
            raise self.away
        for attempt in range(ATTEMPTS):
            self._make_room()
            self._stay(self.now(commit))
            why = self._push_once(self.now(commit))
            if not why:
                self._settle(self.now(commit), finished)
                return self.now(commit)
            self._look_why(why, attempt)
        raise Refused(f"others push to {self.target.shown} all the time")

    def _push_once(self, sha: str) -> str:
        env = {"COORD_SESSION": self._workspace.me}
        remote, ref = self.target.remote, self.target.ref
        hooked = has_hook(self._git, "pre-push")
        limit = max(self._timeout, PUSHING) if hooked else self._timeout
        return push(self._git, remote, sha, ref, limit, env)

    def _make_room(self) -> None:
        """Go on from what others pushed. Raises: Refused when that cannot be."""
        if self.behind and (done := self.catch_up()).reason:
            raise Refused(done.reason)

    def _stay(self, sha: str) -> None:
        """Raises: Refused when the branch was left, or does not have the commit any more."""
        if left := was_left(self._git, self.upstream.branch):
            raise Refused(left)
        if self._git.ask("merge-base", "--is-ancestor", sha, self.branch) is None:
            raise Refused(f"{self.upstream.branch} does not have it any more: `git reflog`")

    def _look_why(self, why: str, attempt: int) -> None:
        """Learn what others pushed meanwhile. Raises: Refused when nobody did; Away."""
        if self.target.follows:
            time.sleep(PAUSE * attempt * os.urandom(1)[0] / 255)
            self.ask()
        if self.away:
            raise self.away
        if not self.behind:
            there = f": {self._taken()}" if why.startswith("[rejected]") else ""
            raise Refused(f"{self.target.shown} does not take it: {why}{there}")

    def _taken(self) -> str:
        """What to do about a branch of that name which others have already."""
        remote, shown = word(self.target.remote), word(self.target.shown)
        how = f"`git fetch {remote}` and `git branch --set-upstream-to={shown}`"
        return f"others have such a branch; {how}, then pull" if not self.target.follows else ""

    def _settle(self, sha: str, finished: int) -> None:
        if self.tip:
            along = apart(self._git, sha, self.tip)[0] - finished
            if along > 0:
                self.notes.append(f"{counted(along, 'earlier commit')} went along")
        self.tip = sha
        self.follow()

    def follow(self) -> None:
        """Have a branch that is pushed follow what it was pushed to; a note says what came of it.

        What is pushed is pushed: that this fails is no reason to say otherwise.
        """
        if not self.target.new:
            return
        branch, where = self.upstream.branch, self.target.shown
        try:
            set_upstream(self._git, branch, self.target.remote, self.target.ref)
        except CoordError as error:
            how = f"`git branch --set-upstream-to={word(where)}`"
            self.notes.append(f"{branch} could not be given its upstream ({error}): {how}")
        else:
            self.notes.append(f"{branch} has the upstream {where} from here on")

    def _remembered(self) -> str:
        if self.target.follows and self.upstream.tracking:
            return commit_of(self._git, self.upstream.tracking)
        name = self.target.ref.removeprefix(HEADS)
        return commit_of(self._git, f"{REMOTES}{self.target.remote}/{name}") if name else ""


def _target(workspace: Workspace, upstream: Upstream) -> Target:
    own = HEADS + upstream.branch
    if upstream.pushes_to:
        return Target(upstream.pushes_to, own)
    if upstream.remote not in ("", "."):
        return Target(upstream.remote, upstream.ref, follows=True)
    remote = workspace.remote
    return Target(remote, own, new=not upstream.remote) if remote else Target()
