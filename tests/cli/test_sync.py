"""The command line waits for the remote where that decides who wins, and else sends later."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Said, process
from tests.clones import Clones, clones
from tests.repos import Repo


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def told(clone: Repo, session: str, *arguments: str) -> Said:
    return process(*arguments, "--as", session, cwd=clone.path)


def test_a_claim_waits_and_says_that_the_remote_has_it(world: Clones) -> None:
    said = told(world.senior, "senior", "claim", "S4")
    assert (said.code, said.out, said.err) == (0, "✓✓ claimed S4\n", "")
    (outcome,) = told(world.junior, "junior", "claim", "J5", "--json").json
    assert (outcome["accepted"], outcome["confirmed"]) == (True, True)


def test_of_two_clones_one_wins_and_the_other_is_told_by_whom(world: Clones) -> None:
    told(world.senior, "senior", "claim", "X1")
    said = told(world.junior, "junior", "claim", "X1")
    assert said.code == 1
    assert said.err.startswith("coord-tui: X1 is claimed by senior")
    assert len(world.lines()) == 1


@pytest.mark.parametrize("away", [False, True], ids=["the remote answers", "the remote is away"])
def test_a_claim_that_does_not_wait_is_tentative(world: Clones, away: bool) -> None:
    if away:
        world.remote.path.rename(world.remote.path.with_name("gone"))
    (outcome,) = told(world.senior, "senior", "claim", "S4", "--no-wait", "--json").json
    assert (outcome["accepted"], outcome["confirmed"]) == (True, False)


def test_what_is_said_is_sent_by_a_process_that_outlives_the_command(world: Clones) -> None:
    pipe = world.remote.path / "arrived"
    os.mkfifo(pipe)
    world.remote.hook("post-receive", f"cat > {pipe}")
    said = told(world.senior, "senior", "say", "hello")
    assert said.out == "✓ told all\n"
    assert "refs/heads/coord" in pipe.read_text()  # ends when the push has arrived
    assert '"text":"hello"' in world.lines()[0]


def test_waiting_may_be_asked_of_any_command_that_writes(world: Clones) -> None:
    assert told(world.senior, "senior", "say", "hello", "--wait").out == "✓✓ told all\n"


def test_a_claim_with_the_remote_away_says_so_and_goes_out_later(world: Clones) -> None:
    gone = world.remote.path.with_name("gone")
    world.remote.path.rename(gone)
    said = told(world.senior, "senior", "claim", "S4")
    assert (said.code, said.out) == (0, "✓ claimed S4\n")
    assert said.err.startswith("coord-tui: pending: origin does not answer: ")
    assert said.err.count("\n") == 1
    failed = told(world.senior, "senior", "sync")
    assert (failed.code, failed.out) == (3, "")
    assert failed.err.startswith("coord-tui: origin does not answer: ")
    gone.rename(world.remote.path)
    assert told(world.senior, "senior", "sync").out == "✓✓ synced with origin: 0 received, 1 sent\n"


def test_a_sync_names_who_lost(world: Clones) -> None:
    gone = world.remote.path.with_name("gone")
    world.remote.path.rename(gone)
    told(world.senior, "senior", "claim", "X1")
    gone.rename(world.remote.path)
    told(world.junior, "junior", "claim", "X1")
    said = told(world.senior, "senior", "sync")
    assert said.code == 0
    assert "✗ withdrawn: senior's claim X1  X1 is claimed by junior" in said.out


def test_a_sync_as_json(world: Clones) -> None:
    told(world.senior, "senior", "say", "hello", "--wait")
    said = told(world.junior, "junior", "sync", "--json")
    assert said.json == {
        "remote": "origin", "received": 1, "sent": 0, "pending": 0,
        "withdrawn": [], "away": None, "explained": None,
    }  # fmt: skip


def test_without_a_remote_sync_says_what_to_do(place: Repo) -> None:
    said = told(place, "senior", "sync")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("coord-tui: there is no remote origin: `git remote add origin URL`")


def test_an_observer_may_sync(world: Clones) -> None:
    world.senior.git("config", "user.email", "nobody@example.com")
    assert process("sync", cwd=world.senior.path).code == 0
