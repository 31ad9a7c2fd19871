"""Which paths git tracks and which folders are watched, on real repositories."""

from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.tracked import tracked_paths, watched_folders
from coord_tui.errors import EnvironmentFailed
from tests.repos import AWKWARD, Repo, empty_repository, repository

NAMES = (*AWKWARD, "not \udcff utf-8", "-dash")


def folders(repo: Repo) -> list[str]:
    """The watched folders, relative to the top, which is `.`."""
    found = watched_folders(Git(str(repo.path)), str(repo.path))
    return [str(Path(folder).relative_to(repo.path)) for folder in found]


def test_every_tracked_path_comes_back_as_it_is(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "repo")
    assert tracked_paths(Git(str(repo.path))) == ()
    for name in NAMES:
        repo.write(name)
    repo.git("add", "--all")
    repo.write("untracked")
    assert sorted(tracked_paths(Git(str(repo.path)))) == sorted(NAMES)


def test_a_path_in_conflict_comes_once(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "other")
    repo.write("README.md", "other\n")
    repo.commit("README.md")
    repo.git("checkout", "-q", "main")
    repo.write("README.md", "main\n")
    repo.commit("README.md")
    with pytest.raises(AssertionError):
        repo.git("merge", "other")
    assert tracked_paths(Git(str(repo.path))) == ("README.md",)


def test_no_repository_is_a_clear_failure(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed):
        tracked_paths(Git(str(tmp_path)))


def test_the_top_is_watched_even_when_nothing_is_there(tmp_path: Path) -> None:
    assert folders(empty_repository(tmp_path / "repo")) == ["."]


def test_folders_that_git_ignores_are_not_watched(repo: Repo) -> None:
    repo.write(".gitignore", "node_modules/\nbuild\n/new/out/\n")
    repo.commit("src/app/[id]/page.tsx")
    repo.write("src/build/forced/kept.txt")
    repo.git("add", "--force", "src/build/forced/kept.txt")
    for name in (
        "node_modules/a/b",
        "src/node_modules/x",
        "src/build/x/y",
        "new/out/x",
        "new/in/x",
    ):
        repo.write(name)
    assert folders(repo) == [
        ".", "new", "new/in",
        "src", "src/app", "src/app/[id]", "src/build", "src/build/forced",
    ]  # fmt: skip


def test_empty_folders_are_watched_at_any_depth(repo: Repo) -> None:
    repo.commit("src/a")
    for name in ("src/empty/deeper", "new/empty", "new/with space/two\nlines"):
        (repo.path / name).mkdir(parents=True)
    repo.write("new/file")
    assert folders(repo) == [
        ".", "new", "new/empty", "new/with space", "new/with space/two\nlines",
        "src", "src/empty", "src/empty/deeper",
    ]  # fmt: skip


def test_of_other_repositories_only_the_top_is_watched_and_nothing_behind_links(
    repo: Repo, tmp_path: Path
) -> None:
    repo.commit("gone/a", "kept/a")
    repo.worktree(repo.path / "trees" / "other", "other")
    repository(repo.path / "nested", "deep/file")
    (repo.path / "new").mkdir()
    (repo.path / "new" / "link").symlink_to(tmp_path, target_is_directory=True)
    (repo.path / "gone" / "a").unlink()
    (repo.path / "gone").rmdir()
    assert folders(repo) == [".", "kept", "nested", "new", "trees", "trees/other"]
