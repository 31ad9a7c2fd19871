"""The demo: a sound world with real git, a second session that acts, and nothing left behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters.commits import known_commits
from coord_tui.adapters.tracked import tracked_paths
from coord_tui.core.fold import fold
from coord_tui.core.lint import lint
from coord_tui.core.protocol import underway
from coord_tui.core.tree import collisions
from coord_tui.demo.play import CONTEXT, ROUTER, STEPS, Step, ask, play
from coord_tui.demo.repository import CHANNEL, CONFIG, UNCOMMITTED, World, build
from coord_tui.demo.run import run
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace import actions
from coord_tui.workspace.outcome import Outcome
from coord_tui.workspace.sync import sync
from coord_tui.workspace.workspace import Workspace
from tests.repos import Repo

ROOT = Path(__file__).parents[2]


@pytest.fixture
def world(tmp_path: Path) -> World:
    root = tmp_path / "demo"
    root.mkdir()
    return build(str(root))


def senior(world: World) -> Workspace:
    return Workspace.open(world.senior, "senior")


def status(workspace: Workspace, task: str) -> str:
    entry = workspace.board().task(task)
    assert entry is not None
    return entry.status


def test_the_world_is_a_remote_and_two_clones_of_it(world: World) -> None:
    remote, *clones = (Repo(Path(path)) for path in world)
    assert remote.git("rev-parse", "--is-bare-repository") == "true"
    for clone, email in zip(clones, ("senior@example.com", "junior@example.com"), strict=True):
        assert clone.git("remote", "get-url", "origin") == world.remote
        assert clone.git("rev-parse", "HEAD", "@{upstream}").split() == [remote.head()] * 2
        assert clone.git("config", "user.email") == email
    assert {Workspace.open(path).me for path in world[1:]} == {"senior", "junior"}


def test_the_history_is_that_of_two_people_and_its_commits_are_the_plan_s(world: World) -> None:
    log = Repo(Path(world.senior)).git("log", "--reverse", "--format=%an: %s").splitlines()
    assert [line.partition(":")[0] for line in log] == [
        "Senior", "Senior", "Junior", "Junior", "Senior",
    ]  # fmt: skip
    workspace = senior(world)
    commits = {task.done for task in workspace.plan.tasks if isinstance(task.done, str)}
    assert len(commits) == 3
    assert known_commits(workspace.git, commits) == commits


def test_the_plan_is_free_of_findings(world: World) -> None:
    workspace = senior(world)
    commits = known_commits(workspace.git, [str(task.done) for task in workspace.plan.tasks])
    assert lint(workspace.plan, tracked_paths(workspace.git), commits.__contains__) == ()


def test_the_channel_was_written_by_the_rules_and_both_clones_and_the_remote_have_it(
    world: World,
) -> None:
    for workspace in (senior(world), Workspace.open(world.junior, "junior")):
        lines = workspace.lines()
        assert fold(workspace.plan, lines).refused == {}
        kinds = [(line.event.by, line.event.kind) for line in lines if line.event]
        assert kinds == [(by, kind) for _, by, kind, _ in CHANNEL]
        board = workspace.board()
        assert (board.pending, board.contact.away) == (0, "")
        assert [entry for entry in board.log if entry.unverified] == []
        assert workspace.told() == ()
    assert status(senior(world), "S4") == "claimed"
    written = Repo(Path(world.remote)).git("show", "coord:channel.jsonl").encode() + b"\n"
    assert {senior(world).channel.read(), written} == {written}


def test_work_in_progress_lies_in_the_first_clone(world: World) -> None:
    own, other = senior(world).snapshot().worktrees
    assert [change.path for change in own.changes] == sorted(UNCOMMITTED)
    assert (own.session, other.session, other.changes) == ("senior", "junior", ())


def played(world: World, *steps: Step) -> Workspace:
    """The first clone after the second session took steps, heard of through the remote."""
    play(world, pause=0, patience=0, steps=steps)
    sync(senior(world))
    return senior(world)


def told(workspace: Workspace) -> str:
    """What was said last."""
    events = [entry.line.event for entry in workspace.board().log if entry.line.event]
    return [event.text("text") for event in events if event.kind == "say"][-1]


def test_the_second_session_takes_every_step_in_its_own_clone(world: World) -> None:
    workspace = played(world, *STEPS)
    lines = workspace.lines()
    assert fold(workspace.plan, lines).refused == {}
    events = [line.event for line in lines if line.event][len(CHANNEL) :]
    assert [one.kind for one in events] == [
        "claim", "announce", "ask", "say", "pushed", "pushed", "done", "say",
    ]  # fmt: skip
    assert {one.text("email") for one in events} == {"junior@example.com"}
    assert len(STEPS) == 10
    assert status(workspace, "J5") == "done"
    tree, other = workspace.snapshot().worktrees
    assert (tree.branch.ahead, tree.branch.behind) == (0, 1)
    assert sorted(change.path for change in tree.changes) == sorted(UNCOMMITTED)
    assert tree.lacks == {other.branch.head}
    assert Repo(Path(world.junior)).git("status", "--porcelain") == ""


def test_both_sessions_are_seen_in_the_file_that_is_shared(world: World) -> None:
    seen = played(world, *STEPS[: STEPS.index(ask)]).snapshot()
    assert list(collisions(seen.worktrees)) == [CONFIG]
    others = [
        one
        for one in underway(seen.board, seen.ownership, seen.worktrees)
        if one.session == "junior"
    ]
    assert [(one.path, one.step) for one in others] == [(CONFIG, "edited"), (CONTEXT, "edited")]


@pytest.mark.parametrize(
    ("answer", "says", "pushed"),
    [
        (lambda w: actions.grant(w, "junior"), "the route is in", True),
        (lambda w: actions.deny(w, "junior", "not today"), "I leave it alone", False),
        (lambda w: [], "I go on with the rest", False),
    ],
    ids=["granted", "denied", "not answered"],
)
def test_the_second_session_goes_by_the_answer_to_what_it_asked(
    world: World, answer: Callable[[Workspace], list[Outcome]], says: str, pushed: bool
) -> None:
    asking = STEPS.index(ask) + 1
    workspace = played(world, *STEPS[:asking])
    assert [one.session for one in workspace.board().open_requests()] == ["junior"]
    answer(workspace)
    sync(workspace)
    workspace = played(world, *STEPS[asking : asking + 2])
    assert says in told(workspace)
    files = Repo(Path(world.remote)).git("diff", "--name-only", "main~1", "main").splitlines()
    assert (ROUTER in files) == pushed


def test_a_demo_that_keeps_still_has_a_request_to_answer() -> None:
    def opened(workspace: Workspace) -> int:
        sync(workspace)
        assert [one.path for one in workspace.board().open_requests()] == [ROUTER]
        return 0

    assert run(opened, play=False) == 0


def test_the_screen_opens_in_the_world_which_is_gone_afterwards() -> None:
    seen: list[str] = []

    def opened(workspace: Workspace) -> int:
        assert (workspace.me, status(workspace, "S4")) == ("senior", "claimed")
        seen.append(workspace.layout.top)
        return 4

    handlers = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)]
    assert run(opened, play=False) == 4
    assert not os.path.exists(os.path.dirname(seen[0]))
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)] == handlers


def test_a_screen_that_fails_leaves_nothing_behind() -> None:
    seen: list[str] = []

    def fails(workspace: Workspace) -> int:
        seen.append(workspace.layout.top)
        raise EnvironmentFailed("no terminal")

    with pytest.raises(EnvironmentFailed, match="no terminal"):
        run(fails, play=True)
    assert not os.path.exists(os.path.dirname(seen[0]))


WAITS = """
import signal
from coord_tui.demo.run import run

def opened(workspace):
    print(workspace.layout.top, flush=True)
    while True:
        signal.pause()

run(opened, play=True)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_demo_that_is_ended_from_outside_leaves_nothing_behind(number: signal.Signals) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", WAITS], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert running.stdout is not None
    world = Path(running.stdout.readline().strip()).parent
    assert (world / "remote.git").is_dir()
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    assert children
    running.send_signal(number)
    running.communicate()
    assert running.returncode == 128 + number
    assert not world.exists()
    assert not any(Path("/proc", child).exists() for child in children)
