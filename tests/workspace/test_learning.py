"""Who looks learns first what the remote has, and is never kept for long, nor failed."""

from pathlib import Path

import pytest

from coord_tui.workspace import actions
from coord_tui.workspace.learning import RECENT, learn, learn_quickly
from tests.clones import Clones, clones, opened
from tests.repos import Repo
from tests.workspace.conftest import As

MINUTE = 60


@pytest.fixture
def world(tmp_path: Path) -> Clones:
    return clones(tmp_path)


def test_what_another_clone_pushed_is_known(world: Clones) -> None:
    actions.claim(opened(world.junior, "junior", MINUTE), ["X1"])
    senior = opened(world.senior, "senior")
    learn_quickly(senior)
    task = senior.board().task("X1")
    assert task is not None
    assert task.claimed_by == "junior"
    assert senior.told() == ()


def test_a_remote_that_was_heard_of_a_moment_ago_is_not_asked_again(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    learn_quickly(senior)
    actions.say(opened(world.junior, "junior", MINUTE), "hi")
    at = senior.contact().at
    for later, known in ((RECENT - 0.1, 0), (RECENT + 0.1, 1)):
        senior.clock = lambda later=later: at + later  # type: ignore[misc]
        learn_quickly(senior)
        assert len(senior.board().log) == known


@pytest.mark.parametrize(
    ("before", "told"),
    [(True, ("been away for 0s", "been away for 2m")), (False, ("never answered here",) * 2)],
)
def test_a_remote_that_is_away_is_told_in_one_line(
    before: bool, told: tuple[str, str], world: Clones
) -> None:
    senior = opened(world.senior, "senior")
    if before:
        learn(senior, 10)
        heard = senior.contact().at
        senior.clock = lambda: heard + RECENT
    world.remote.path.rename(world.remote.path.with_name("gone"))
    why = "what is shown may be old (`coord-tui sync` says why)"
    learn_quickly(senior)
    assert senior.told() == (f"origin has {told[0]}: {why}",)
    since = senior.contact().since
    senior.clock = lambda: since + 2 * MINUTE
    learn_quickly(senior)
    assert senior.told() == (f"origin has {told[1]}: {why}",)


def test_another_process_that_syncs_is_not_waited_for_long(world: Clones) -> None:
    senior = opened(world.senior, "senior")
    with senior.channel.lock("sync.lock"):
        assert learn(senior, 0.05) == "another process of this clone syncs with origin"


def test_a_folder_that_cannot_be_written_fails_no_look(world: Clones) -> None:
    world.senior.write(".git/coord", "no folder")
    senior = opened(world.senior, "senior")
    learn_quickly(senior)
    (words,) = senior.told()
    assert words.startswith("not synced: ")
    assert words.endswith(": what is shown may be old")


def test_without_a_remote_or_time_nothing_is_asked(session: As, place: Repo) -> None:
    alone = session("senior")
    learn_quickly(alone)
    assert learn(alone, MINUTE) == ""
    place.git("remote", "add", "origin", "/nowhere")
    assert learn(session("senior"), 0) == ""
    assert alone.told() == ()
    assert not (place.path / ".git/coord/contact.json").exists()
