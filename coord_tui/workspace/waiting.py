"""Waits on the channel without asking it again and again: wakes when it changes, or when time does.

What other clones write comes by sync, which goes on meanwhile where there is a remote: who waits
asks it more often than an open screen does.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from math import inf
from threading import Event

from coord_tui.adapters.channel_watch import ChannelWatch
from coord_tui.adapters.plan_file import load_plan
from coord_tui.core.board import Board
from coord_tui.core.ownership import Ownership
from coord_tui.core.waiting import Condition, Finding, answered, path_free, task_free
from coord_tui.errors import CoordError, Refused
from coord_tui.workspace.actions.requests import named_path, typed_path
from coord_tui.workspace.places import cache_path, plan_path
from coord_tui.workspace.request_words import request_named
from coord_tui.workspace.running import Running, running
from coord_tui.workspace.words import check, check_named, tasks
from coord_tui.workspace.workspace import Workspace

POLL = 2.0
"""Seconds between two syncs while somebody waits, if the plan does not ask for more."""


def wait_for(
    workspace: Workspace, condition: Condition, stop: Event, timeout: float = inf
) -> Finding:
    """What became of the condition: it holds, it cannot any more, the time is up, or stopped.

    Raises: Refused for an observer, for whom nothing is ready and nobody waits.
    """
    if not workspace.me:
        raise Refused(workspace.observing)
    end = time.monotonic() + timeout
    with watching(workspace, stop, "wait") as watch:
        while True:
            finding = condition(watch.board())
            left = end - time.monotonic()
            if finding.over or left <= 0 or stop.is_set():
                return finding
            watch.wait(min(left, finding.changes - workspace.clock()))


def follow(workspace: Workspace, stop: Event) -> Iterator[Board]:
    """The board now, and again whenever the channel changed, until stopped."""
    with watching(workspace, stop, "log") as watch:
        while not stop.is_set():
            yield watch.board()
            watch.wait(inf)


class Watching:
    """A workspace that is looked at whenever it changed."""

    def __init__(self, workspace: Workspace, watch: ChannelWatch, here: Running) -> None:
        self._workspace = workspace
        self._watch = watch
        self._here = here

    def board(self) -> Board:
        """What plan + channel + now add up to; a plan that broke meanwhile is not taken.

        Has the session told, too, when somebody else seems to act under its name.
        """
        self._here.twice()
        workspace, layout = self._workspace, self._workspace.layout
        with suppress(CoordError):
            workspace.plan = load_plan(plan_path(layout), cache_path(layout)).plan
        return workspace.board()

    def wait(self, seconds: float) -> None:
        """Sleep until something may have changed, for so many seconds at most, or until stopped."""
        self._watch.wait(seconds)


@contextmanager
def watching(workspace: Workspace, stop: Event, kind: str) -> Iterator[Watching]:
    """Watch the channel and the plan, and sync where there is a remote, until the block ends.

    `kind` is the word of the command that does so.
    """
    watch = ChannelWatch(workspace.channel, plan_path(workspace.layout), stop)
    with watch, running(workspace, kind) as here, _synced(workspace):
        yield Watching(workspace, watch, here)


@contextmanager
def _synced(workspace: Workspace) -> Iterator[None]:
    if not workspace.remote:
        yield
        return
    from coord_tui.workspace.sync_loop import SyncLoop

    loop = SyncLoop(workspace, poll=POLL)
    loop.start()
    try:
        yield
    finally:
        loop.stop()


def until_task(workspace: Workspace, id: str) -> Condition:
    """That a task can be taken or is done. Raises: BadInput when there is no such task."""
    check_named("task", [id])
    check("task", [id], tasks(workspace.board()))
    return task_free(id)


def until_answered(workspace: Workspace, word: str, cwd: str = "") -> Condition:
    """That a request is answered. Raises: BadInput when the word means none, or several."""
    board, path = workspace.board(), typed_path(workspace, word, cwd)
    known = next((one for one in board.requests if one.id == word), None)
    mine = [one for one in board.requests if one.session == board.me]
    found = known or request_named(word, path, board, mine)
    return answered(found.id, found)


def until_free(workspace: Workspace, path: str, cwd: str = "") -> Condition:
    """That a path can be edited. Raises: BadInput for what is no path in the repository."""
    where = named_path(workspace, path, cwd)
    return lambda board: path_free(where, Ownership.from_plan(board.plan))(board)
