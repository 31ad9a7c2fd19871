"""The watch on a real repository, and words to await what it reports."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager

from coord_tui.adapters.git import Git
from coord_tui.adapters.layout import find_layout
from coord_tui.adapters.watch import Report, watch
from coord_tui.adapters.watched import WatchRoots
from coord_tui.adapters.worktree_list import listing
from coord_tui.core.changed import Changed
from tests.repos import Repo

EVERYTHING = frozenset({"plan", "channel", "trees"})
GUARD = 30.0
"""Seconds after which a report that never comes fails the test."""

Reports = AsyncGenerator[Report, None]


def roots(repo: Repo) -> WatchRoots:
    top = str(repo.path)
    ask = ("rev-parse", "--path-format=absolute")
    common = repo.git(*ask, "--git-common-dir")
    layout = find_layout(top)
    return WatchRoots(
        trees=lambda: listing(Git(top), layout, ()),
        plan=f"{top}/coord.yaml",
        channel=f"{common}/coord/channel.jsonl",
    )


async def following(reports: Reports) -> frozenset[str]:
    return kinds((await report(reports)).changed)


def kinds(changed: Changed) -> frozenset[str]:
    return frozenset(change.kind for change in changed)


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
        assert await following(reports) == {"file"}
        yield reports


async def until_watched_anew(reports: Reports) -> None:
    """New folders are told of as a tree that changed, once they are watched."""
    await until(reports, "tree")


def append(repo: Repo) -> None:
    with (repo.path / ".git/coord/channel.jsonl").open("a") as file:
        file.write("{}\n")
