"""A clone without a live channel takes the one that git has, and nothing that is none."""

from pathlib import Path

import pytest

from coord_tui.adapters.channel_branch import seed
from coord_tui.adapters.channel_tip import ROOTS, BranchTaken
from coord_tui.adapters.git import Git
from tests.adapters.channels import (
    BRANCH,
    append,
    branch_of_work,
    channel_of,
    commit,
    lines_on,
    put_on_the_branch,
    root_of,
)
from tests.repos import Repo


def seeded(repo: Repo) -> str:
    return seed(channel_of(repo), Git(str(repo.path)), "coord", "origin")


def test_a_new_clone_takes_the_remote_s_channel(repo: Repo, tmp_path: Path) -> None:
    append(repo, "one", "two")
    commit(repo)
    clone = repo.clone(tmp_path / "clone")
    assert seeded(clone) == "origin/coord"
    assert channel_of(clone).read() == b"one\ntwo\n"
    assert clone.git("rev-parse", BRANCH) == repo.git("rev-parse", BRANCH)
    append(clone, "three")
    commit(clone)
    assert clone.git("rev-parse", f"{BRANCH}~") == repo.git("rev-parse", BRANCH)
    assert not seeded(clone)


def test_a_shallow_clone_takes_it_too(repo: Repo, tmp_path: Path) -> None:
    for line in ("one", "two"):
        append(repo, line)
        commit(repo)
    clone = repo.clone(tmp_path / "clone", "--depth=1", "--no-single-branch")
    assert root_of(clone, "refs/remotes/origin/coord") not in ROOTS
    assert seeded(clone)
    append(clone, "three")
    assert commit(clone)
    assert lines_on(clone) == ["one", "two", "three"]


def test_what_a_partial_clone_lacks_is_not_asked_for(repo: Repo, tmp_path: Path) -> None:
    append(repo, "one")
    commit(repo)
    repo.write("another", "nowhere else\n")
    put_on_the_branch(repo, "another")
    repo.git("config", "uploadpack.allowFilter", "true")
    clone = repo.clone(tmp_path / "clone", "--filter=blob:none")
    assert seeded(clone)
    assert commit(clone) is None
    repo.path.rename(tmp_path / "away")
    append(clone, "two")
    assert commit(clone)
    assert lines_on(clone) == ["one", "two"]


def test_the_clone_s_own_branch_comes_first(repo: Repo, tmp_path: Path) -> None:
    append(repo, "one")
    commit(repo)
    clone = repo.clone(tmp_path / "clone")
    append(clone, "mine")
    commit(clone)
    mine = clone.git("rev-parse", BRANCH)
    Path(channel_of(clone).path).unlink()
    assert seeded(clone)
    assert channel_of(clone).read() == b"mine\n"
    assert clone.git("rev-parse", BRANCH) == mine


def test_without_a_channel_anywhere_there_is_nothing_to_take(repo: Repo) -> None:
    assert not seeded(repo)
    assert not Path(channel_of(repo).folder).exists()


def test_a_remote_s_branch_of_something_else_is_refused(repo: Repo, tmp_path: Path) -> None:
    branch_of_work(repo)
    clone = repo.clone(tmp_path / "clone")
    with pytest.raises(BranchTaken, match=r"'origin/coord' holds something else"):
        seeded(clone)
    assert not channel_of(clone).exists()
    assert clone.git("for-each-ref", BRANCH) == ""


def test_where_the_branch_cannot_begin_its_lines_are_taken_all_the_same(
    repo: Repo, tmp_path: Path
) -> None:
    append(repo, "one")
    commit(repo)
    unborn, below = repo.clone(tmp_path / "unborn"), repo.clone(tmp_path / "below")
    unborn.git("symbolic-ref", "HEAD", BRANCH)
    below.git("branch", "coord/work")
    for clone in (unborn, below):
        before = clone.git("for-each-ref")
        assert seeded(clone)
        assert channel_of(clone).read() == b"one\n"
        assert clone.git("for-each-ref") == before
