"""The screen's readings: what changed is read again, and the last good one stays."""

import asyncio
import re
from contextlib import aclosing
from pathlib import Path

import pytest

from coord_tui.core import changed
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace import actions
from coord_tui.workspace.live import Live
from coord_tui.workspace.live_changes import unwatched
from coord_tui.workspace.workspace import Workspace
from tests.atlas import PLAN
from tests.repos import Repo

GUARD = 30.0
"""Seconds after which a report that never comes fails the test."""


@pytest.fixture
def live(place: Repo) -> Live:
    return Live(Workspace.open(str(place.path), "senior"))


def test_only_what_changed_is_read_again(live: Live, place: Repo) -> None:
    first = live.read()
    place.write("new.txt")
    actions.claim(Workspace.open(str(place.path), "junior"), ["J5"])
    second = live.read(frozenset({changed.CHANNEL}))
    assert [entry.task.id for entry in second.board.with_status("claimed")] == ["J5"]
    assert second.worktrees == first.worktrees
    third = live.read(frozenset({changed.TREES}))
    assert [change.path for change in third.worktrees[0].changes] == ["new.txt"]


def test_a_broken_plan_leaves_the_last_good_one_with_the_problem(live: Live, place: Repo) -> None:
    good = live.read()
    place.write("coord.yaml", "version: 9\n")
    broken = live.read(frozenset({changed.PLAN}))
    assert "coord.yaml:1:10" in broken.problem
    assert broken.board.plan == good.board.plan
    actions.claim(live.workspace, ["S4"])
    meanwhile = live.read(frozenset({changed.CHANNEL}))
    assert meanwhile.problem == broken.problem
    assert [entry.task.id for entry in meanwhile.board.with_status("claimed")] == ["S4"]
    place.write("coord.yaml", PLAN.replace("atlas", "harbour"))
    mended = live.read(frozenset({changed.PLAN}))
    assert mended.problem == ""
    assert mended.board.plan.project == "harbour"
    assert mended.ownership.owner_of("harbour/mcp/x").owner == "junior"


def test_a_reading_that_fails_keeps_the_last_one_and_what_is_due(live: Live, place: Repo) -> None:
    good = live.read()
    place.write("new.txt")
    git = (place.path / ".git").rename(place.path / ".gone")
    failed = live.read(frozenset({changed.TREES}))
    assert failed.problem != ""
    assert failed.worktrees == good.worktrees
    git.rename(place.path / ".git")
    late = live.read(frozenset({changed.CHANNEL}))
    assert late.problem == ""
    assert [change.path for change in late.worktrees[0].changes] == ["new.txt"]


def test_a_first_reading_that_fails_is_an_error(live: Live, place: Repo) -> None:
    (place.path / ".git").rename(place.path / ".gone")
    with pytest.raises(EnvironmentFailed):
        live.read()


def test_whatever_goes_wrong_later_is_a_problem_and_no_exception(live: Live) -> None:
    good = live.read()
    clock = live.workspace.clock
    live.workspace.clock = lambda: 1 // 0
    failed = live.read(frozenset({changed.TREES}))
    assert failed.problem == "ZeroDivisionError: integer division or modulo by zero"
    assert failed.board == good.board
    live.workspace.clock = clock
    assert live.read().problem == ""


def test_reading_ahead_leaves_what_goes_wrong_to_the_first_reading(live: Live) -> None:
    live.workspace.clock = lambda: 1 // 0
    live.begin()
    with pytest.raises(ZeroDivisionError):
        live.first()


def test_the_owners_are_those_of_the_plan_and_found_once(live: Live, place: Repo) -> None:
    first = live.read()
    assert live.read().ownership is first.ownership
    place.write("coord.yaml", PLAN.replace("senior: [atlas/agents/", "senior: [atlas/other/"))
    later = live.read(frozenset({changed.PLAN}))
    assert later.ownership.owner_of("atlas/other/x").owner == "senior"


async def test_a_repository_that_was_moved_away_is_named_so(
    live: Live, place: Repo, tmp_path: Path
) -> None:
    async with aclosing(live.changes(asyncio.Event())) as changes:
        await asyncio.wait_for(anext(changes), GUARD)
        place.path.rename(tmp_path / "moved")
        notices: tuple[str, ...] = ()
        while not notices:
            await asyncio.wait_for(anext(changes), GUARD)
            notices = live.workspace.told()
    assert notices == (f"the repository is not there any more: {place.path}",)


def test_a_reading_of_a_repository_without_git_says_that_it_is_gone(
    live: Live, place: Repo
) -> None:
    live.first()
    (place.path / ".git").rename(place.path / "elsewhere")
    gone = live.read()
    (place.path / "elsewhere").rename(place.path / ".git")

    assert gone.problem == f"the repository is not there any more: {place.path}"
    assert live.read().problem == ""


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        ("OS file watch limit reached.", "the system cannot watch this many folders: reading"),
        ("Too many open files", r"cannot be watched \(Too many open files\): reading every 2 s"),
    ],
)
def test_why_nobody_watches_is_told(refused: str, words: str, live: Live) -> None:
    assert re.search(words, unwatched(refused, live.workspace.layout))


async def test_what_another_thread_tells_of_is_a_change(live: Live) -> None:
    live.nudge(frozenset({changed.CHANNEL}))  # nobody listens yet, and nothing comes of it
    async with aclosing(live.changes(asyncio.Event())) as changes:
        assert await asyncio.wait_for(anext(changes), GUARD) == changed.EVERYTHING
        await asyncio.to_thread(live.nudge, frozenset({changed.CHANNEL}))
        assert await asyncio.wait_for(anext(changes), GUARD) == {changed.CHANNEL}
    live.nudge(changed.EVERYTHING)


async def test_stopping_ends_the_changes(live: Live) -> None:
    stop = asyncio.Event()
    async with aclosing(live.changes(stop)) as changes:
        await asyncio.wait_for(anext(changes), GUARD)
        stop.set()
        assert await asyncio.wait_for(anext(changes, None), GUARD) is None
