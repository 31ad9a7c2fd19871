"""Tells what changed on disk, a moment after it did, and loses no change.

One watch holds the folders of all working trees. When folders come, a new watch stands before the
old one is given up, and the trees in which they came are reported as changed: what was written into
them meanwhile is read as well.
"""

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from coord_tui.adapters.git_traces import ALL, GIT, Meaning
from coord_tui.adapters.odd_folders import OddFolders, Seen, holds_odd_names
from coord_tui.adapters.watched import Watched, WatchRoots
from coord_tui.core.changed import EVERYTHING, TREES, Changed, tree
from coord_tui.errors import EnvironmentFailed

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

STEP, DEBOUNCE = 8, 100
"""Milliseconds: changes are reported when none follows for a step, or after the debounce.

The watcher wakes at every step, also when nothing happens: half as long a step costs twice as much.
"""
SURE = 5000
"""Milliseconds after which trees are reported whole that were not when something was heard,
however much goes on: watchfiles forgets what comes while it hands over what came before."""
AT_ONCE = 1
NO_LIMIT = 0
LOOK = 1000
"""Milliseconds after which folders that cannot be watched are looked at again."""
EVERY = 2.0
TRY_AGAIN = 30
"""After how many timed reports the system is asked again to watch."""


class Report(NamedTuple):
    """What changed, and why nobody watches, when a timer takes the watch's place."""

    changed: Changed
    refused: str = ""
    """What the system said when it was asked to watch; empty while it does."""


async def watch(
    roots: WatchRoots, stop: asyncio.Event, every: float = EVERY
) -> AsyncGenerator[Report, None]:
    """What changed, again and again, until `stop` is set.

    The first report says that everything did, once the watch stands: who reads at each report
    misses nothing. When the system refuses to watch (its limit is reached), everything is reported
    every `every` seconds, with the reason, and the watch is tried again now and then. Cancelling
    sets `stop`, since a thread waits for it.
    """
    from watchfiles._rust_notify import WatchfilesRustInternalError

    while not stop.is_set():
        try:
            async with aclosing(_Watch(roots, stop).reports()) as reports:
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


