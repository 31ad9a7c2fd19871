"""Committing named paths while another git is at work, and after a kill."""

from pathlib import Path

import pytest

from coord_tui.adapters.committing import changes_of, commit_only, is_known, is_module
from coord_tui.adapters.git import Git, GitFailed
from coord_tui.adapters.locked_index import unhurried
from tests.repos import AWKWARD, Repo
from tests.untouched import fingerprint

LOCKED = b"fatal: Unable to create '/x/.git/index.lock': File exists."


def git(repo: Repo) -> Git:
    return Git(str(repo.path))


def test_what_a_commit_of_paths_would_change(repo: Repo) -> None:
    for name in ("kept", "deleted", "staged", "both"):
        repo.commit(name)
    (repo.path / "deleted").unlink()
    repo.write("staged", "x")
    repo.write("both", "x")
    repo.git("add", "staged", "both")
    repo.write("both", "y")
    repo.write(".git/info/exclude", "*.log\n")
    for name in (*AWKWARD, "x.log", "folder/file"):
        repo.write(name)
    repo.git("rm", "--quiet", "--cached", "README.md")
    asked = [*AWKWARD, "kept", "deleted", "staged", "both", "x.log", "folder", "README.md", "no"]
    assert changes_of(git(repo), asked) == dict.fromkeys(AWKWARD, "?") | {
        "deleted": "D", "staged": "M", "both": "M", "README.md": "D",
    }  # fmt: skip


def test_what_git_knows(repo: Repo) -> None:
    repo.write("added")
    repo.git("add", "added")
    repo.write("new")
    assert [is_known(git(repo), name) for name in ("README.md", "added", "new")] == [1, 1, 0]
    assert not is_module(git(repo), "README.md")


def test_a_new_file_that_a_killed_commit_left_is_taken_up_again(repo: Repo) -> None:
    repo.write("new")
    repo.git("add", "--intent-to-add", "new")
    assert changes_of(git(repo), ["new"]) == {"new": "A"}
    assert commit_only(git(repo), ["new"], [], "x", {}) == repo.head()


def test_another_git_that_writes_the_index_is_waited_for(repo: Repo) -> None:
    answers = [(128, b"", LOCKED), (128, b"", LOCKED), (0, b"done", b"")]
    assert unhurried(lambda: answers.pop(0)) == (0, b"done", b"")
    assert answers == []


def test_only_a_lock_is_waited_for(repo: Repo) -> None:
    answers = [(1, b"", b"fatal: no"), (0, b"", b"")]
    assert unhurried(lambda: answers.pop(0))[0] == 1


def test_a_lock_that_stays_is_named_and_nothing_is_changed(repo: Repo) -> None:
    lock = repo.write(".git/index.lock", "")
    repo.write("README.md", "mine\n")
    before = fingerprint(repo)
    with pytest.raises(GitFailed, match="if none runs there, remove that file"):
        commit_only(git(repo), ["README.md"], [], "x", {})
    lock.unlink()
    assert fingerprint(repo) == before


def test_a_disk_that_cannot_be_written_leaves_no_trace(repo: Repo, tmp_path: Path) -> None:
    repo.write("new", "mine\n")
    before = fingerprint(repo)
    objects = repo.path / ".git/objects"
    objects.rename(tmp_path / "objects")
    objects.write_text("no folder")
    with pytest.raises(GitFailed):
        commit_only(git(repo), ["new"], ["new"], "x", {})
    objects.unlink()
    (tmp_path / "objects").rename(objects)
    assert fingerprint(repo) == before
