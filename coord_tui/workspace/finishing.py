"""One `finish` while it runs: judged, caught up, committed, pushed, told; in this order.

Whatever stops it, it says which steps are done; the next `finish` of the same files goes on there.
"""

from __future__ import annotations

import os
import time

from coord_tui.adapters.commit_log import log
from coord_tui.adapters.committing import changes_of, commit_only, is_known
from coord_tui.adapters.here import who_is_here
from coord_tui.adapters.in_the_way import steps
from coord_tui.adapters.upstream import merge_base
from coord_tui.core.commits import announced_by, session_of
from coord_tui.core.guard_range import SHORT
from coord_tui.core.guarding import is_allowed
from coord_tui.core.shell import commit_only as commit_by_hand
from coord_tui.core.shell import from_folder, word
from coord_tui.errors import CoordError, EnvironmentFailed, Refused
from coord_tui.workspace.guard import PROGRAM, look
from coord_tui.workspace.learning import SHORT as A_MOMENT
from coord_tui.workspace.learning import learn
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.places import here_path
from coord_tui.workspace.publishing import ACTION, Publishing
from coord_tui.workspace.whose_commit import counted, last_change, listed, whose
from coord_tui.workspace.words import check_said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coord_tui.adapters.upstream import Upstream
    from coord_tui.core.commits import Commit
    from coord_tui.workspace.workspace import Workspace


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
        self._find_earlier([path for path in self._paths if path not in changes])
        if changes:
            self._make_room(list(changes))
            self._commit(changes)
        if self._commits:
            self._push()
            self._tell()
        return [self._settled[path] for path in self._paths]

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

    def _check(self, changes: Mapping[str, str]) -> None:
        """Raises: Refused for a conflict; BadInput without words for what is to be committed."""
        if torn := [path for path, letter in changes.items() if letter == "U"]:
            raise Refused(f"{listed(torn)} is in conflict: settle that, then `git add` it")
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
            f"`git rebase {word(upstream)}` puts your edit on top of it"
        )

    def _commit(self, changes: Mapping[str, str]) -> None:
        new = [path for path, letter in changes.items() if letter == "?"]
        env = {"COORD_SESSION": self._workspace.me, "GIT_REFLOG_ACTION": ACTION}
        commit = commit_only(self._git, list(changes), new, self._message, env)
        self._committed = True
        self._publishing.moved(commit)
        self._commits |= dict.fromkeys(changes, commit)

    def _find_earlier(self, unchanged: Sequence[str]) -> None:
        """Find the commits of files that have nothing to commit, to go on with them."""
        for path in unchanged:
            last = self._last_change(path)
            told = self._told(path, last) if last else None
            if told is not None:
                self._settled[path] = told
            elif last is not None and self._is_to_be_told(last, path):
                self._commits[path] = last.id
            else:
                self._settled[path] = Outcome(path, False, self._nothing(path, last))

    def _last_change(self, path: str) -> Commit | None:
        found = log(self._git, self._publishing.upstream.head, paths=[path], most=1)
        return found[0] if found else None

    def _told(self, path: str, last: Commit) -> Outcome | None:
        """That the session told of that commit already, if it did."""
        if self._publishing.lacks(last.id):
            return None
        me, fields = self._workspace.me, {"path": path, "commit": last.id}
        for entry in self._workspace.board().log:
            event = entry.line.event
            if (
                event
                and (event.kind, event.by) == ("pushed", me)
                and fields.items() <= event.fields.items()
            ):
                note = "it was told already, and has not changed since"
                return Outcome(path, True, note=note, confirmed=entry.confirmed, event=event)
        return None

    def _is_to_be_told(self, last: Commit, path: str) -> bool:
        """Whether a commit is the session's, and not pushed, or pushed lately without a word."""
        board = self._workspace.board()
        mine = session_of(last, [one.session for one in board.sessions])
        if mine not in ("", board.me):
            return False
        announced = [one.at for one in announced_by(board.me, board) if one.path == path]
        since = min([board.now - board.plan.reservations.expire_after, *announced])
        return self._publishing.lacks(last.id) or last.at >= since

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
