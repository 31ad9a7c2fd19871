"""Doctor says whether the remote answers, as this clone knows it, and what keeps events from it."""

import os
from pathlib import Path

import pytest

from coord_tui.workspace import actions
from coord_tui.workspace.diagnosis import Diagnosis
from coord_tui.workspace.doctor import examine
from coord_tui.workspace.sync import sync
from tests.clones import Clones, clones, opened
from tests.repos import Repo


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def found(place: Repo, name: str) -> list[Diagnosis]:
    return [one for one in examine(str(place.path), "") if one.name == name]


def test_a_remote_that_was_never_asked_is_well_with_what_to_do(world: Clones) -> None:
    actions.say(opened(world.senior, "senior"), "hello")
    (one,) = found(world.senior, "remote")
    assert (one.level, one.fix) == ("ok", "`coord-tui sync`")
    assert one.message == f"origin: {world.remote.path.as_uri()}; not asked yet, 1 pending"


def test_a_remote_that_answered_is_well(world: Clones) -> None:
    actions.say(opened(world.senior, "senior"), "hello")
    sync(opened(world.senior, "senior"))
    (one,) = found(world.senior, "remote")
    assert (one.level, one.fix) == ("ok", "")
    assert "; answered " in one.message
    assert one.message.endswith(" ago, 0 pending")
    actions.say(opened(world.senior, "senior"), "again")
    (one,) = found(world.senior, "remote")
    assert one.message.endswith(", 1 pending")
    assert one.fix == "`coord-tui sync`"


def test_a_remote_that_is_away_is_told_with_why_and_what_waits(world: Clones) -> None:
    actions.say(opened(world.senior, "senior"), "hello")
    sync(opened(world.senior, "senior"))
    world.remote.path.rename(world.remote.path.with_name("gone.git"))
    actions.say(opened(world.senior, "senior"), "again")
    away = sync(opened(world.senior, "senior")).away
    (one,) = found(world.senior, "remote")
    assert one.level == "warn"
    assert "; away for " in one.message
    assert one.message.endswith(f": {away}; 1 pending")
    assert one.fix.startswith("`coord-tui sync` tries again")


@pytest.mark.parametrize("ref", ["heads/coord", "remotes/origin/coord"])
def test_a_lock_that_a_killed_git_left_behind_is_told(ref: str, world: Clones) -> None:
    lock = world.senior.write(f".git/refs/{ref}.lock", "")
    assert [one.level for one in found(world.senior, "branch")] == ["ok"], "git may be at work"
    os.utime(lock, (lock.stat().st_mtime - 3600,) * 2)
    first, *_ = found(world.senior, "branch")
    assert first.level == "warn"
    assert str(lock) in first.message
    assert "1h ago" in first.message
    assert "remove that file" in first.fix


def test_events_that_another_clone_committed_are_not_missing_here(world: Clones) -> None:
    for clone, name in ((world.senior, "senior"), (world.junior, "junior")):
        workspace = opened(clone, name)
        sync(workspace)
        actions.say(workspace, f"of {name}")
        sync(workspace)
    sync(opened(world.senior, "senior"))
    (one,) = found(world.senior, "branch")
    assert (one.level, one.message) == (
        "ok",
        "coord: holds the whole channel, together with origin/coord",
    )
    world.senior.git("update-ref", "-d", "refs/remotes/origin/coord")
    (one,) = found(world.senior, "branch")
    assert (one.level, one.message) == ("warn", "coord: 1 event not committed")
