"""Which names are commits, asked of real repositories."""

import pytest

from coord_tui.adapters.commits import commit_sha, known_commits
from coord_tui.adapters.git import Git
from tests.repos import Repo, empty_repository


def git(repo: Repo) -> Git:
    return Git(str(repo.path))


@pytest.mark.parametrize(
    "name", ["HEAD", "main", "v1", "light", "HEAD@{0}", "HEAD^{/Begin}", "SHA"]
)
def test_whatever_means_a_commit_gives_its_full_sha(repo: Repo, name: str) -> None:
    repo.git("tag", "--annotate", "--message", "one", "v1")
    repo.git("tag", "light")
    assert commit_sha(git(repo), name.replace("SHA", repo.head())) == repo.head()


NO_COMMITS = [
    "", " ", "nothing", "--all", "-1", "--end-of-options", "HEAD^{tree}", "HEAD:README.md",
    "HEAD HEAD", "HEAD..HEAD", "^HEAD", "HEAD\nHEAD", "HEAD\0", "HEAD\r", "0" * 40, "f" * 39,
    "[/]", "naïve 🎈", "\udcff",
]  # fmt: skip


@pytest.mark.parametrize("name", NO_COMMITS)
def test_what_is_no_commit_is_none(repo: Repo, name: str) -> None:
    assert commit_sha(git(repo), name) is None


def test_a_file_and_its_tree_are_no_commits(repo: Repo) -> None:
    blob = repo.git("rev-parse", "HEAD:README.md")
    tree = repo.git("rev-parse", "HEAD^{tree}")
    assert known_commits(git(repo), [blob, tree, repo.head()]) == {repo.head()}


def test_an_unborn_branch_has_no_commit(tmp_path_factory: pytest.TempPathFactory) -> None:
    repo = empty_repository(tmp_path_factory.mktemp("new"))
    assert commit_sha(git(repo), "HEAD") is None


def test_many_names_are_asked_at_once_and_bad_ones_hide_none(repo: Repo) -> None:
    first = repo.head()
    second = repo.commit("a")
    names = [first[:8], *NO_COMMITS, second, second, *(f"{n:040x}" for n in range(5000)), "main"]
    assert known_commits(git(repo), names) == {first[:8], second, "main"}
    assert known_commits(git(repo), []) == set()
