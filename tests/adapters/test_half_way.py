"""What git leaves behind when it is stopped while it writes files."""

from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.half_way import HalfWay, half_way, overlooked
from coord_tui.adapters.in_the_way import steps
from tests.repos import Repo

NAMES = ("changed", "deleted", "two\nlines", "naïve [x]", "gone", "mine", "staged")


@pytest.fixture
def apart(repo: Repo) -> tuple[Repo, str, str]:
    """A repository at the first of two commits, which differ in every file."""
    first = repo.commit(*NAMES)
    for name in NAMES:
        repo.write(name, "theirs\n")
    (repo.path / "link").symlink_to("mine")
    (repo.path / "gone").unlink()
    second = repo.commit(*(name for name in NAMES if name != "gone"), "gone", "new", "link")
    repo.git("rm", "--quiet", "gone")
    repo.git("commit", "--quiet", "--amend", "--no-edit")
    second = repo.head()
    repo.git("reset", "--quiet", "--hard", first)
    return repo, first, second


def test_what_is_missing_or_as_the_second_commit_has_it(apart: tuple[Repo, str, str]) -> None:
    repo, first, second = apart
    git = Git(str(repo.path))
    way = steps(git, first, second)
    assert half_way(git, way) == HalfWay()
    for name in ("changed", "naïve [x]", "new", "staged"):
        repo.write(name, "theirs\n" if name != "new" else "text\n")
    repo.git("add", "staged")
    (repo.path / "link").symlink_to("mine")
    for name in ("deleted", "gone"):
        (repo.path / name).unlink()
    repo.write("mine", "mine\n")
    assert half_way(git, way) == HalfWay(
        ("changed", "deleted", "gone", "naïve [x]"), ("link", "new")
    )


def test_what_is_half_written_is_not_taken_for_anything(apart: tuple[Repo, str, str]) -> None:
    repo, first, second = apart
    repo.write("changed", "the")
    repo.write("new", "te")
    git = Git(str(repo.path))
    assert half_way(git, steps(git, first, second)) == HalfWay()


def test_what_git_is_told_to_overlook(repo: Repo, tmp_path: Path) -> None:
    repo.commit("a", "b", "c")
    repo.git("update-index", "--assume-unchanged", "a")
    repo.git("update-index", "--skip-worktree", "b")
    found = overlooked(Git(str(repo.path)), ["a", "b", "c", "nowhere"])
    assert found == {"a": "--no-assume-unchanged", "b": "--no-skip-worktree"}
