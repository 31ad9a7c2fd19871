"""Which commits no remote's branch contains any more, in a real clone."""

from pathlib import Path

from coord_tui.adapters.git import Git
from coord_tui.adapters.taken_back import on_no_remote
from tests.repos import repository

NOWHERE = "c0ffee" + "0" * 34


def test_what_no_branch_of_a_remote_contains_is_on_none(tmp_path: Path) -> None:
    remote = repository(tmp_path / "remote")
    clone = remote.clone(tmp_path / "clone")
    begun, own = clone.head(), clone.commit("own", message="Own")
    on_top = clone.commit("more", message="More")
    git = Git(str(clone.path))
    assert on_no_remote(git, {begun, own, on_top, NOWHERE}) == {own, on_top, NOWHERE}
    assert on_no_remote(git, {own[:8], begun[:8]}) == {own[:8]}
    assert on_no_remote(git, ()) == frozenset()
    clone.git("push", "--quiet", "origin", f"{own}:refs/heads/topic")
    assert on_no_remote(git, {begun, own, on_top}) == {on_top}


def test_where_only_some_branches_are_fetched_nothing_is_said(tmp_path: Path) -> None:
    remote = repository(tmp_path / "remote")
    clone = remote.clone(tmp_path / "clone", "--single-branch")
    git = Git(str(clone.path))
    assert on_no_remote(git, {clone.commit("own"), NOWHERE}) == frozenset()
    clone.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
    assert on_no_remote(git, {NOWHERE}) == {NOWHERE}
