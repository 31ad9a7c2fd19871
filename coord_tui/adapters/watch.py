"""Tells what changed on disk, a moment after it did, and loses no change.

Only folders that git does not ignore are watched, each for itself: a build that writes thousands of
ignored files wakes nobody. Whenever the set of folders changes, all of it is watched anew and
everything is reported as changed, so that what happened in between is read as well.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from typing import TYPE_CHECKING, NamedTuple

from coord_tui.adapters.channel_file import CONTACT, WITHDRAWN
from coord_tui.errors import EnvironmentFailed

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

PLAN, CHANNEL, TREE, GIT = "plan", "channel", "tree", "git"
EVERYTHING = frozenset({PLAN, CHANNEL, TREE, GIT})

STEP, DEBOUNCE = 10, 100
"""Milliseconds: changes are reported when none follows for a step, or after the debounce."""
NO_LIMIT = 0
EVERY = 2.0
TRY_AGAIN = 30
"""After how many timed reports the system is asked again to watch."""

OPERATIONS = {"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG"}
OWN_FILES = OPERATIONS | {"HEAD", "index", "rebase-merge", "rebase-apply"}
"""What in git's own folder of a working tree says where that tree stands."""
CHANNEL_FILES = {CONTACT, WITHDRAWN}
PROGRAMS = "running"
"""The folder beside the channel in which the clone's running programs are listed."""
COMMON_FILES = {"packed-refs", "config"}
BRANCHES = ("heads", "remotes")

ADDED, MODIFIED, DELETED = 1, 2, 3
"""The numbers of `watchfiles.Change`."""
Changes = set[tuple[int, str]]


class Report(NamedTuple):
    """What changed, and why nobody watches, when a timer takes the watch's place."""

    changed: frozenset[str]
    """Some of EVERYTHING."""
    refused: str = ""
    """What the system said when it was asked to watch; empty while it does."""


class WatchRoots(NamedTuple):
    """What to watch; all paths absolute, without symbolic links, as git prints them."""

    tree: Callable[[], Iterable[str]]
    """Lists the folders of the working tree that git does not ignore; called in a thread."""
    git_dir: str
    common_dir: str
    """The same as `git_dir`, but for a linked worktree."""
    plan: str
    channel: str


async def watch(
    roots: WatchRoots, stop: asyncio.Event, every: float = EVERY
) -> AsyncGenerator[Report, None]:
    """Which of EVERYTHING changed, again and again, until `stop` is set.

    The first report says that everything did, once the watch stands: who reads at each report
    misses nothing. When the system refuses to watch (its limit is reached), everything is reported
    every `every` seconds, with the reason, and the watch is tried again now and then. Cancelling
    sets `stop`, since a thread waits for it.
    """
    from watchfiles._rust_notify import WatchfilesRustInternalError

    while not stop.is_set():
        try:
            async with aclosing(_watched(roots, stop)) as reports:
                async for changed in reports:
                    yield Report(changed)
            return
        except asyncio.CancelledError:
            stop.set()
            raise
        except (OSError, WatchfilesRustInternalError, EnvironmentFailed) as error:
            refused = str(error)
        for _ in range(TRY_AGAIN):
            if stop.is_set():
                return
            yield Report(EVERYTHING, refused)
            await _pause(stop, every)


async def _watched(roots: WatchRoots, stop: asyncio.Event) -> AsyncGenerator[frozenset[str], None]:
    """Reports as long as the system lets us watch; raises what it says when it does not."""
    while not stop.is_set():
        try:
            folders = await asyncio.to_thread(_folders, roots)
            watcher = await asyncio.to_thread(_armed, folders)
        except FileNotFoundError:
            continue  # a folder went while it was listed
        with watcher:
            yield EVERYTHING
            async with aclosing(_while_current(watcher, roots, folders, stop)) as reports:
                async for changed in reports:
                    yield changed


