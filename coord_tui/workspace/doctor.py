"""Examines the surroundings, the plan and the channel, and says of each whether it is well.

It goes on where other commands stop: whatever is broken is a finding, and what still can be
examined is.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from coord_tui.adapters.channel_file import TORN
from coord_tui.adapters.channel_tip import BranchTaken, committed
from coord_tui.adapters.commits import known_commits
from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import operation
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.adapters.plan_file import LoadedPlan, load_plan
from coord_tui.adapters.tracked import tracked_paths, watched_folders
from coord_tui.core.events import ChannelLine
from coord_tui.core.fold import fold
from coord_tui.core.lint import lint
from coord_tui.errors import CoordError
from coord_tui.workspace.doctor_hooks import examine_hooks
from coord_tui.workspace.identity import who_am_i
from coord_tui.workspace.places import PLAN, plan_path
from coord_tui.workspace.workspace import Workspace

Level = Literal["ok", "warn", "fail"]

GIT = (2, 31)
"""The oldest git that knows every option that is used."""
NAMED = 5
"""Lines of the channel that a finding names."""
WATCHES = "/proc/sys/fs/inotify/max_user_watches"


class Diagnosis(NamedTuple):
    """What was examined, how it is, and what to do about it."""

    name: str
    level: Level
    message: str
    fix: str = ""
    code: int = 0
    """The exit code that it asks for."""


def examine(repo: str, session: str) -> list[Diagnosis]:
    """Everything, in the order in which one thing needs another."""
    return list(_examine(repo, session))


def exit_code(found: list[Diagnosis]) -> int:
    """0 when nothing failed, else 2 for the plan and 3 for the surroundings; the worst wins."""
    return max((one.code for one in found), default=0)


def _examine(repo: str, session: str) -> Iterator[Diagnosis]:
    yield _ok("python", ".".join(map(str, sys.version_info[:3])))
    try:
        layout = find_layout(repo)
    except CoordError as error:
        yield _failed("repository", error)
        return
    git = Git.of(layout)
    yield from _guarded("git", lambda: _git(git))
    yield from _guarded("repository", lambda: _repository(layout))
    try:
        loaded = load_plan(plan_path(layout))  # read anew, to know where everything stands
        plan = loaded.plan
    except CoordError as error:
        yield from _plan_failed(error)
        plan = None
    if plan is not None:
        workspace = Workspace(layout, plan, "")
        yield from _guarded("plan", lambda: _plan(loaded, git))
        yield from _guarded("channel", lambda: _channel(workspace))
        yield from _guarded("branch", lambda: _branch(workspace))
        yield from _guarded("session", lambda: _session(workspace, session))
        yield from _guarded("remote", lambda: _remote(workspace))
    yield from _guarded("hooks", lambda: _hooks(layout))
    yield from _guarded("watching", lambda: _watching(git, layout))


def _guarded(name: str, examine: Callable[[], Iterator[Diagnosis]]) -> Iterator[Diagnosis]:
    try:
        yield from examine()
    except CoordError as error:
        yield _failed(name, error)


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _ok(name: str, message: str) -> Diagnosis:
    return Diagnosis(name, "ok", message)


def _warn(name: str, message: str, fix: str) -> Diagnosis:
    return Diagnosis(name, "warn", message, fix)


def _failed(name: str, error: CoordError) -> Diagnosis:
    return Diagnosis(name, "fail", str(error), code=error.exit_code)


def _git(git: Git) -> Iterator[Diagnosis]:
    version = git.run("version").decode().strip().removeprefix("git version ")
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    oldest = ".".join(map(str, GIT))
    if numbers < GIT:
        yield _warn("git", version, f"install git {oldest} or newer")
    else:
        yield _ok("git", version)


def _repository(layout: Layout) -> Iterator[Diagnosis]:
    busy = operation(layout.git_dir)
    if busy:
        yield _warn("repository", f"{layout.top}, in the middle of a {busy}", f"finish the {busy}")
    else:
        yield _ok("repository", layout.top)


def _plan_failed(error: CoordError) -> Iterator[Diagnosis]:
    """A missing plan, or each thing that is wrong with a broken one."""
    problems = getattr(error, "lines", ())
    fix = f"edit {PLAN}" if problems else "`coord-tui init` writes one"
    for line in problems or (str(error),):
        yield Diagnosis("plan", "fail", line, fix, error.exit_code)


def _plan(loaded: LoadedPlan, git: Git) -> Iterator[Diagnosis]:
    plan = loaded.plan
    commits = [task.done for task in plan.tasks if isinstance(task.done, str)]
    known = known_commits(git, commits)
    findings = lint(plan, tracked_paths(git), known.__contains__, loaded.places)
    for finding in findings:
        yield _warn("plan", f"{PLAN}:{finding}", f"edit line {finding.line} of {PLAN}")
    if not findings:
        sessions = _many(len(plan.sessions), "session")
        owned = _many(len(plan.ownership), "owned pattern")
        yield _ok("plan", f"{sessions}, {owned}, {_many(len(plan.tasks), 'task')}")


def _channel(workspace: Workspace) -> Iterator[Diagnosis]:
    lines = workspace.lines()
    bad = [line for line in lines if line.event is None]
    refused = fold(workspace.plan, lines).refused
    events = _many(len(lines) - len(bad), "event")
    yield _ok("channel", f"{events}, {len(refused)} refused by the rules")
    if bad:
        yield _warn("channel", _bad_lines(bad), "nothing is lost: they are kept and passed over")
    torn = os.path.join(workspace.channel.folder, TORN)
    if os.path.exists(torn):
        what = f"a line that was cut short is kept in {torn}"
        yield _warn("channel", what, "look at it, then remove that file")
    for notice in workspace.told():
        yield _warn("channel", notice, "")


def _bad_lines(bad: list[ChannelLine]) -> str:
    numbers = ", ".join(str(line.number) for line in bad[:NAMED])
    more = f" and {len(bad) - NAMED} more" if len(bad) > NAMED else ""
    return f"{len(bad)} lines are no events: {numbers}{more}"


def _branch(workspace: Workspace) -> Iterator[Diagnosis]:
    name = workspace.plan.channel.branch
    try:
        held = committed(workspace.git, name)
    except BranchTaken as error:
        yield _warn("branch", f"{error.why}, so no event is committed", error.way_out)
        return
    if held is None and not workspace.channel.exists():
        yield _ok("branch", f"{name}: begins with the first event")
    elif held == workspace.channel.read():
        yield _ok("branch", f"{name}: holds the whole channel")
    else:
        what = f"{name}: some events are not committed"
        yield _warn("branch", what, "the next event commits all")


def _session(workspace: Workspace, asked: str) -> Iterator[Diagnosis]:
    name, source = who_am_i(asked, workspace)
    if name:
        yield _ok("session", f"{name}, from {source}")
    else:
        yield _warn("session", f"an observer, read only: {source}", "`coord-tui whoami NAME`")


def _remote(workspace: Workspace) -> Iterator[Diagnosis]:
    name = workspace.plan.channel.remote
    url = workspace.git.ask("config", "--get", f"remote.{name}.url")
    if url:
        yield _ok("remote", f"{name}: {_without_credentials(url.decode('utf-8', 'replace'))}")
    else:
        yield _ok("remote", f"there is no {name}: events stay in this clone")


def _without_credentials(url: str) -> str:
    """The address as it may be shown: without what stands before the `@` of its host."""
    return re.sub(r"^(\w[\w+.-]*://)[^/?#]*@", r"\1", url.strip())


def _hooks(layout: Layout) -> Iterator[Diagnosis]:
    for level, message, fix in examine_hooks(layout):
        yield Diagnosis("hooks", level, message, fix)


def _watching(git: Git, layout: Layout) -> Iterator[Diagnosis]:
    folders = len(watched_folders(git, layout.top))
    try:
        with open(WATCHES, encoding="ascii") as file:
            limit = int(file.read())
    except (OSError, ValueError):  # not Linux: there is no such limit
        yield _ok("watching", f"{folders} folders")
        return
    if folders > limit // 2:
        fix = "raise fs.inotify.max_user_watches, or the screen reads by the clock"
        yield _warn("watching", f"{folders} folders, of {limit} that may be watched", fix)
    else:
        yield _ok("watching", f"{folders} folders of {limit}")