class _Watch:
    """A watch that follows the folders as they come and go."""

    def __init__(self, roots: WatchRoots, stop: asyncio.Event) -> None:
        self._roots, self._stop = roots, stop
        self._watched: Watched
        self._watcher: RustNotify
        self._odd = OddFolders()
        self._broken = False
        """Whether the watcher fails from now on, and a new one must take its place."""
        self._partial: set[str] = set()
        """Trees that were not reported whole since something was heard."""
        self._staged: set[str] = set()
        """Trees whose index changed since their folders were listed: it may hold ignored ones."""
        self._unsure_since = 0.0
        """Since when there are some of these, by the monotonic clock."""

    async def reports(self) -> AsyncGenerator[Changed, None]:
        """Reports as long as the system lets us watch; raises what it says when it does not."""
        self._watched, self._watcher = await asyncio.to_thread(self._first)
        try:
            yield EVERYTHING
            stale = frozenset({ALL})  # a folder may have come between the listing and the watch
            while True:
                while stale:
                    changed, stale = await asyncio.to_thread(self._follow, stale)
                    if changed:
                        yield self._noted(changed)
                seen = await asyncio.to_thread(self._seen, self._left)
                if seen is None:
                    return
                changed, stale = self._meaning(seen)
                if self._left == AT_ONCE:
                    whole = self._made_sure()
                    changed, stale = changed | whole.changed, stale | whole.stale
                if changed:
                    yield self._noted(changed)
        finally:
            self._watcher.close()

    def _first(self) -> tuple[Watched, "RustNotify"]:
        watched = Watched.listed(self._roots)
        self._came(watched, watched)
        return watched, _armed(watched.folders - self._odd.folders)

    @property
    def _left(self) -> int:
        """Milliseconds until trees must be reported whole; NO_LIMIT while none must."""
        if not self._partial and not self._staged:
            return NO_LIMIT
        return max(AT_ONCE, SURE - int(1000 * (monotonic() - self._unsure_since)))

    def _noted(self, changed: Changed) -> Changed:
        """The changes, with a note of which trees they do not report whole."""
        self._be_unsure()
        self._partial.update(change.tree for change in changed if change.kind == "file")
        whole = (place.top for place in self._watched.places)
        self._partial.difference_update(
            whole if TREES in changed else (one.tree for one in changed if one.kind == "tree")
        )
        return changed

    def _meaning(self, seen: Seen) -> Meaning:
        if self._broken:
            return Meaning(stale=frozenset({ALL}))
        meant = self._watched.meaning(seen)
        self._be_unsure()
        if seen:  # whatever it was: in that moment something else may have been forgotten
            self._partial.update(place.top for place in self._watched.places)
        self._staged.update(change.tree for change in meant.changed if change.kind == "tree")
        return meant

    def _be_unsure(self) -> None:
        if not self._partial and not self._staged:
            self._unsure_since = monotonic()

    def _made_sure(self) -> Meaning:
        """What is reported, and listed, when it is time to be sure."""
        meant = Meaning(frozenset(tree(top) for top in self._partial), frozenset(self._staged))
        self._partial.clear()
        self._staged.clear()
        return meant

    def _seen(self, limit: int) -> Seen | None:
        """The next changes, none after the limit (in milliseconds); None when stopped."""
        end = monotonic() + limit / 1000
        while True:
            look = min(limit or LOOK, LOOK) if self._odd.folders else limit
            seen = self._heard(look)
            if seen is None:
                return None
            seen = seen | self._odd.changed()
            if seen or self._broken or (limit and monotonic() >= end):
                return seen

    def _heard(self, limit: int) -> Seen | None:
        """The next changes that the watcher tells of; None when stopped."""
        try:
            answer = self._watcher.watch(DEBOUNCE, STEP, limit, self._stop)
        except RuntimeError as error:
            if "decode path" not in str(error):
                raise
            self._broken = True  # by a name that is no UTF-8, which is beyond watchfiles
            return set()
        if isinstance(answer, str):
            return set() if answer == "timeout" else None
        return answer

    def _follow(self, stale: frozenset[str]) -> Meaning:
        """List again what is stale, and watch anew if folders came; what that changed."""
        before, newer = self._watched, self._watched.anew(stale)
        trees = {TREES} if before.places != newer.places else set()
        self._watched = newer
        came = self._came(before, newer)
        if not came and not self._broken:
            return Meaning(frozenset(trees))
        late = self._watch_anew(newer)
        if stale.isdisjoint({ALL, GIT}):
            trees |= {tree(top) for top in stale}
        else:
            trees |= EVERYTHING
        return Meaning(late.changed | trees, late.stale | newer.unknown_below(came))

    def _came(self, before: Watched, newer: Watched) -> frozenset[str]:
        """The folders that are to be watched, or looked at, and were not before."""
        last = self._odd.folders
        doubtful = newer.folders if self._broken else newer.folders & last
        parents = {os.path.dirname(path) for path in newer.odd} & newer.folders
        odd = newer.odd | parents | frozenset(filter(holds_odd_names, doubtful))
        if odd == last:
            return before.lacks(newer) - odd
        self._odd.look_at(odd)
        return (before.lacks(newer) - odd) | (last ^ odd)

    def _watch_anew(self, newer: Watched) -> Meaning:
        """Watch those folders, and let go of the old watch; what that one still saw."""
        try:
            watcher = _armed(newer.folders - self._odd.folders)
        except (OSError, RuntimeError):  # two at once may be more than the system allows
            self._watcher.close()
            self._watcher = _armed(newer.folders - self._odd.folders)
            self._broken = False
            return Meaning(EVERYTHING)
        seen = None if self._broken else self._heard(AT_ONCE)
        self._watcher.close()
        self._watcher = watcher
        late = Meaning(EVERYTHING) if self._broken else newer.meaning(seen or set())
        self._broken = False
        return late


def _armed(folders: frozenset[str]) -> "RustNotify":
    """A watch of the folders, each for itself, that stands when this returns.

    watchfiles' `awatch` is built on this, but does not say when it begins to watch.
    """
    from watchfiles._rust_notify import RustNotify

    while True:
        try:
            return RustNotify(
                watch_paths=sorted(folders),
                debug=False,
                force_polling=False,
                poll_delay_ms=300,
                recursive=False,
                # true would pass over a reached limit in silence too
                ignore_permission_denied=False,
            )
        except FileNotFoundError:
            there = frozenset(filter(os.path.isdir, folders))
            if there == folders:
                raise
            folders = there


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
