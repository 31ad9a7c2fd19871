"""Committing named paths while another git is at work, and after a kill."""

from pathlib import Path

import pytest

from coord_tui.adapters.committing import changes_of, commit_only, is_known, is_module
from coord_tui.adapters.git import Git, GitFailed
from coord_tui.adapters.locked_index import unhurried
from coord_tui.errors import Refused
from tests.repos import AWKWARD, Repo
from tests.untouched import fingerprint

MAIN = "refs/heads/main"
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
        "deleted": ".D", "staged": "M.", "both": "MM", "README.md": "D.",
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
    assert changes_of(git(repo), ["new"]) == {"new": ".A"}
    assert commit_only(git(repo), MAIN, ["new"], "x", {}) == repo.head()


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
        commit_only(git(repo), MAIN, ["README.md"], "x", {})
    lock.unlink()
    assert fingerprint(repo) == before


def test_a_disk_that_cannot_be_written_leaves_no_trace(repo: Repo, tmp_path: Path) -> None:
    repo.write("new", "mine\n")
    before = fingerprint(repo)
    objects = repo.path / ".git/objects"
    objects.rename(tmp_path / "objects")
    objects.write_text("no folder")
    with pytest.raises(GitFailed):
        commit_only(git(repo), MAIN, ["new"], "x", {})
    objects.unlink()
    (tmp_path / "objects").rename(objects)
    assert fingerprint(repo) == before


def as_folder(repo: Repo) -> list[str]:
    """A file that is staged, and on the disk a folder in its place."""
    repo.commit("f")
    repo.write("f", "staged\n")
    repo.git("add", "f")
    (repo.path / "f").unlink()
    repo.write("f/n", "mine\n")
    return ["f/n"]


def as_file(repo: Repo) -> list[str]:
    """A folder in the index, and on the disk a file in its place."""
    repo.commit("f/x", "f/y")
    for name in ("x", "y"):
        (repo.path / "f" / name).unlink()
    (repo.path / "f").rmdir()
    repo.write("f", "mine\n")
    return ["f"]


def as_file_once_more(repo: Repo) -> list[str]:
    """The same; another has removed the file from the index and put a folder there."""
    repo.commit("f")
    repo.git("rm", "--quiet", "f")
    repo.write("f/x", "staged\n")
    repo.git("add", "f/x")
    (repo.path / "f/x").unlink()
    (repo.path / "f").rmdir()
    repo.write("f", "mine\n")
    return ["f"]


REPLACED = {
    "a folder for a file": (as_folder, ["f"]),
    "a file for a folder": (as_file, ["f/x", "f/y"]),
    "a file for a staged folder": (as_file_once_more, ["f/x"]),
}


@pytest.mark.parametrize("case", REPLACED)
def test_what_takes_the_place_of_another_path_is_committed_with_that_or_not_at_all(
    case: str, repo: Repo
) -> None:
    prepare, others = REPLACED[case]
    paths = prepare(repo)
    before, head = fingerprint(repo), repo.head()
    with pytest.raises(Refused, match=f"{paths[0]} takes the place of {', '.join(others)}: name"):
        commit_only(git(repo), MAIN, paths, "x", {})
    assert fingerprint(repo) == before
    repo.hook("pre-commit", "exit 1")
    with pytest.raises(Refused, match="git commit stopped without a word: a hook of yours"):
        commit_only(git(repo), MAIN, [*paths, *others], "x", {})
    assert fingerprint(repo) == before
    (repo.path / ".git/hooks/pre-commit").unlink()
    assert commit_only(git(repo), MAIN, [*paths, *others], "x", {}) == repo.head()
    assert repo.git("rev-parse", "HEAD~1") == head
    assert repo.git("status", "--porcelain") == ""


def test_what_another_staged_of_a_new_file_meanwhile_stays_staged(repo: Repo) -> None:
    repo.write("new", "mine\n")
    repo.write("newer", "mine\n")
    blob = repo.git("hash-object", "-w", "--stdin", input="another's\n")
    real = "env -u GIT_INDEX_FILE git update-index --index-info"
    lock = "rm -f .git/index.lock"  # as if it came between two of git's own steps
    repo.hook("pre-commit", f"{lock}; printf '100644 {blob} 0\\tnew\\n' | {real}; exit 1")
    with pytest.raises(Refused):
        commit_only(git(repo), MAIN, ["new", "newer"], "x", {})
    assert repo.git("ls-files", "--stage", "--", "new", "newer") == f"100644 {blob} 0\tnew"


def test_what_another_staged_just_before_is_not_taken_for_new(repo: Repo) -> None:
    repo.write("new", "mine\n")
    assert changes_of(git(repo), ["new"]) == {"new": "?"}
    repo.git("add", "new")
    before = fingerprint(repo)
    repo.hook("pre-commit", "exit 1")
    with pytest.raises(Refused):
        commit_only(git(repo), MAIN, ["new"], "x", {})
    assert fingerprint(repo) == before


def test_a_hook_speaks_the_users_own_language(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    repo.write("README.md", "mine\n")
    repo.hook("pre-commit", 'echo "${LC_ALL:-$LANG} $LC_MESSAGES" >&2; exit 1')
    with pytest.raises(Refused, match=r"says no: de_DE\.UTF-8 C$"):
        commit_only(git(repo), MAIN, ["README.md"], "x", {})
