import os

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.settings import Settings
from tests.repos import Repo


def settings(repo: Repo) -> Settings:
    return Settings(Git(str(repo.path)))


def test_the_email_is_the_one_that_a_commit_would_carry(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings(repo).email == "senior@example.com"
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "agent@example.com")
    assert settings(repo).email == "agent@example.com"
    monkeypatch.delenv("GIT_AUTHOR_EMAIL")
    repo.git("config", "author.email", "author@example.com")
    assert settings(repo).email == "author@example.com"
    repo.git("config", "--unset", "author.email")
    repo.git("config", "--unset", "user.email")
    assert settings(repo).email == ""


@pytest.mark.parametrize(
    ("value", "signs"),
    [("true", True), ("YES", True), ("1", True), ("false", False), ("", True), ("no", False)],
)
def test_commits_are_signed_when_git_would_sign_them(repo: Repo, value: str, signs: bool) -> None:
    assert not settings(repo).signs
    if value:
        repo.git("config", "commit.gpgsign", value)
    else:  # a key without a value means yes
        with open(repo.path / ".git/config", "a") as file:
            file.write("[commit]\n\tgpgsign\n")
    assert settings(repo).signs is signs


def test_a_remote_has_an_address_by_its_own_name(repo: Repo) -> None:
    assert settings(repo).url("origin") == ""
    repo.git("remote", "add", "origin", "/srv/one.git")
    repo.git("remote", "add", "up.stream", "/srv/two.git")
    assert settings(repo).url("origin") == "/srv/one.git"
    assert settings(repo).url("up.stream") == "/srv/two.git"
    assert settings(repo).url("stream") == ""


def test_the_configuration_is_read_once(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings(repo)
    assert found.email
    monkeypatch.setenv("PATH", os.devnull)
    assert found.email == "senior@example.com"
    assert not found.signs
