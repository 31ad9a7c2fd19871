"""The watch for working trees that a plan names and that are not there yet."""

import asyncio
import shutil
from contextlib import aclosing
from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.watch import watch
from coord_tui.adapters.watched import WatchRoots
from coord_tui.adapters.worktree_list import listing
from coord_tui.core.changed import Change, file
from tests.adapters.watching import Reports, report, roots
from tests.repos import Repo, repository


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "repo", "coord.yaml", "src/a.py")
    repo.write(".git/coord/channel.jsonl", "")
    return repo


def awaiting(repo: Repo, *named: str) -> WatchRoots:
    top = str(repo.path)
    layout = find_layout(top)
    return roots(repo)._replace(trees=lambda: listing(Git(top), layout, named))


async def first_file_told_of(reports: Reports, repo: Repo) -> Change:
    """The first file of the tree that is told of as one, while one is written again and again."""
    number = 0
    while True:
        number += 1
        repo.write("new", f"{number}\n")
        for one in (await report(reports)).changed:
            if one.kind == "file" and one.tree == str(repo.path):
                return one


@pytest.mark.parametrize("place", ["clone", "deep/clone", "very/deep/in/folders/clone"])
async def test_a_clone_is_seen_to_come_however_many_folders_come_with_it(
    repo: Repo, tmp_path: Path, place: str
) -> None:
    async with aclosing(watch(awaiting(repo, f"../{place}"), asyncio.Event())) as reports:
        await report(reports)
        clone = repo.clone(tmp_path / place)
        assert await first_file_told_of(reports, clone) == file(str(clone.path), "new")


async def test_folders_that_come_one_by_one_are_followed(repo: Repo, tmp_path: Path) -> None:
    async with aclosing(watch(awaiting(repo, "../one/two/clone"), asyncio.Event())) as reports:
        await report(reports)
        for folder in (tmp_path / "one", tmp_path / "one" / "two"):
            folder.mkdir()
            while not any(one.kind == "trees" for one in (await report(reports)).changed):
                pass
        clone = repo.clone(tmp_path / "one/two/clone")
        assert await first_file_told_of(reports, clone) == file(str(clone.path), "new")


async def test_folders_that_go_and_come_again_are_followed(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "one" / "two").mkdir(parents=True)
    async with aclosing(watch(awaiting(repo, "../one/two/three/clone"), asyncio.Event())) as found:
        await report(found)
        shutil.rmtree(tmp_path / "one")
        repo.write("src/a.py", "new\n")
        await report(found)
        clone = repo.clone(tmp_path / "one/two/three/clone")
        assert await first_file_told_of(found, clone) == file(str(clone.path), "new")


async def test_a_repository_of_another_project_is_seen_to_become_one_of_this(
    repo: Repo, tmp_path: Path
) -> None:
    other = repository(tmp_path / "other", "something")
    other.commit("else", message="else")
    async with aclosing(watch(awaiting(repo, "../other"), asyncio.Event())) as reports:
        await report(reports)
        other.git("remote", "add", "origin", str(repo.path))
        assert await first_file_told_of(reports, other) == file(str(other.path), "new")
