"""The working trees of real clones, however they lie, and those that a plan names."""

import shutil
from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.worktree_list import TreePlace, list_trees, listing, parse_worktrees
from tests.repos import Repo, bare_remote, empty_repository, repository


def listed(repo: Repo, *named: str) -> tuple[TreePlace, ...]:
    return list_trees(Git(str(repo.path)), find_layout(str(repo.path)), named)


def tops(repo: Repo, *named: str) -> list[str]:
    return [Path(place.top).name for place in listed(repo, *named)]


@pytest.mark.parametrize(
    ("printed", "folders"),
    [
        ("worktree /a\0HEAD 1\0branch refs/heads/main\0\0", ["/a"]),
        ("worktree /a\0HEAD 1\0detached\0\0worktree /b c\n\0HEAD 1\0\0", ["/a", "/b c\n"]),
        ("worktree /a.git\0bare\0\0worktree /b\0HEAD 1\0\0", ["/b"]),
        ("worktree /a\0HEAD 1\0\0worktree /b\0HEAD 1\0prunable gitdir is gone\0\0", ["/a"]),
        ("worktree /a\0HEAD 1\0locked\0\0worktree /b\0locked why\0\0", ["/a", "/b"]),
        ("worktree /\udcff\0HEAD 1\0\0", ["/\udcff"]),
        ("", []),
        ("worktree \0\0nothing\0\0", []),
    ],
)
def test_what_git_prints_is_read(printed: str, folders: list[str]) -> None:
    assert parse_worktrees(printed.encode("utf-8", "surrogateescape")) == folders
    if "\n" not in printed:
        lines = printed.replace("\0", "\n").encode("utf-8", "surrogateescape")
        assert parse_worktrees(lines, "\n") == folders


def test_a_clone_alone_is_its_own_only_tree(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    dot_git = f"{repo.path}/.git"
    assert listed(repo) == (TreePlace(str(repo.path), dot_git, dot_git),)


def test_the_readers_own_tree_comes_first_wherever_it_stands(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    one = repo.worktree(tmp_path / "one [x]", "one")
    two = repo.worktree(repo.path / "in" / "two\nlines", "two")
    assert tops(repo) == ["repo", "one [x]", "two\nlines"]
    assert tops(one) == ["one [x]", "repo", "two\nlines"]
    place = listed(two)[0]
    assert place.common_dir == f"{repo.path}/.git"
    assert Path(place.git_dir).parent == repo.path / ".git/worktrees"
    assert not any(place.elsewhere for place in listed(two))


def test_trees_that_are_gone_or_broken_are_left_out(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    for name in ("gone", "broken", "kept"):
        repo.worktree(tmp_path / name, name)
    shutil.rmtree(tmp_path / "gone")
    (tmp_path / "broken" / ".git").write_text("gitdir: /nowhere\n")
    assert tops(repo) == ["repo", "kept"]


def test_a_bare_repository_with_linked_trees_lists_those(tmp_path: Path) -> None:
    repository(tmp_path / "repo").git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    bare = Repo(tmp_path / "bare.git")
    bare.git("worktree", "add", "-q", str(tmp_path / "one"), "main")
    bare.git("worktree", "add", "-q", "-b", "two", str(tmp_path / "two"))
    assert tops(Repo(tmp_path / "two"), "../one") == ["two", "one"]


def test_a_tree_reached_by_a_link_comes_once(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    one = repo.worktree(tmp_path / "one", "one")
    (tmp_path / "link").symlink_to(one.path)
    assert tops(repo, ".", "../link", "../one", str(one.path)) == ["repo", "one"]
    assert tops(Repo(tmp_path / "link")) == ["one", "repo"]


def test_trees_that_the_plan_names_are_found_from_the_main_tree_or_the_readers_own(
    tmp_path: Path,
) -> None:
    repo = repository(tmp_path / "repo")
    junior = repo.clone(tmp_path / "junior")
    linked = junior.worktree(tmp_path / "linked", "linked")
    one = repo.worktree(tmp_path / "deep" / "one", "one")
    beside = repo.clone(tmp_path / "deep" / "beside")
    for reader in (repo, one):
        found = listed(reader, "../junior", "../linked", "", ".")
        assert {place.top for place in found if place.elsewhere} == {
            str(junior.path),
            str(linked.path),
        }
    assert tops(one, "../beside") == ["one", "repo", "beside"]
    assert tops(repo, "../beside") == ["repo", "one"]
    assert listed(one, "../beside")[-1].top == str(beside.path)


def test_named_folders_without_a_tree_are_awaited(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    (tmp_path / "plain").mkdir()
    bare_remote(tmp_path / "bare.git")
    (repo.path / "below").mkdir()
    names = ("../plain", "../none", "../bare.git", "below", "no\0name")
    found = listing(Git(str(repo.path)), find_layout(str(repo.path)), names)
    assert found.places == listed(repo)
    assert found.awaited == (
        str(tmp_path / "plain"),
        str(tmp_path / "none"),
        str(tmp_path / "bare.git"),
        str(repo.path / "below"),
    )


def test_a_place_keeps_the_names_that_mean_it(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    repo.worktree(tmp_path / "one", "one")
    repo.clone(tmp_path / "junior")
    found = listed(repo, "../one", "../junior/", "../one/.", "../none", "../junior/")
    assert {Path(place.top).name: place.named for place in found} == {
        "repo": (),
        "one": ("../one", "../one/."),
        "junior": ("../junior/",),
    }


def test_a_repository_of_another_project_is_strange_and_awaited(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    private = empty_repository(tmp_path / "private")
    private.commit("diary")
    found = listing(Git(str(repo.path)), find_layout(str(repo.path)), ("../private", "../none"))
    assert found.places == listed(repo)
    assert found.strange == (str(private.path),)
    assert found.awaited == (str(private.path), str(tmp_path / "none"))


def test_inside_a_tree_of_the_clone_only_its_linked_trees_count(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    linked = repo.worktree(repo.path / "in" / "linked", "linked")
    repo.clone(repo.path / "in" / "clone")
    repo.clone(linked.path / "clone")
    names = ("in/clone", "in/linked", "in/linked/clone", ".git", "in")
    assert tops(repo, *names) == ["repo", "linked"]
    assert tops(linked, *names) == ["linked", "repo"]


def test_what_only_looks_like_a_repository_is_none(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    (tmp_path / "bare").mkdir()
    for name in ("HEAD", "config", "objects", "refs"):
        (tmp_path / "bare" / name).symlink_to(repo.path / ".git" / name)
    (tmp_path / "bare" / ".git").mkdir()
    assert tops(repo, "../bare") == ["repo"]
