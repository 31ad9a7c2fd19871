"""Two repositories are of one project when a remote or recent history says so, and only then."""

import shutil
from pathlib import Path

import pytest

from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.same_project import address, same_project
from coord_tui.adapters.worktree_list import own_place
from tests.gits import Gits
from tests.repos import Repo, bare_remote, empty_repository, repository


def same(one: Repo, other: Repo) -> bool:
    places = [own_place(find_layout(str(repo.path))) for repo in (one, other)]
    return same_project(places[0], places[1])


def stranger(path: Path, url: str = "") -> Repo:
    """A repository with a commit that no other has."""
    repo = empty_repository(path)
    repo.commit(f"{path.name}.txt", message=path.name)
    if url:
        repo.git("remote", "add", "origin", url)
    return repo


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("https://Host.example/org/repo.git/", "https://host.example/org/repo"),
        ("https://user:word@host.example/org/repo", "https://host.example/org/repo"),
        ("https://host.example/org/Repo", "https://host.example/org/Repo"),
        ("git@host.example:org/repo.git", "git@host.example:org/repo"),
        ("/some/where.git", "/some/where"),
        ("/some/where/.git", "/some/where"),
        ("file:///some/w%20here/", "/some/w here"),
        ("../where.git", "/none/where"),
        ("", ""),
        (".git", "/none/top"),
        ("/", ""),
    ],
)
def test_an_address_is_written_in_one_way(url: str, normal: str) -> None:
    assert address(url, "/none/top") == normal


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("https://host/repo.git", "https://host/repo/", True),
        ("https://host/repo", "https://host/other", False),
        ("git@host:repo", "git@host:repo.git", True),
        ("../shared.git", "/TMP/shared", True),
        ("", "", False),
    ],
)
def test_who_has_the_same_remote_is_of_the_same_project(
    one: str, other: str, expected: bool, tmp_path: Path
) -> None:
    mine = stranger(tmp_path / "mine", one)
    theirs = stranger(tmp_path / "theirs", other.replace("/TMP", str(tmp_path)))
    assert same(mine, theirs) == same(theirs, mine) == expected


def test_any_remote_counts(tmp_path: Path) -> None:
    mine = stranger(tmp_path / "mine", "https://host/fork")
    mine.git("remote", "add", "up.stream", "https://host/repo")
    assert same(mine, stranger(tmp_path / "theirs", "https://host/repo"))


def test_who_is_the_others_remote_is_of_the_same_project(tmp_path: Path) -> None:
    mine = stranger(tmp_path / "mine")
    linked = mine.worktree(tmp_path / "linked", "topic")
    for url in (str(mine.path), f"{mine.path}/.git", mine.path.as_uri()):
        theirs = stranger(tmp_path / "theirs", url)
        assert same(mine, theirs)
        assert same(theirs, mine)
        assert same(linked, theirs)
        shutil.rmtree(theirs.path)


def test_who_shares_recent_history_is_of_the_same_project_though_both_went_on(
    tmp_path: Path,
) -> None:
    mine = repository(tmp_path / "mine")
    theirs = mine.clone(tmp_path / "theirs")
    theirs.git("remote", "remove", "origin")
    assert same(mine, theirs)
    mine.commit("a", message="A")
    assert same(mine, theirs)
    theirs.commit("b", message="B")
    assert same(mine, theirs)
    assert not same(mine, stranger(tmp_path / "other"))


def test_an_unborn_branch_and_a_repository_that_git_cannot_read_are_strangers(
    tmp_path: Path,
) -> None:
    mine = repository(tmp_path / "mine")
    unborn = empty_repository(tmp_path / "unborn")
    assert not same(mine, unborn)
    broken = stranger(tmp_path / "broken")
    (broken.path / ".git" / "config").write_text("[no config\n")
    assert not same(mine, broken)


def test_it_is_asked_again_only_after_a_commit_or_a_new_remote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare_remote(tmp_path / "remote.git")
    mine = stranger(tmp_path / "mine", "../remote.git")
    theirs = stranger(tmp_path / "theirs")
    gits = Gits(tmp_path, monkeypatch)
    assert not same(mine, theirs)
    gits.forget()
    assert not same(mine, theirs)
    assert gits.told() == []
    theirs.git("remote", "add", "origin", "../remote")
    assert same(mine, theirs)
    gits.forget()
    assert same(mine, theirs)
    assert gits.told() == []


def test_nothing_is_fetched_to_know(tmp_path: Path) -> None:
    """A clone without all objects would ask its remote for a commit that it lacks."""
    marker = tmp_path / "asked"
    remote = repository(tmp_path / "remote")
    remote.git("config", "uploadpack.allowFilter", "true")
    partial = remote.clone(tmp_path / "partial", "--filter=blob:none")
    partial.git("config", "remote.origin.uploadpack", f"touch {marker}; git-upload-pack")
    assert not same(stranger(tmp_path / "mine"), partial)
    assert not marker.exists()
