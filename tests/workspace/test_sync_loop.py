"""While a program runs, events come and go by themselves, and what is new is told once."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from coord_tui.workspace import actions
from coord_tui.workspace.sync_loop import SyncLoop
from coord_tui.workspace.workspace import Workspace
from tests.clones import Clones, clones, events, opened

ROOT = Path(__file__).parents[2]
LONG = 60.0


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


class Looked:
    """A workspace whose loop says when a round of it is over."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.rounds: Queue[None] = Queue()
        self.loop = SyncLoop(workspace)
        pause = self.loop._pause

        def over() -> float:
            self.rounds.put(None)
            return pause()

        self.loop._pause = over  # type: ignore[method-assign]

    def round(self) -> None:
        """Wait until the next round is over."""
        self.rounds.get(timeout=LONG)


@pytest.fixture
def looked(world: Clones) -> Iterator[Looked]:
    found = Looked(opened(world.senior, "senior"))
    found.loop.start()
    found.round()
    yield found
    found.loop.stop()


def test_what_is_pending_goes_out_when_it_is_woken(looked: Looked, world: Clones) -> None:
    actions.say(looked.workspace, "hello")
    looked.loop.wake()
    looked.round()
    assert looked.workspace.board().pending == 0
    assert '"text":"hello"' in world.lines()[0]


def test_what_others_say_comes_in(looked: Looked, world: Clones) -> None:
    actions.claim(opened(world.junior, "junior", LONG), ["J5"])
    looked.loop.wake()
    looked.round()
    assert [event.kind for event in events(looked.workspace)] == ["claim"]


def test_who_lost_is_told_by_whom(looked: Looked, world: Clones) -> None:
    actions.claim(looked.workspace, ["X1"])
    actions.claim(opened(world.junior, "junior", LONG), ["X1"])
    looked.loop.wake()
    looked.round()
    (told,) = looked.workspace.told()
    assert told.startswith("withdrawn: your claim: X1 is claimed by junior")


def test_a_remote_that_is_away_is_told_once_and_asked_on(looked: Looked, world: Clones) -> None:
    gone = world.remote.path.with_name("gone")
    world.remote.path.rename(gone)
    actions.say(looked.workspace, "later")
    for _ in range(3):
        looked.loop.wake()
        looked.round()
    (told,) = looked.workspace.told()
    assert told.startswith("origin does not answer: ")
    gone.rename(world.remote.path)
    looked.loop.wake()
    looked.round()
    assert looked.workspace.board().pending == 0


def test_it_asks_more_often_after_news_but_not_one_that_does_not_answer(
    looked: Looked, world: Clones
) -> None:
    pause: Callable[[], float] = looked.loop._pause
    assert pause() == 10
    actions.say(looked.workspace, "hello")
    looked.loop.wake()
    looked.round()
    looked.round()  # the one asked for above
    assert pause() == 2.5
    world.remote.path.rename(world.remote.path.with_name("gone"))
    looked.loop.wake()
    looked.round()
    looked.round()
    assert pause() == 10


def test_a_remote_that_comes_later_is_noticed(tmp_path: Path) -> None:
    made = clones(tmp_path)
    made.senior.git("remote", "rename", "origin", "elsewhere")
    found = Looked(opened(made.senior, "senior"))
    found.loop.start()
    found.round()
    actions.say(found.workspace, "hello")
    made.senior.git("remote", "rename", "elsewhere", "origin")
    found.loop.wake()
    found.round()
    found.loop.stop()
    assert found.workspace.board().pending == 0


def test_a_program_that_ends_leaves_no_hanging_git_behind(world: Clones, tmp_path: Path) -> None:
    pipe = tmp_path / "hanging"
    os.mkfifo(pipe)
    world.senior.git("config", "remote.origin.uploadpack", f"exec cat > {pipe}; :")
    program = (
        "from coord_tui.workspace.workspace import Workspace\n"
        "from coord_tui.workspace.sync_loop import SyncLoop\n"
        "SyncLoop(Workspace.open('.', 'senior')).start()\n"
        "input()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=world.senior.path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
    )
    with open(pipe, "rb") as hanging:  # opens when the remote's end runs
        process.communicate(b"\n")
        assert process.returncode == 0
        hanging.read()  # ends when nobody holds the other end any more
