"""The watch on real files: every test acts, then awaits the report that must come.

That something wakes nobody is proved by acting again on something else and seeing only that.
"""

import asyncio
import os
import resource
import shutil
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.watch import watch
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.core.changed import CHANNEL, file, tree
from coord_tui.core.changed import EVERYTHING as ALL
from tests.adapters.watching import (
    EVERYTHING,
    GUARD,
    append,
    following,
    report,
    roots,
    until,
    until_watched_anew,
    watching,
)
from tests.repos import AWKWARD, Repo, repository


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "repo", "coord.yaml", "src/a.py", "src/app/[id]/page.tsx")
    repo.write(".git/coord/channel.jsonl", "")
    return repo


async def test_a_saved_file_is_a_change_of_the_tree(repo: Repo) -> None:
    async with watching(repo) as reports:
        repo.write("src/a.py", "new\n")
        assert await following(reports) == {"file"}


@pytest.mark.parametrize("name", AWKWARD)
async def test_awkward_names_are_watched_like_others(repo: Repo, name: str) -> None:
    repo.write(name)
    async with watching(repo) as reports:
        repo.write(name, "new\n")
        assert await following(reports) == {"file"}


async def test_a_name_that_is_no_utf8_is_a_change_and_breaks_nothing(repo: Repo) -> None:
    async with watching(repo) as reports:
        repo.write("src/\udcff")
        assert await following(reports) == EVERYTHING
        repo.write("src/a.py", "new\n")
        await until(reports, "file")


async def test_a_read_of_a_name_that_is_no_utf8_wakes_nobody_and_a_write_does(repo: Repo) -> None:
    odd = repo.write("src/\udcff")
    async with watching(repo) as reports:
        odd.write_text("new\n")
        assert await following(reports) == EVERYTHING
        odd.read_text()
        append(repo)
        assert await following(reports) == {"channel"}
        odd.write_text("newer\n")
        assert (await report(reports)).changed == {file(str(repo.path), "src/\udcff")}
        odd.unlink()
        await until(reports, "file")
        repo.write("src/a.py", "new\n")
        await until(reports, "file")


async def test_folders_that_are_no_utf8_are_looked_at(repo: Repo) -> None:
    repo.write("by\udcfftes/in/a")
    async with watching(repo) as reports:
        repo.write("by\udcfftes/in/a", "new\n")
        assert (await report(reports)).changed == {file(str(repo.path), "by\udcfftes/in/a")}
        repo.write("by\udcfftes/new/b")
        await until(reports, "tree")
        repo.write("by\udcfftes/new/b", "new\n")
        assert file(str(repo.path), "by\udcfftes/new/b") in (await report(reports)).changed


async def test_staging_is_a_change_of_git(repo: Repo) -> None:
    repo.write("src/a.py", "new\n")
    async with watching(repo) as reports:
        repo.git("add", "src/a.py")
        assert await following(reports) == {"tree"}


async def test_a_commit_without_files_is_a_change_of_git(repo: Repo) -> None:
    async with watching(repo) as reports:
        repo.git("commit", "--quiet", "--allow-empty", "--message", "Change")
        assert await following(reports) == {"tree"}


async def test_a_checkout_is_a_change_of_git_and_of_the_tree(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "other")
    repo.write("src/a.py", "other\n")
    repo.commit("src/a.py")
    async with watching(repo) as reports:
        repo.git("checkout", "-q", "main")
        assert await until(reports, "tree", "file") == {"tree", "file"}


async def test_a_fetch_moves_branches_that_no_folder_held_before(
    repo: Repo, tmp_path: Path
) -> None:
    clone = Repo(tmp_path / "clone")
    repo.clone(clone.path)
    repo.git("branch", "feature/deep/one")
    async with watching(clone) as reports:
        clone.git("fetch", "-q")
        await until(reports, "trees")
        repo.git("checkout", "-q", "feature/deep/one")
        repo.commit("b")
        clone.git("fetch", "-q")
        assert await following(reports) == {"tree"}


async def test_an_event_on_the_channel_is_a_change_of_the_channel(repo: Repo) -> None:
    async with watching(repo) as reports:
        append(repo)
        assert await following(reports) == {"channel"}


