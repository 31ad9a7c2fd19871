"""Sleeps until the channel or the plan changes, or for a while; for commands that wait.

The watch stands when it was made: who reads after that, and then waits, misses nothing. Only the
two folders are watched, each for itself.
"""

from __future__ import annotations

import os
from contextlib import suppress
from os.path import dirname
from threading import Event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from watchfiles._rust_notify import RustNotify

    from coord_tui.adapters.channel_file import ChannelFile

STEP, DEBOUNCE = 20, 100
"""Milliseconds: a change is told when none follows for a step, or after the debounce."""
EVERY = 1.0
"""Seconds after which the files are looked at, though no change is told: the system may refuse to
watch, and watchfiles forgets what comes in the moment in which it hands over what came before."""
LONGEST = 3600.0
"""Seconds of one sleep, at most."""


class ChannelWatch:
    """A watch of the channel and the plan, made with `with`; `stop` ends every wait."""

    def __init__(self, channel: ChannelFile, plan: str, stop: Event) -> None:
        self._channel = channel
        self._files = frozenset({channel.path, plan})
        self._stop = stop
        self._watcher: RustNotify | None = None
        self._seen: list[tuple[int, int, int]] = []
        """How the files were when a change was last told; whoever was told read them after that."""
        self.refused = ""
        """What the system said when it was asked to watch; empty while it does."""

    def __enter__(self) -> ChannelWatch:
        self._arm()
        self._seen = self._looks()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._disarm()

    def wait(self, seconds: float) -> bool:
        """Sleep until a file may have changed, for so many seconds at most, or until stopped.

        Whether a file may have changed.
        """
        seconds = max(0.0, min(seconds, LONGEST))
        if self._watcher is None:
            return not self._stop.wait(min(seconds, EVERY))
        changed = bool(seconds) and self._watch(seconds, self._watcher)
        self._seen = self._looks() if changed else self._seen
        return changed

    def _watch(self, seconds: float, watcher: RustNotify) -> bool:
        from time import monotonic

        end = monotonic() + seconds
        while (left := min(end - monotonic(), EVERY)) > 0:
            if self._looks() != self._seen:
                return True
            try:
                found = watcher.watch(DEBOUNCE, STEP, max(1, int(left * 1000)), self._stop)
            except RuntimeError as error:  # a name that is no UTF-8 is beyond watchfiles
                self._disarm()
                self.refused = str(error)
                return True
            if isinstance(found, str):
                if found != "timeout":
                    return False
            elif self._concerns(found):
                return True
        return False

    def _concerns(self, changes: set[tuple[int, str]]) -> bool:
        """Whether one of the files, or a whole folder of theirs, is among the changes."""
        paths = {path for _, path in changes}
        return bool(paths & self._files or paths & {dirname(path) for path in self._files})

    def _looks(self) -> list[tuple[int, int, int]]:
        """What tells the files as they are from what they were or will be."""
        found = []
        for path in sorted(self._files):
            try:
                stat = os.stat(path)
            except OSError:
                found.append((0, 0, 0))
            else:
                found.append((stat.st_mtime_ns, stat.st_size, stat.st_ino))
        return found

    def _arm(self) -> None:
        from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

        with suppress(OSError):  # it is made with the first event, which may be yet to come
            os.mkdir(self._channel.folder)
        try:
            self._watcher = RustNotify(
                watch_paths=sorted({dirname(path) for path in self._files}),
                debug=False,
                force_polling=False,
                poll_delay_ms=300,
                recursive=False,
                # true would pass over a reached limit in silence too
                ignore_permission_denied=False,
            )
        except (OSError, WatchfilesRustInternalError) as error:
            self.refused = str(error)

    def _disarm(self) -> None:
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
