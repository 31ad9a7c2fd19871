"""The radar's thread, in real clones; what it finds is waited for, never for a time."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coord_tui.core.changed import EVERYTHING
from coord_tui.core.radar import Radar
from coord_tui.workspace import radar_loop
from coord_tui.workspace.radar_loop import RadarLoop
from coord_tui.workspace.trees import Trees
from tests.radars import edit, looked, opened, trees_of
from tests.repos import Repo

LONG = 60.0
"""Seconds after which a test gives up; none of them waits that long unless it fails."""

SCRIBBLE = """\
import sys
n = 0
while True:
    n += 1
    with open(sys.argv[1], "w") as file:
        file.write(f"{n}\\n")
    if n == 100:
        print("writing", flush=True)
"""


class Watched:
    """A loop, and what it told."""

    def __init__(self, repo: Repo) -> None:
        self.workspace = opened(repo)
        self.loop = RadarLoop(self.workspace, self._told)
        self.told = 0
        self._changed = threading.Condition()

    def _told(self) -> None:
        with self._changed:
            self.told += 1
            self._changed.notify_all()

    def want(self) -> None:
        trees = Trees(self.workspace)
        trees.read(EVERYTHING)
        self.loop.want(trees.with_facts(self.workspace.board()), trees.places)

    def wait(self, until: Callable[[Radar], bool]) -> Radar:
        """The radar, once it is as it should be."""
        with self._changed:
            assert self._changed.wait_for(lambda: until(self.loop.last), LONG), self.loop.last
        return self.loop.last


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(radar_loop, "LEAST", 0.0)
    monkeypatch.setattr(radar_loop, "FIRST", 0.001)


@contextmanager
def watched(repo: Repo) -> Iterator[Watched]:
    found = Watched(repo)
    found.loop.start()
    try:
        yield found
    finally:
        found.loop.stop()
        found.loop._thread.join(LONG)
        assert not found.loop._thread.is_alive()


def test_what_is_wanted_is_looked_at_and_told_of(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    with watched(ana) as it:
        it.want()
        it.wait(lambda radar: len(radar.pairs) == 1)
        edit(bolt, 5, "bolt's")
        it.want()
        radar = it.wait(lambda radar: bool(radar.conflicts))
    assert radar == looked(ana)


def test_when_nothing_changed_no_look_begins(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    with watched(ana) as it:
        it.want()
        it.wait(lambda radar: len(radar.pairs) == 1)
        for _ in range(20):
            it.want()
        edit(bolt, 5, "bolt's")
        it.want()
        it.wait(lambda radar: bool(radar.conflicts))
    assert (it.loop.looks, it.told) == (2, 2)


def test_a_file_that_is_saved_again_counts_though_git_says_the_same_of_it(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(ana, 5, "ana's")
    edit(bolt, 15, "bolt's")
    with watched(ana) as it:
        it.want()
        it.wait(lambda radar: [pair.state for pair in radar.pairs] == ["clean"])
        edit(bolt, 5, "bolt's")
        it.want()
        radar = it.wait(lambda radar: bool(radar.conflicts))
    assert [pair.state for pair in radar.pairs] == ["conflict"]


def test_a_branch_that_moved_counts(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    with watched(ana) as it:
        it.want()
        it.wait(lambda radar: len(radar.pairs) == 1)
        bolt.commit("new")
        bolt.git("branch", "topic")
        bolt.git("reset", "-q", "--hard", "main")
        it.want()
        radar = it.wait(lambda radar: len(radar.pairs) == 3)
    assert "topic" in str(radar.pairs)


def test_a_tree_that_is_written_all_the_time_is_unstable_until_it_rests(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    edit(bolt, 5, "bolt's")
    bolt.write("busy", "0\n")
    command = [sys.executable, "-c", SCRIBBLE, str(bolt.path / "busy")]
    with watched(ana) as it:
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"writing\n"
            it.want()
            it.wait(lambda radar: [pair.state for pair in radar.pairs] == ["unstable"])
            writer.kill()
        it.wait(lambda radar: [pair.state for pair in radar.pairs] == ["clean"])
    assert it.loop.looks > 1


def test_what_goes_wrong_is_the_radars_problem_and_it_goes_on(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    (ana.path / ".git/coord").mkdir(exist_ok=True)
    (ana.path / ".git/coord/radar").write_text("in the way")
    with watched(ana) as it:
        it.want()
        it.wait(lambda radar: "cannot write" in radar.problem)
        (ana.path / ".git/coord/radar").unlink()
        bolt.write("new")
        it.want()
        radar = it.wait(lambda radar: len(radar.pairs) == 1)
    assert radar.problem == ""


def test_what_nobody_foresaw_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (ana,) = trees_of(tmp_path)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(radar_loop, "read_rules", broken)
    with watched(ana) as it:
        it.want()
        radar = it.wait(lambda radar: radar.problem != "")
    assert radar.problem == "unexpected in the conflict radar: ZeroDivisionError: by nothing"


def test_what_it_knows_is_left_to_the_next_program(tmp_path: Path) -> None:
    ana, bolt = trees_of(tmp_path, "bolt")
    bolt.commit("new")
    with watched(ana) as it:
        it.want()
        it.wait(lambda radar: len(radar.pairs) == 1)
    assert (ana.path / ".git/coord/radar/memory.json").exists()


def test_a_loop_that_never_wanted_anything_ends_and_leaves_nothing(tmp_path: Path) -> None:
    (ana,) = trees_of(tmp_path)
    with watched(ana) as it:
        pass
    assert it.told == 0
    assert not (ana.path / ".git/coord/radar").exists()
