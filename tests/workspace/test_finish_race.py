"""Finishing at the same time, and being killed in between: real processes, nothing lost."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import process
from tests.clones import Clones, another, clones
from tests.repos import Repo
from tests.untouched import fingerprint

CONFIG, TOOL, PLANNER = "atlas/config.py", "atlas/mcp/tool.py", "atlas/agents/planner.py"


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def begun(place: Repo, session: str, *arguments: str) -> subprocess.Popen[str]:
    """A command of a session's that runs."""
    command = [sys.executable, "-m", "coord_tui", *arguments, "--as", session, "--json"]
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        command,
        cwd=place.path,
        env=os.environ | {"PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def told(world: Clones) -> list[tuple[str, str, str]]:
    """Who pushed what, by the remote's channel."""
    found = [json.loads(line) for line in world.lines()]
    return [(e["by"], e["path"], e["commit"]) for e in found if e["kind"] == "pushed"]


def test_two_clones_that_finish_different_files_both_arrive(world: Clones, tmp_path: Path) -> None:
    places = [(world.senior, "senior"), (world.junior, "junior")]
    places += [(another(world.remote, tmp_path / f"more{n}", "junior"), "junior") for n in range(2)]
    running = []
    for number, (place, session) in enumerate(places):
        place.write(f"file{number}", f"{session}\n")
        place.write("staged", "not mine\n")
        place.git("add", "staged")
        arguments = ("finish", f"file{number}", "-m", f"by {session}")
        running.append(begun(place, session, *arguments))
    for one in running:
        out, err = one.communicate()
        assert one.returncode == 0, (out, err)
        assert json.loads(out)[0]["confirmed"], err
    subjects = world.remote.git("log", "--format=%s", "main").splitlines()
    assert sorted(subjects) == ["Plan", "by junior", "by junior", "by junior", "by senior"]
    history = world.remote.git("rev-list", "main").splitlines()
    assert len(told(world)) == len(places)
    for _, path, commit in told(world):
        assert commit in history
        assert world.remote.git("show", "--format=", "--name-only", commit) == path
    for place, _ in places:
        assert place.git("diff", "--cached", "--name-only") == "staged"
        assert place.git("stash", "list") == ""


def test_of_two_clones_that_finish_one_file_one_arrives_and_the_other_is_told(
    world: Clones,
) -> None:
    running = []
    for place, session in ((world.senior, "senior"), (world.junior, "junior")):
        place.write(CONFIG, f"{session}\n")
        one = begun(place, session, "finish", CONFIG, "-m", session)
        running.append((place, session, one))
    codes = []
    for place, session, one in running:
        out, _ = one.communicate()
        (outcome,) = json.loads(out)
        codes.append(one.returncode)
        assert (place.path / CONFIG).read_text() == f"{session}\n"
        assert one.returncode == 0 or CONFIG in outcome["reason"]
    assert sorted(codes) == [0, 1]
    assert world.remote.git("rev-list", "--count", "main") == "2"
    assert len(told(world)) == 1


def test_sessions_in_one_working_tree_finish_one_after_the_other(world: Clones) -> None:
    place = world.senior
    for name in (PLANNER, TOOL):
        place.write(name, "changed\n")
    running = [
        begun(place, session, "finish", name, "-m", session)
        for session, name in (("senior", PLANNER), ("junior", TOOL))
    ]
    for one in running:
        out, err = one.communicate()
        assert one.returncode == 0, (out, err)
    assert world.remote.git("rev-list", "--count", "main") == "3"
    assert place.git("status", "--porcelain") == ""
    assert {(by, path) for by, path, _ in told(world)} == {("senior", PLANNER), ("junior", TOOL)}


@pytest.mark.parametrize("moment", ["pre-push", "post-commit"])
def test_killed_between_commit_and_word_the_next_finish_goes_on(
    moment: str, world: Clones, tmp_path: Path
) -> None:
    place, reached, release = world.senior, tmp_path / "reached", tmp_path / "release"
    os.mkfifo(reached)
    os.mkfifo(release)
    place.hook(moment, f"echo here >'{reached}'; cat '{release}'; exit 1")
    place.write(CONFIG, "mine\n")
    place.write(PLANNER, "staged\n")
    place.git("add", PLANNER)
    before = fingerprint(place, [CONFIG], head=False)
    one = begun(place, "senior", "finish", CONFIG, "-m", "Words")
    assert reached.read_text() == "here\n"
    os.killpg(one.pid, signal.SIGKILL)
    one.communicate()
    release.write_text("git and its hook are not killed: they end\n")
    (place.path / ".git/hooks" / moment).unlink()
    assert fingerprint(place, [CONFIG], head=False) == before

    said = process("finish", CONFIG, "--as", "senior", cwd=place.path)

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"✓✓ finished {CONFIG} by {place.head()[:7]}  pushed to origin/main")
    assert world.remote.git("rev-parse", "main") == place.head()
    assert told(world) == [("senior", CONFIG, place.head())]
    assert fingerprint(place, [CONFIG], head=False) == before
