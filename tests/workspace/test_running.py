"""Two programs with one name in one clone: both go on, and both are told if that is odd."""

import os
from pathlib import Path

import pytest

from coord_tui.workspace.places import running_path
from coord_tui.workspace.running import Running, running, tell_of_doubles
from coord_tui.workspace.workspace import Workspace
from tests.repos import Repo
from tests.workspace.conftest import As


def test_the_same_name_twice_is_told_once_with_where_the_other_is(session: As, place: Repo) -> None:
    first, second = session("senior"), session("senior")
    with running(first) as one, running(second) as two:
        assert (len(two.twice()), first.told()) == (1, ())
        (words,) = second.told()
        assert words.startswith(f"senior is open twice: process {os.getpid()}, a screen, in ")
        assert str(place.path) in words
        assert "`coord-tui whoami NAME`" in words
        assert [one.via for one in two.twice()] == ["screen"]
        assert [one.via for one in one.twice()] == ["screen"]
        assert len(first.told()) == 1
        assert (len(one.twice()), first.told()) == (1, ()), "not again"
    assert os.listdir(running_path(first.layout)) == []


def test_other_names_and_observers_disturb_nobody(session: As, place: Repo) -> None:
    observer = Workspace.open(str(place.path), "senior")
    observer.me = ""
    with running(session("senior")) as one, running(session("junior")), running(observer) as two:
        assert (one.twice(), two.twice()) == ((), ())
        assert len(os.listdir(running_path(observer.layout))) == 2


def test_who_was_told_is_told_of_the_next_one_too(session: As) -> None:
    here = session("senior")
    with running(here) as one:
        for _ in range(2):
            with running(session("senior")):
                assert len(one.twice()) == 1
                assert len(here.told()) == 1
            assert one.twice() == ()


def test_a_program_that_is_not_listed_yet_sees_nobody(session: As) -> None:
    assert Running(session("senior")).twice() == ()


@pytest.mark.parametrize(
    ("first", "second", "other_worktree", "told"),
    [
        ("screen", "wait", False, False),
        ("log", "wait", False, False),
        ("wait", "wait", False, True),
        ("screen", "wait", True, True),
    ],
)
def test_a_person_and_a_terminal_beside_the_screen_are_one(
    first: str, second: str, other_worktree: bool, told: bool, place: Repo, tmp_path: Path
) -> None:
    there = place.worktree(tmp_path / "linked", "other") if other_worktree else place
    one, two = (Workspace.open(str(repo.path), "senior") for repo in (place, there))
    with running(one, first) as here, running(two, second) as beside:
        assert (bool(here.twice()), bool(beside.twice())) == (told, told)
        assert (bool(one.told()), bool(two.told())) == (told, told)


def test_a_command_that_ends_at_once_is_told_too(session: As, place: Repo, tmp_path: Path) -> None:
    here = session("senior")
    there = Workspace.open(str(place.worktree(tmp_path / "linked", "other").path), "senior")
    with running(session("senior")), running(session("junior")):
        tell_of_doubles(here, "brief")
        assert here.told() == ()
        tell_of_doubles(there, "brief")
        (words,) = there.told()
        assert words.startswith("senior is open twice: process ")
    here.me = ""
    tell_of_doubles(here, "brief")
    assert here.told() == ()
