"""The screen's readings: what changed is read again, and the last good one stays."""

import pytest

from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace import actions
from coord_tui.workspace.live import Live
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.repos import Repo


@pytest.fixture
def live(place: Repo) -> Live:
    return Live(Workspace.open(str(place.path), "senior"))


def test_only_what_changed_is_read_again(live: Live, place: Repo) -> None:
    first = live.read()
    place.write("new.txt")
    actions.claim(Workspace.open(str(place.path), "junior"), ["J5"])
    second = live.read(frozenset({"channel"}))
    assert [entry.task.id for entry in second.board.with_status("claimed")] == ["J5"]
    assert second.worktrees == first.worktrees
    third = live.read(frozenset({"tree"}))
    assert [change.path for change in third.worktrees[0].changes] == ["new.txt"]


def test_a_broken_plan_leaves_the_last_good_one_with_the_problem(live: Live, place: Repo) -> None:
    good = live.read()
    place.write("coord.yaml", "version: 9\n")
    broken = live.read(frozenset({"plan"}))
    assert "coord.yaml:1:10" in broken.problem
    assert broken.board.plan == good.board.plan
    actions.claim(live.workspace, ["S4"])
    meanwhile = live.read(frozenset({"channel"}))
    assert meanwhile.problem == broken.problem
    assert [entry.task.id for entry in meanwhile.board.with_status("claimed")] == ["S4"]
    place.write("coord.yaml", PLAN.replace("atlas", "harbour"))
    mended = live.read(frozenset({"plan"}))
    assert mended.problem == ""
    assert mended.board.plan.project == "harbour"
    assert mended.ownership.owner_of("harbour/mcp/x").owner == "junior"


def test_a_reading_that_fails_keeps_the_last_one_and_what_is_due(live: Live, place: Repo) -> None:
    good = live.read()
    place.write("new.txt")
    git = (place.path / ".git").rename(place.path / ".gone")
    failed = live.read(frozenset({"tree"}))
    assert failed.problem != ""
    assert failed.worktrees == good.worktrees
    git.rename(place.path / ".git")
    late = live.read(frozenset({"channel"}))
    assert late.problem == ""
    assert [change.path for change in late.worktrees[0].changes] == ["new.txt"]


def test_a_first_reading_that_fails_is_an_error(live: Live, place: Repo) -> None:
    (place.path / ".git").rename(place.path / ".gone")
    with pytest.raises(EnvironmentFailed):
        live.read()
