"""Examines the surroundings, the plan and the channel, and says of each whether it is well.

It goes on where other commands stop: whatever is broken is a finding, and what still can be
examined is.
"""

import sys
from collections.abc import Callable, Iterator

from coord_tui.adapters.commits import known_commits
from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import operation
from coord_tui.adapters.layout import Layout, find_layout
from coord_tui.adapters.plan_file import LoadedPlan, load_plan
from coord_tui.adapters.tracked import tracked_paths, watched_folders
from coord_tui.core.lint import lint
from coord_tui.errors import CoordError
from coord_tui.workspace.diagnosis import Diagnosis, failure, many, warning, well
from coord_tui.workspace.doctor_channel import examine_branch, examine_channel, examine_remote
from coord_tui.workspace.doctor_hooks import examine_hooks
from coord_tui.workspace.doctor_session import examine_session
from coord_tui.workspace.doctor_trees import examine_trees
from coord_tui.workspace.places import PLAN, plan_path
from coord_tui.workspace.workspace import Workspace

GIT = (2, 31)
"""The oldest git that knows every option that is used."""
WATCHES = "/proc/sys/fs/inotify/max_user_watches"


def examine(repo: str, session: str) -> list[Diagnosis]:
    """Everything, in the order in which one thing needs another."""
    return list(_examine(repo, session))


def exit_code(found: list[Diagnosis]) -> int:
    """0 when nothing failed, else 2 for the plan and 3 for the surroundings; the worst wins."""
    return max((one.code for one in found), default=0)


def _examine(repo: str, session: str) -> Iterator[Diagnosis]:
    yield well("python", ".".join(map(str, sys.version_info[:3])))
    try:
        layout = find_layout(repo)
    except CoordError as error:
        yield failure("repository", error)
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
        yield from _guarded("channel", lambda: examine_channel(workspace))
        yield from _guarded("branch", lambda: examine_branch(workspace))
        yield from _guarded("session", lambda: examine_session(workspace, session))
        yield from _guarded("worktrees", lambda: examine_trees(workspace))
        yield from _guarded("remote", lambda: examine_remote(workspace))
    yield from _guarded("hooks", lambda: _hooks(layout))
    yield from _guarded("watching", lambda: _watching(git, layout))


def _guarded(name: str, examine: Callable[[], Iterator[Diagnosis]]) -> Iterator[Diagnosis]:
    try:
        yield from examine()
    except CoordError as error:
        yield failure(name, error)


def _git(git: Git) -> Iterator[Diagnosis]:
    version = git.run("version").decode().strip().removeprefix("git version ")
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    oldest = ".".join(map(str, GIT))
    if numbers < GIT:
        yield warning("git", version, f"install git {oldest} or newer")
    else:
        yield well("git", version)


def _repository(layout: Layout) -> Iterator[Diagnosis]:
    busy = operation(layout.git_dir)
    if busy:
        yield warning(
            "repository", f"{layout.top}, in the middle of a {busy}", f"finish the {busy}"
        )
    else:
        yield well("repository", layout.top)


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
        yield warning("plan", f"{PLAN}:{finding}", f"edit line {finding.line} of {PLAN}")
    if not findings:
        sessions = many(len(plan.sessions), "session")
        owned = many(len(plan.ownership), "owned pattern")
        yield well("plan", f"{sessions}, {owned}, {many(len(plan.tasks), 'task')}")


def _hooks(layout: Layout) -> Iterator[Diagnosis]:
    for level, message, fix in examine_hooks(layout):
        yield Diagnosis("hooks", level, message, fix)


def _watching(git: Git, layout: Layout) -> Iterator[Diagnosis]:
    folders = len(watched_folders(git, layout.top))
    try:
        with open(WATCHES, encoding="ascii") as file:
            limit = int(file.read())
    except (OSError, ValueError):  # not Linux: there is no such limit
        yield well("watching", f"{folders} folders")
        return
    if folders > limit // 2:
        fix = "raise fs.inotify.max_user_watches, or the screen reads by the clock"
        yield warning("watching", f"{folders} folders, of {limit} that may be watched", fix)
    else:
        yield well("watching", f"{folders} folders of {limit}")
