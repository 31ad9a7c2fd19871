"""The watch when its folders come and go, or it cannot go on: nothing is lost on the way."""

import asyncio
import shutil
from contextlib import aclosing
from pathlib import Path

import pytest
from watchfiles._rust_notify import RustNotify

from coord_tui.adapters import watch as watch_module
from coord_tui.adapters.watch import watch
from coord_tui.core import changed
from tests.adapters.watching import Reports, following, report, roots, until, watching
from tests.repos import Repo, repository


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "repo", "coord.yaml", "src/a.py")
    repo.write(".git/coord/channel.jsonl", "")
    return repo


def tree(repo: Repo) -> changed.Change:
    return changed.tree(str(repo.path))


def file(repo: Repo, path: str) -> changed.Change:
    return changed.file(str(repo.path), path)


async def told_of(reports: Reports, path: str) -> changed.Change:
    """What is told of that file: the first that names it, with its tree."""
    while True:
        for change in (await report(reports)).changed:
            if change.path == path:
                return change


async def test_a_while_after_a_file_was_reported_its_tree_is_reported_whole(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coord_tui.adapters.watch.SURE", 20)
    async with aclosing(watch(roots(repo), asyncio.Event())) as reports:
        await report(reports)
        repo.write("src/a.py", "new\n")
        assert (await report(reports)).changed == {file(repo, "src/a.py")}
        assert (await report(reports)).changed == {tree(repo)}
        repo.write(".git/coord/channel.jsonl", "{}\n")
        assert (await report(reports)).changed == {changed.CHANNEL}
        assert (await report(reports)).changed == {tree(repo)}, "a file may have been forgotten"


async def test_a_tree_in_which_something_always_changes_is_reported_whole_now_and_then(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coord_tui.adapters.watch.SURE", 200)
    async with aclosing(watch(roots(repo), asyncio.Event())) as reports:
        await report(reports)
        number = 0
        told: changed.Changed = frozenset()
        while tree(repo) not in told:
            number += 1
            repo.write("src/a.py", f"{number}\n")
            told = (await report(reports)).changed
        assert number > 1


async def test_an_ignored_folder_is_watched_soon_after_git_tracks_a_file_in_it(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coord_tui.adapters.watch.SURE", 20)
    repo.write(".gitignore", "out/\n")
    repo.write("out/kept/a")
    repo.write("out/other/a")
    async with watching(repo) as reports:
        assert (await report(reports)).changed == {tree(repo)}, "settled"
        repo.git("add", "--force", "out/kept/a")
        assert (await report(reports)).changed == {tree(repo)}
        assert (await report(reports)).changed == {tree(repo)}, "watched from here on"
        repo.write("out/other/a", "new\n")
        repo.write("out/kept/a", "new\n")
        assert (await report(reports)).changed == {file(repo, "out/kept/a")}


async def test_a_file_that_becomes_a_folder_and_back_is_followed(repo: Repo) -> None:
    async with watching(repo) as reports:
        (repo.path / "src/a.py").unlink()
        repo.write("src/a.py/deep/b")
        await until(reports, "tree")
        repo.write("src/a.py/deep/b", "new\n")
        assert await told_of(reports, "src/a.py/deep/b") == file(repo, "src/a.py/deep/b")
        shutil.rmtree(repo.path / "src/a.py")
        repo.write("src/a.py")
        assert await told_of(reports, "src/a.py") == file(repo, "src/a.py")
        (repo.path / "src/a.py").unlink()
        repo.write("src/a.py/deep/b")
        await until(reports, "tree")
        repo.write("src/a.py/deep/b", "new\n")
        assert await told_of(reports, "src/a.py/deep/b") == file(repo, "src/a.py/deep/b")


async def test_folders_that_change_places_are_watched_under_their_new_names(repo: Repo) -> None:
    repo.write("one/in/a")
    repo.write("two/in/b")
    async with watching(repo) as reports:
        (repo.path / "one").rename(repo.path / "three")
        (repo.path / "two").rename(repo.path / "one")
        (repo.path / "three").rename(repo.path / "two")
        await until(reports, "tree")
        for path in ("one/in/b", "two/in/a"):
            repo.write(path, "new\n")
            assert await told_of(reports, path) == file(repo, path)


async def test_a_repository_inside_is_told_of_when_it_comes_and_goes(repo: Repo) -> None:
    async with watching(repo) as reports:
        repository(repo.path / "inside/it", "a")
        await until(reports, "tree")
        shutil.rmtree(repo.path / "inside/it/.git")
        await until(reports, "tree")
        repo.write("inside/it/a", "new\n")
        assert await told_of(reports, "inside/it/a") == file(repo, "inside/it/a")


async def test_what_happens_in_a_submodule_is_told_of(repo: Repo, tmp_path: Path) -> None:
    library = repository(tmp_path / "library", "deep/a")
    allowed = ("-c", "protocol.file.allow=always")
    repo.git(*allowed, "submodule", "--quiet", "add", str(library.path), "sub")
    repo.commit()
    module = Repo(repo.path / "sub")
    module.identify()
    async with watching(repo) as reports:
        module.write("deep/a", "new\n")
        assert await told_of(reports, "sub/deep/a") == file(repo, "sub/deep/a")
        module.git("commit", "-q", "--all", "--message", "Change")
        assert tree(repo) in (await report(reports)).changed


async def test_when_two_watches_are_more_than_the_system_allows_one_takes_the_others_place(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    armed = watch_module._armed

    def refused_once(folders: frozenset[str]) -> RustNotify:
        monkeypatch.setattr(watch_module, "_armed", armed)
        raise OSError(24, "Too many open files")

    async with watching(repo) as reports:
        monkeypatch.setattr(watch_module, "_armed", refused_once)
        repo.write("new/a")
        await until(reports, "trees")
        repo.write("new/a", "new\n")
        assert await told_of(reports, "new/a") == file(repo, "new/a")
        assert watch_module._armed is armed, "it was refused once"


async def test_a_first_fetch_makes_folders_of_branches_that_are_watched(
    repo: Repo, tmp_path: Path
) -> None:
    async with watching(repo) as reports:
        repo.git("update-ref", "refs/remotes/origin/deep/main", "HEAD")
        await until(reports, "trees")
        later = repo.git("commit-tree", "HEAD^{tree}", "-m", "Change")
        repo.git("update-ref", "refs/remotes/origin/deep/main", later)
        assert (await report(reports)).changed == {tree(repo)}


async def test_locks_of_git_and_messages_tell_nothing(repo: Repo) -> None:
    async with watching(repo) as reports:
        for name in ("index.lock", "refs/heads/x.lock", "ORIG_HEAD", "coord/later.lock"):
            repo.write(f".git/{name}")
        repo.write("src/b.py")
        assert await following(reports) == {"file"}
