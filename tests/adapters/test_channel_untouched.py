"""Committing the channel touches nothing of the user's, whatever state the repository is in."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters.channel_branch import (
    commit_channel,
)
from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from tests.adapters.channels import BRANCH, append, channel_of, commit, lines_on
from tests.repos import AWKWARD, Repo, empty_repository, repository


def with_staged_and_changed_files(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "busy", *AWKWARD)
    repo.write("stashed")
    repo.git("stash", "--include-untracked")
    repo.write(AWKWARD[0], "staged\n")
    repo.git("add", "--all")
    repo.write(AWKWARD[0], "and changed again\n")
    repo.write("untracked")
    return repo


def unborn(tmp_path: Path) -> Repo:
    repo = empty_repository(tmp_path / "unborn")
    repo.write("staged")
    repo.git("add", "staged")
    return repo


def detached(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "detached")
    repo.git("checkout", "--quiet", "--detach")
    return repo


def two_sides(path: Path) -> Repo:
    """A repository whose branches `main` and `side` conflict."""
    repo = repository(path, "file")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.write("file", "side\n")
    repo.commit("file")
    repo.git("checkout", "--quiet", "main")
    repo.write("file", "main\n")
    repo.commit("file")
    return repo


def conflicting(repo: Repo, command: str) -> Repo:
    arguments = ["git", "-C", str(repo.path), command, "side"]
    assert subprocess.run(arguments, capture_output=True).returncode == 1
    return repo


def mid_merge(tmp_path: Path) -> Repo:
    return conflicting(two_sides(tmp_path / "merging"), "merge")


def mid_rebase(tmp_path: Path) -> Repo:
    return conflicting(two_sides(tmp_path / "rebasing"), "rebase")


def linked_worktree(tmp_path: Path) -> Repo:
    return repository(tmp_path / "main").worktree(tmp_path / "linked", "side")


def shallow(tmp_path: Path) -> Repo:
    origin = repository(tmp_path / "deep")
    origin.commit("second")
    return origin.clone(tmp_path / "shallow", "--depth=1")


def awkward_folder(tmp_path: Path) -> Repo:
    return repository(tmp_path / "a space\nand a line [/] 🎈")


def signing_and_hooked(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "hooked")
    repo.git("config", "commit.gpgSign", "true")
    repo.git("config", "gpg.program", "false")
    for name in ("pre-commit", "commit-msg", "post-commit", "reference-transaction", "update"):
        repo.hook(name, 'touch "$GIT_DIR/ran" ran; exit 1')
    return repo


STATES = (
    with_staged_and_changed_files, unborn, detached, mid_merge, mid_rebase, linked_worktree,
    shallow, awkward_folder, signing_and_hooked,
)  # fmt: skip


def of_the_user(repo: Repo) -> dict[str, object]:
    """Everything that a commit of the channel must leave as it is, except the branch itself."""
    git_dir = Path(find_layout(str(repo.path)).git_dir)
    files = {
        str(file.relative_to(repo.path)): file.read_bytes()
        for file in repo.path.rglob("*")
        if file.is_file() and ".git" not in file.relative_to(repo.path).parts
    }
    names = ("index", "HEAD", "logs/HEAD", "ORIG_HEAD", "MERGE_HEAD", "config", "FETCH_HEAD")
    state = {name: (git_dir / name).read_bytes() for name in names if (git_dir / name).exists()}
    return {
        "files": files,
        "state": state,
        "status": repo.git("--no-optional-locks", "status", "--porcelain=v2", "--branch"),
        "worktrees": repo.git("worktree", "list", "--porcelain"),
        "stash": repo.git("stash", "list"),
        "refs": [r for r in repo.git("for-each-ref").splitlines() if not r.endswith(BRANCH)],
    }


@pytest.mark.parametrize("make", STATES)
def test_nothing_of_the_user_s_is_touched(make: Callable[[Path], Repo], tmp_path: Path) -> None:
    repo = make(tmp_path)
    before = of_the_user(repo)
    for line in ("one", "two"):
        append(repo, line)
        assert commit(repo)
    assert of_the_user(repo) == before
    assert lines_on(repo) == ["one", "two"]


def test_inside_a_hook_the_commit_s_own_surroundings_do_not_matter(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(repo, "one")
    channel, git_dir = channel_of(repo), str(repo.path / ".git")
    monkeypatch.setenv("GIT_DIR", git_dir)
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "temporary-index"))
    monkeypatch.setenv("GIT_AUTHOR_DATE", "1999-01-01T00:00:00Z")
    git = Git.of(find_layout(str(repo.path)))
    made = commit_channel(channel, git, "coord", "from a hook")
    assert made
    assert not (tmp_path / "temporary-index").exists()
    assert repo.git("log", "-1", "--format=%as", made.tip.sha) != "1999-01-01"