async def test_the_first_event_of_a_repository_is_seen(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    async with watching(repo) as reports:
        repo.write(".git/coord/channel.jsonl", "{}\n")
        assert "channel" in await until(reports, "channel")
        append(repo)
        assert "channel" in await until(reports, "channel")


async def test_the_plan_is_watched_when_it_is_edited_replaced_and_deleted(repo: Repo) -> None:
    plan = repo.path / "coord.yaml"
    async with watching(repo) as reports:
        plan.write_text("version: 1\n")
        assert await following(reports) == {"plan", "file"}
        repo.write("coord.yaml.new", "version: 1\nproject: atlas\n").replace(plan)
        await until(reports, "plan")
        plan.write_text("version: 1\n")
        await until(reports, "plan")
        plan.unlink()
        await until(reports, "plan")


async def test_a_new_nested_folder_is_watched_with_what_was_written_at_once(repo: Repo) -> None:
    async with watching(repo) as reports:
        repo.write("new/nested/deep/file")
        await until_watched_anew(reports)
        repo.write("new/nested/deep/file", "again\n")
        assert await following(reports) == {"file"}


async def test_a_folder_that_comes_between_listing_and_watching_is_not_missed(repo: Repo) -> None:
    plain = roots(repo)

    def listing_that_is_late(place: TreePlace) -> list[str]:
        folders = list(plain.folders(place))
        repo.write("late/deep/file")
        return folders

    late = plain._replace(folders=listing_that_is_late)
    async with aclosing(watch(late, asyncio.Event())) as reports:
        assert await following(reports) == EVERYTHING
        await until(reports, "trees")
        (repo.path / "late/deep/file").unlink()
        assert await following(reports) == {"file"}


async def test_an_empty_new_folder_is_watched_before_something_comes_into_it(repo: Repo) -> None:
    async with watching(repo) as reports:
        (repo.path / "new" / "empty").mkdir(parents=True)
        await until_watched_anew(reports)
        repo.write("new/empty/file")
        assert await following(reports) == {"file"}


async def test_a_folder_that_was_deleted_and_made_again_is_watched(repo: Repo) -> None:
    async with watching(repo) as reports:
        (repo.path / "src/a.py").rename(repo.path / "a.py")
        (repo.path / "src").rename(repo.path / "lib")
        repo.write("src/a.py")
        await until_watched_anew(reports)
        repo.write("src/a.py", "new\n")
        assert await following(reports) == {"file"}


async def test_what_git_ignores_wakes_nobody(repo: Repo) -> None:
    repo.write(".gitignore", "node_modules/\n")
    repo.write("node_modules/there/index.js")
    async with watching(repo) as reports:
        for number in range(50):
            repo.write(f"node_modules/there/{number}.js")
            repo.write(f"node_modules/new{number}/index.js")
        append(repo)
        assert await following(reports) == {"channel"}


async def test_what_is_ignored_no_longer_is_watched(repo: Repo) -> None:
    ignore = repo.write(".gitignore", "out/\n")
    repo.write("out/deep/file")
    async with watching(repo) as reports:
        ignore.write_text("# nothing\n")
        await until_watched_anew(reports)
        repo.write("out/deep/file", "new\n")
        assert await following(reports) == {"file"}


async def test_reading_and_gits_own_housekeeping_wake_nobody(repo: Repo) -> None:
    os.utime(repo.path / "src/a.py", (1, 1))
    async with watching(repo) as reports:
        read_worktree(Git(str(repo.path)), str(repo.path), str(repo.path / ".git"))
        (repo.path / "coord.yaml").read_text()
        (repo.path / ".git/coord/channel.jsonl").read_text()
        for name in ("index.lock", "COMMIT_EDITMSG", "refs/heads/main.lock", "coord/channel.lock"):
            repo.write(f".git/{name}")
            (repo.path / ".git" / name).unlink()
        repo.git("hash-object", "-w", "--stdin", input="an object")
        append(repo)
        assert await following(reports) == {"channel"}


async def test_a_linked_worktree_hears_its_own_index_and_the_shared_channel(
    repo: Repo, tmp_path: Path
) -> None:
    other = repo.worktree(tmp_path / "other", "other")
    async with watching(other) as reports:
        append(repo)
        assert (await report(reports)).changed == {CHANNEL}
        other.git("rm", "-q", "--cached", "src/a.py")
        assert (await report(reports)).changed == {tree(str(other.path))}


async def test_stopping_ends_the_reports(repo: Repo) -> None:
    stop = asyncio.Event()
    async with watching(repo, stop) as reports:
        stop.set()
        assert await asyncio.wait_for(anext(reports, None), GUARD) is None


async def test_cancelling_ends_the_thread_that_waits(repo: Repo) -> None:
    stop = asyncio.Event()
    async with watching(repo, stop) as reports:
        waiting = asyncio.ensure_future(anext(reports))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert stop.is_set()


@contextmanager
def no_more_files() -> Iterator[None]:
    """The system opens no file more: it refuses a watch as it does at its limit of watches."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_when_the_system_refuses_a_timer_takes_over_until_it_does_not(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coord_tui.adapters.watch.TRY_AGAIN", 3)
    async with aclosing(watch(roots(repo), asyncio.Event(), every=0.01)) as reports:
        with no_more_files():
            for _ in range(4):
                changed, refused = await report(reports)
                assert changed == ALL
                assert "Too many open files" in refused
        while (await report(reports)).refused:
            pass
        repo.write("src/a.py", "new\n")
        assert await following(reports) == {"file"}


async def test_a_repository_that_is_gone_is_left_to_the_timer(repo: Repo) -> None:
    async with watching(repo) as reports:
        shutil.rmtree(repo.path)
        while not (last := await report(reports)).refused:
            pass
        assert last.changed == ALL
        assert "git" in last.refused


@pytest.mark.parametrize("name", ["contact.json", "withdrawn.jsonl", "running/4242-ab.json"])
async def test_what_lies_beside_the_channel_and_tells_of_it_is_reported_as_the_channel(
    repo: Repo, name: str
) -> None:
    (repo.path / ".git/coord/running").mkdir()
    async with watching(repo) as reports:
        (repo.path / ".git/coord" / name).touch()
        assert await following(reports) == {"channel"}
        (repo.path / ".git/coord/sync.lock").touch()
        (repo.path / "later").touch()
        assert await until(reports, "file") == {"file"}, "a lock tells nothing"
