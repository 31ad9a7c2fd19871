"""One `finish` while it runs: judged, caught up, committed, pushed, told; in this order.

Whatever stops it, it says which steps are done; the next `finish` of the same files goes on there.
"""

from __future__ import annotations

import os
import time

from coord_tui.adapters.checked_out import was_left
from coord_tui.adapters.committing import changes_of, commit_only, is_known, replaces
from coord_tui.adapters.here import who_is_here
from coord_tui.adapters.in_the_way import steps
from coord_tui.adapters.upstream import commit_of, marked, merge_base
from coord_tui.core.guarding import is_allowed
from coord_tui.core.shell import commit_only as commit_by_hand
from coord_tui.core.shell import from_folder, word
from coord_tui.core.short_ids import SHORT
from coord_tui.errors import CoordError, EnvironmentFailed, Refused
from coord_tui.workspace.catching_up import moved_on
from coord_tui.workspace.earlier import Earlier
from coord_tui.workspace.guard import PROGRAM, look
from coord_tui.workspace.learning import SHORT as A_MOMENT
from coord_tui.workspace.learning import learn
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.places import here_path
from coord_tui.workspace.publishing import ACTION, Publishing
from coord_tui.workspace.stopped import joining
from coord_tui.workspace.whose_commit import counted, last_change, listed, whose
from coord_tui.workspace.words import check_said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coord_tui.adapters.upstream import Upstream
    from coord_tui.core.commits import Commit
    from coord_tui.workspace.workspace import Workspace


PARTLY = ("MM", "AM", "MT", "AT")
"""Codes of files of which a part was staged."""


