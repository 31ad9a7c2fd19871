"""Whether HEAD has a commit, in every state of a repository."""

from pathlib import Path

import pytest

from coord_tui.adapters.contained import Contained
from coord_tui.adapters.layout import find_layout
from coord_tui.errors import EnvironmentFailed
from tests.repos import Repo, empty_repository, repository


def contained(repo: Repo) -> Contained:
    return Contained(find_layout(str(repo.path)))


def test_head_has_its_ancestors_and_no_others(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r")
    first = repo.head()
    second = repo.commit("a.py")
    repo.git("checkout", "--quiet", "-b", "side", first)
    side = repo.commit("b.py")
    has = contained(repo)

    assert [has(one) for one in (first, first[:7], side)] == [True, True, True]
    assert [has(one) for one in (second, "f" * 40, "abc", "--all", "")] == [False] * 5


def test_what_is_being_merged_counts(tmp_path: Path) -> None:
    repo = repository(tmp_path / "r")
    repo.git("checkout", "--quiet", "-b", "side")
    side = repo.commit("b.py")
    repo.git("checkout", "--quiet", "main")
    repo.commit("a.py")
    assert not contained(repo)(side)
    repo.git("merge", "--quiet", "--no-commit", "--no-ff", "side")
    assert contained(repo)(side)


def test_a_branch_without_a_commit_has_none(tmp_path: Path) -> None:
    other = repository(tmp_path / "o").head()
    assert not contained(empty_repository(tmp_path / "r"))(other)


def test_git_is_asked_once_for_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = repository(tmp_path / "r")
    has, head = contained(repo), repo.head()
    assert has(head)
    monkeypatch.setenv("PATH", "/nowhere")
    assert has(head)
    with pytest.raises(EnvironmentFailed, match="no git"):
        has("f" * 40)