async def _while_current(
    watcher: "RustNotify", roots: WatchRoots, folders: frozenset[str], stop: asyncio.Event
) -> AsyncGenerator[frozenset[str], None]:
    """Reports until the folders are no longer those that are watched."""
    moved = True  # a folder may have come between the listing and the watch
    while not moved or folders == await asyncio.to_thread(_folders, roots):
        changes = await _next_changes(watcher, stop)
        if changes is None:
            return
        if changed := _meaning(changes, roots, folders):
            yield changed
        if any(kind == DELETED and path in folders for kind, path in changes):
            return
        moved = any(_may_add_folders(kind, path, folders) for kind, path in changes)


async def _next_changes(watcher: "RustNotify", stop: asyncio.Event) -> Changes | None:
    """The next changes; None when stopped, or when the watch is broken and must be made anew."""
    try:
        answer = await asyncio.to_thread(watcher.watch, DEBOUNCE, STEP, NO_LIMIT, stop)
    except RuntimeError as error:
        if "decode path" not in str(error):
            raise
        return None  # a name that is no UTF-8 is beyond watchfiles, and every later one with it
    return None if isinstance(answer, str) else answer


def _armed(folders: frozenset[str]) -> "RustNotify":
    """A watch of the folders, each for itself, that stands when this returns.

    watchfiles' `awatch` is built on this, but does not say when it begins to watch.
    """
    from watchfiles._rust_notify import RustNotify

    return RustNotify(
        watch_paths=sorted(folders),
        debug=False,
        force_polling=False,
        poll_delay_ms=300,
        recursive=False,
        # true would pass over a reached limit in silence too
        ignore_permission_denied=False,
    )


def _folders(roots: WatchRoots) -> frozenset[str]:
    """Every folder to watch. Those that cannot be read, or named to watchfiles, are left out."""
    branches = os.path.join(roots.common_dir, "refs")
    named = {roots.git_dir, roots.common_dir, branches}
    named.update(os.path.dirname(path) for path in (roots.plan, roots.channel))
    named.add(_programs(roots))
    for kind in BRANCHES:
        named.update(folder for folder, _, _ in os.walk(os.path.join(branches, kind)))
    named.update(roots.tree())
    return frozenset(path for path in named if _watchable(path))


def _watchable(path: str) -> bool:
    named = not any("\ud800" <= letter <= "\udfff" for letter in path)
    return named and os.path.isdir(path) and os.access(path, os.R_OK)


def _may_add_folders(kind: int, path: str, folders: frozenset[str]) -> bool:
    """Whether the folders must be listed again: one came, or what git ignores was changed."""
    if os.path.basename(path) == ".gitignore":
        return True
    return kind == ADDED and path not in folders and os.path.isdir(path)


def _meaning(changes: Changes, roots: WatchRoots, folders: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for kind, path in changes:
        if path == roots.plan:
            found.add(PLAN)
        if _of_channel(path, roots):
            found.add(CHANNEL)
        elif _within(roots.git_dir, path) or _within(roots.common_dir, path):
            found.update([GIT] if _tells(path, roots) else [])
        elif (
            kind != MODIFIED or path not in folders
        ):  # a folder's own times and rights mean nothing
            found.add(TREE)
    return frozenset(found)


def _of_channel(path: str, roots: WatchRoots) -> bool:
    """Whether it is the live channel, or tells of it: the remote, who lost, which programs run."""
    folder, name = os.path.split(path)
    beside = folder == os.path.dirname(roots.channel) and name in CHANNEL_FILES
    return path == roots.channel or beside or folder == _programs(roots)


def _programs(roots: WatchRoots) -> str:
    return os.path.join(os.path.dirname(roots.channel), PROGRAMS)


def _tells(path: str, roots: WatchRoots) -> bool:
    """Whether a file in git's folders says where HEAD, the index or a branch stands."""
    folder, name = os.path.split(path)
    if folder == roots.git_dir and name in OWN_FILES:
        return True
    if folder == roots.common_dir:
        return name in COMMON_FILES
    in_refs = _within(os.path.join(roots.common_dir, "refs"), path)
    return in_refs and not name.endswith(".lock")


def _within(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder + "/")


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
