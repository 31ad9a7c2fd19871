"""Hooks that ask what they were called go on to hear their own name when ours calls them."""

import os

import pytest

from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace.hooks import install, uninstall
from tests.hooking import commit, content, message, seen, theirs
from tests.repos import Repo

SERVES_ALL = '#!/bin/sh\necho "$(basename "$0") $*" >>"$(git rev-parse --git-dir)/seen"\n'
RUNS_PARTS = '#!/bin/sh\nfor one in "$(dirname "$0")/$(basename "$0").d"/*; do "$one"; done\n'


def _serves_all(place: Repo) -> None:
    """As overcommit: one program, by a link and by a copy."""
    theirs(place, "any-hook", "").write_text(SERVES_ALL)
    (place.path / ".git/hooks/pre-commit").symlink_to("any-hook")
    theirs(place, "commit-msg", "").write_text(SERVES_ALL)


def _runs_parts(place: Repo) -> None:
    theirs(place, "one", "part", folder=".git/hooks/pre-commit.d")
    theirs(place, "pre-commit", "").write_text(RUNS_PARTS)


HOOKS = {
    "one for all": (_serves_all, ["pre-commit", "commit-msg .git/COMMIT_EDITMSG"]),
    "parts": (_runs_parts, ["part"]),
}


@pytest.mark.parametrize("name", HOOKS)
def test_they_run_as_before_and_nothing_stays(name: str, place: Repo) -> None:
    make, expected = HOOKS[name]
    make(place)
    commit(place, "--allow-empty", "-m", "without ours")
    assert seen(place) == expected
    before = content(place.path / ".git/hooks")
    install(str(place.path))
    commit(place, "--allow-empty", "-m", "x")
    assert (seen(place), message(place)) == (expected, "x\n\nCoord-Session: senior")
    uninstall(str(place.path))
    assert content(place.path / ".git/hooks") == before


def test_a_neighbour_that_came_later_is_found_after_the_next_install(place: Repo) -> None:
    theirs(place, "pre-commit", "").write_text(RUNS_PARTS)
    install(str(place.path))
    theirs(place, "one", "part", folder=".git/hooks/pre-commit.d")
    assert [one.change for one in install(str(place.path)).changes] == ["unchanged"] * 2
    commit(place, "--allow-empty", "-m", "x")
    assert seen(place) == ["part"]


def test_what_somebody_put_beside_the_links_stays(place: Repo) -> None:
    _serves_all(place)
    install(str(place.path))
    own = place.write(".git/hooks/before-coord-tui/notes")
    uninstall(str(place.path))
    assert os.listdir(own.parent) == ["notes"]


def test_when_ours_cannot_be_written_no_link_stays(place: Repo) -> None:
    _serves_all(place)
    (place.path / f".git/hooks/.pre-commit.{os.getpid()}").mkdir()
    before = content(place.path)
    with pytest.raises(EnvironmentFailed, match="pre-commit"):
        install(str(place.path))
    assert content(place.path) == before