class Finishing:
    """The files that one session finishes."""

    def __init__(
        self,
        workspace: Workspace,
        upstream: Upstream,
        paths: Sequence[str],
        message: str,
        folder: str,
        timeout: float,
    ) -> None:
        self._workspace, self._git = workspace, workspace.git
        self._paths, self._message, self._folder = paths, message, folder
        self._publishing = Publishing(workspace, upstream, timeout)
        self._commits: dict[str, str] = {}
        """The commit that finishes each path, as it was when it was found or made."""
        self._settled: dict[str, Outcome] = {}
        """What became of the paths for which there is nothing to do."""
        self._notes: dict[str, list[str]] = {path: [] for path in paths}
        self._committed = False
        """Whether this one made a commit."""

    def run(self) -> list[Outcome]:
        """Do what is not done yet. Raises: as `finish`."""
        learn(self._workspace, min(self._workspace.patience, A_MOMENT))
        changes = changes_of(self._git, self._paths)
        if refused := self._judged(list(changes)):
            return refused
        self._check(changes)
        self._publishing.ask()
        self._stay("nothing was committed" if changes else "nothing was pushed")
        self._find_earlier([path for path in self._paths if path not in changes])
        if changes and (refused := self._refused_together()):
            return refused
        if changes:
            self._make_room(list(changes))
            self._commit(changes)
        if self._commits:
            self._push()
            self._tell()
        return [self._settled[path] for path in self._paths]

    def _stay(self, done: str) -> None:
        """Raises: Refused when the checkout is not where it was found any more."""
        if why := moved_on(self._workspace, self._publishing.upstream):
            raise Refused(f"{done}: {why}")

    def _judged(self, changed: Sequence[str]) -> list[Outcome]:
        """What became of the files when the rules refuse any that is changed; else nothing.

        What is committed already was judged then: it may be pushed and told.
        """
        sight = look(self._workspace.layout, self._workspace.me)
        if sight is None:
            return []
        since = time.time() - sight.facts.expires
        here = who_is_here(here_path(self._workspace.layout), since)
        found = sight.judge(changed, self._folder, here, made=True)
        findings = [one for one in found if one.rule != "pull"]  # that is done here, or refused
        if is_allowed(findings):
            for one in findings:
                short = one.rule == "announce"
                self._notes[one.path].append("it was not announced" if short else one.message)
            return []
        reasons = {one.path: one.message for one in findings if one.level == "block"}
        others = f"nothing was committed, because {next(iter(reasons))} is refused"
        return [Outcome(path, False, reasons.get(path, others)) for path in self._paths]

    def _check(self, changes: dict[str, str]) -> None:
        """Raises: Refused for what cannot be committed; BadInput without words for what can."""
        if why := self._publishing.astray:
            raise Refused(f"nothing was committed: {why}")
        if torn := [path for path, code in changes.items() if code == "U"]:
            raise Refused(f"{listed(torn)} is in conflict: settle that, then `git add` it")
        if why := replaces(self._git, changes):
            raise Refused(f"nothing was committed: {why}")
        if changes:
            check_said(self._message, 'committed with what words? Say them: -m "what was done"')

    def _make_room(self, changed: Sequence[str]) -> None:
        """Pull before committing, when others pushed. Raises: Refused when that cannot be."""
        publishing = self._publishing
        if not publishing.behind:
            return
        head, tip = publishing.upstream.head, publishing.tip
        base = merge_base(self._git, head, tip)
        theirs = {step.path for step in steps(self._git, base, tip)} if base else set()
        for path in changed:
            if path in theirs and (commit := last_change(self._workspace, base, tip, path)):
                raise Refused(self._overtaken(path, commit))
        done = publishing.catch_up()
        if done.reason:
            raise Refused(f"nothing was committed: {done.reason}")
        publishing.notes.append(f"after a pull of {counted(done.commits, 'commit')}")

    def _overtaken(self, path: str, commit: Commit) -> str:
        upstream = self._publishing.upstream.shown
        command = commit_by_hand([path], self._inside)
        return (
            f"nothing was committed: {whose(self._workspace, commit)} {commit.id[:SHORT]} on "
            f"{upstream} changed {path} too: `{command}`, then "
            f"{joining(self._git, upstream, [path])} joins your edit with it"
        )

    def _commit(self, changes: Mapping[str, str]) -> None:
        self._stay("nothing was committed")
        publishing = self._publishing
        env = {"COORD_SESSION": self._workspace.me, "GIT_REFLOG_ACTION": marked(ACTION)}
        commit = commit_only(self._git, publishing.branch, list(changes), self._message, env)
        if not commit:
            raise Refused(self._landed_elsewhere())
        self._committed = True
        publishing.moved(commit_of(self._git, publishing.branch))
        self._commits |= dict.fromkeys(changes, commit)
        for path, code in changes.items():
            if code in PARTLY:
                self._notes[path].append("all of it, and not only what was staged")

    def _landed_elsewhere(self) -> str:
        """Where a commit is that is not on the branch."""
        branch = self._publishing.upstream.branch
        short = commit_of(self._git, "HEAD")[:SHORT]
        if left := was_left(self._git, branch):
            return f"committed as {short} elsewhere, and not pushed: {left}"
        return f"nothing is committed on {branch}: a hook of yours took it back, perhaps"

    def _find_earlier(self, unchanged: Sequence[str]) -> None:
        """Find the commits of files that have nothing to commit, to go on with them."""
        earlier = Earlier(self._workspace, self._publishing)
        for path in unchanged:
            last = earlier.last_change(path)
            told = earlier.told(path, last) if last else None
            announced = earlier.is_announced(path)
            if told is not None and not announced:
                self._settled[path] = told
            elif told is None and last is not None and earlier.is_to_be_told(last, path):
                self._commits[path] = last.id
            else:
                back = f"; `{PROGRAM} unreserve {self._typed(path)}` gives it back"
                why = self._nothing(path, last) + (back if announced else "")
                self._settled[path] = Outcome(path, False, why)

    def _refused_together(self) -> list[Outcome]:
        """What became of all files when there is nothing to finish in one of them; else nothing."""
        reasons = {path: one.reason for path, one in self._settled.items() if not one.accepted}
        if not reasons:
            return []
        others = f"nothing was committed, because of {next(iter(reasons))}"
        return [Outcome(path, False, reasons.get(path, others)) for path in self._paths]

    def _nothing(self, path: str, last: Commit | None) -> str:
        if last is not None:
            by = f"{whose(self._workspace, last)} {last.id[:SHORT]}"
            return f"nothing has changed in {path} since {by}: there is nothing to finish"
        there = os.path.lexists(os.path.join(self._workspace.layout.top, path))
        if there and not is_known(self._git, path):
            return f"{path} is ignored by git: `git add -f {self._typed(path)}` takes it in"
        return f"there is no file {path}, and there was none"

    def _push(self) -> None:
        """Bring what the remote lacks to it. Raises: Refused or EnvironmentFailed, saying so."""
        publishing = self._publishing
        waiting = {c for c in self._commits.values() if publishing.lacks(c)}
        if not waiting:
            publishing.follow()
            return
        newest = self._newest(waiting)
        try:
            publishing.push(newest, len(waiting))
        except CoordError as error:
            raise _same(error, self._stopped(publishing.now(newest), error)) from error

    def _newest(self, commits: set[str]) -> str:
        """The one of the commits that goes on from all others."""
        newest = self._git.run("rev-list", "--topo-order", "--max-count=1", *commits, "--")
        return newest.decode("ascii").strip()

    def _stopped(self, commit: str, why: CoordError) -> str:
        """That the commit is here and not on the remote, why, and how to go on."""
        short = commit[:SHORT]
        what = f"committed as {short}, not pushed" if self._committed else f"{short} is not pushed"
        again = " ".join(self._typed(path) for path in self._commits)
        return f"{what}: {why}; then `{PROGRAM} finish {again}` pushes and tells"

    def _tell(self) -> None:
        """Tell the others of each file."""
        publishing = self._publishing
        paths = [path for path in self._paths if path in self._commits]
        commits = {path: publishing.now(self._commits[path]) for path in paths}
        drafts = [Draft(path, "pushed", {"path": path, "commit": commits[path]}) for path in paths]
        try:
            outcomes = self._workspace.record(lambda board: drafts)
        except CoordError as error:
            again = " ".join(map(self._typed, paths))
            how = f"`{PROGRAM} finish {again}` tells the others"
            raise _same(error, f"pushed, but not told: {error}; {how}") from error
        where = publishing.target.shown if publishing.target.remote else ""
        note = f"pushed to {where}" if where else "there is no remote to push to"
        for path, outcome in zip(paths, outcomes, strict=True):
            notes = "; ".join((note, *publishing.notes, *self._notes[path]))
            self._settled[path] = outcome._replace(note=notes) if outcome.accepted else outcome

    def _typed(self, path: str) -> str:
        """The path as it is typed in the folder in which the person is."""
        return word(from_folder(path, self._inside))

    @property
    def _inside(self) -> str:
        """That folder, relative to the top."""
        inside = os.path.relpath(os.path.realpath(self._folder), self._workspace.layout.top)
        return "" if inside == "." else inside


def _same(error: CoordError, words: str) -> CoordError:
    """The same failure in other words."""
    return Refused(words) if isinstance(error, Refused) else EnvironmentFailed(words)
