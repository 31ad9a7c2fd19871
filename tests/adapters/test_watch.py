"""The watch on real files: every test acts, then awaits the report that must come.

That something wakes nobody is proved by acting again on something else and seeing only that.
"""

import asyncio
import os
import resource
import shutil
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.tracked import watched_folders
from coord_tui.adapters.watch import EVERYTHING, Report, WatchRoots, watch
from tests.repos import AWKWARD, Repo, repository

GUARD = 30.0
"""Seconds after which a report that never comes fails the test."""

Reports = AsyncGenerator[Report, None]


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "repo", "coord.yaml", "src/a.py", "src/app/[id]/page.tsx")
    repo.write(".git/coord/channel.jsonl", "")
    return repo


def roots(repo: Repo) -> WatchRoots:
    top = str(repo.path)
    ask = ("rev-parse", "--path-format=absolute")
    common = repo.git(*ask, "--git-common-dir")
    return WatchRoots(
        tree=lambda: watched_folders(Git(top), top),
        git_dir=repo.git(*ask, "--git-dir"),
        common_dir=common,
        plan=f"{top}/coord.yaml",
        channel=f"{common}/coord/channel.jsonl",
    )


async def following(reports: Reports) -> frozenset[str]:
    return (await report(reports)).changed


async def report(reports: Reports) -> Report:
    return await asyncio.wait_for(anext(reports), GUARD)


async def until(reports: Reports, *wanted: str) -> set[str]:
    """What was reported by the time each of those was; git does some things in several steps."""
    seen: set[str] = set()
    while not seen.issuperset(wanted):
        seen |= await following(reports)
    return seen


@asynccontextmanager
async def watching(repo: Repo, stop: asyncio.Event | None = None) -> AsyncIterator[Reports]:
    """Reports of a watch that stands and has made sure that it watches every folder."""
    async with aclosing(watch(roots(repo), stop or asyncio.Event())) as reports:
        assert await following(reports) == EVERYTHING
        (repo.path / "empty").touch()  # one event of the system, so one report
        assert await following(reports) == {"tree"}
        yield reports


async def until_watched_anew(reports: Reports) -> None:
    while await following(reports) != EVERYTHING:
        pass


def append(repo: Repo) -> None:
    with (repo.path / ".git/coord/channel.jsonl").open("a") as file:
        file.write("{}\n")


async def test_a_saved_file_is_a_change_of_the_tree(repo: Repo) -> None:
    async with watching(repo) as reports:
        repo.write("src/a.py", "new\n")
        assert await following(reports) == {"tree"}


@pytest.mark.parametrize("name", AWKWARD)
async def test_awkward_names_are_watched_like_others(repo: Repo, name: str) -> None:
    repo.write(name)
    async with watching(repo) as reports:
        repo.write(name, "new\n")
        assert await following(reports) == {"tree"}


async def test_a_name_that_is_no_utf8_is_a_change_and_breaks_nothing(repo: Repo) -> None:
    async with watching(repo) as reports:
        repo.write("src/\udcff")
        assert await following(reports) == EVERYTHING
        repo.write("src/a.py", "new\n")
        await until(reports, "tree")


async def test_staging_is_a_change_of_git(repo: Repo) -> None:
    repo.write("src/a.py", "new\n")
    async with watching(repo) as reports:
        repo.git("add", "src/a.py")
        assert await following(reports) == {"git"}


async def test_a_commit_without_files_is_a_change_of_git(repo: Repo) -> None:
    async with watching(repo) as reports:
        repo.git("commit", "--quiet", "--allow-empty", "--message", "Change")
        assert await following(reports) == {"git"}


async def test_a_checkout_is_a_change_of_git_and_of_the_tree(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "other")
    repo.write("src/a.py", "other\n")
    repo.commit("src/a.py")
    async with watching(repo) as reports:
        repo.git("checkout", "-q", "main")
        assert await until(reports, "git", "tree") == {"git", "tree"}


async def test_a_fetch_moves_branches_that_no_folder_held_before(
    repo: Repo, tmp_path: Path
) -> None:
    clone = Repo(tmp_path / "clone")
    repo.clone(clone.path)
    repo.git("branch", "feature/deep/one")
    async with watching(clone) as reports:
        clone.git("fetch", "-q")
        await until_watched_anew(reports)
        repo.git("checkout", "-q", "feature/deep/one")
        repo.commit("b")
        clone.git("fetch", "-q")
        assert await following(reports) == {"git"}


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
        assert await following(reports) == {"plan", "tree"}
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
        assert await following(reports) == {"tree"}


async def test_a_folder_that_comes_between_listing_and_watching_is_not_missed(repo: Repo) -> None:
    plain = roots(repo)

    def listing_that_is_late() -> list[str]:
        folders = list(plain.tree())
        repo.write("late/deep/file")
        return folders

    late = plain._replace(tree=listing_that_is_late)
    async with aclosing(watch(late, asyncio.Event())) as reports:
        assert await following(reports) == EVERYTHING
        assert await following(reports) == EVERYTHING
        (repo.path / "late/deep/file").unlink()
        assert await following(reports) == {"tree"}


async def test_an_empty_new_folder_is_watched_before_something_comes_into_it(repo: Repo) -> None:
    async with watching(repo) as reports:
        (repo.path / "new" / "empty").mkdir(parents=True)
        await until_watched_anew(reports)
        repo.write("new/empty/file")
        assert await following(reports) == {"tree"}


async def test_a_folder_that_was_deleted_and_made_again_is_watched(repo: Repo) -> None:
    async with watching(repo) as reports:
        (repo.path / "src/a.py").rename(repo.path / "a.py")
        (repo.path / "src").rename(repo.path / "lib")
        repo.write("src/a.py")
        await until_watched_anew(reports)
        repo.write("src/a.py", "new\n")
        assert await following(reports) == {"tree"}


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
        assert await following(reports) == {"tree"}


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
        repo.git("rm", "-q", "--cached", "src/a.py")  # the index of the main worktree: not ours
        append(repo)
        assert await following(reports) == {"channel"}
        other.write("src/a.py", "new\n")
        await until(reports, "tree")
        other.git("add", "src/a.py")
        await until(reports, "git")


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
                assert changed == EVERYTHING
                assert "Too many open files" in refused
        while (await report(reports)).refused:
            pass
        repo.write("src/a.py", "new\n")
        assert await following(reports) == {"tree"}


async def test_a_repository_that_is_gone_is_left_to_the_timer(repo: Repo) -> None:
    async with watching(repo) as reports:
        shutil.rmtree(repo.path)
        while not (last := await report(reports)).refused:
            pass
        assert last.changed == EVERYTHING
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
        assert await until(reports, "tree") == {"tree"}, "a lock tells nothing"
