"""Notices that programs of a clone act under one name; nothing is refused, but screens tell it."""

from __future__ import annotations

import os
from contextlib import contextmanager

from coord_tui.adapters.running import Registered
from coord_tui.core.program import Program
from coord_tui.workspace.places import running_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coord_tui.workspace.workspace import Workspace


class Running:
    """This program among those of its clone; an observer, who may only read, is not listed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._registered: Registered | None = None
        self._told: frozenset[Program] = frozenset()

    def start(self) -> None:
        """Be listed from now on."""
        workspace = self._workspace
        if not workspace.me:
            return
        try:
            os.makedirs(os.path.dirname(running_path(workspace.layout)), exist_ok=True)
        except OSError:
            return  # git's folder cannot be written: whoever acts is told so
        program = Program(workspace.me, workspace.via, os.getpid(), workspace.layout.top)
        self._registered = Registered(running_path(workspace.layout), program)

    def stop(self) -> None:
        """Be listed no more."""
        if self._registered is not None:
            self._registered.leave()

    def twice(self) -> tuple[Program, ...]:
        """The other programs with this one's name; has the user told of each that is new."""
        if self._registered is None:
            return ()
        me = self._workspace.me
        found = tuple(one for one in self._registered.others() if one.session == me)
        for one in found:
            if one not in self._told:
                self._workspace.tell(_words(one))
        self._told = frozenset(found)
        return found


@contextmanager
def running(workspace: Workspace) -> Iterator[Running]:
    """Be listed while the block runs."""
    here = Running(workspace)
    here.start()
    try:
        yield here
    finally:
        here.stop()


def _words(other: Program) -> str:
    return (
        f"{other.session} is open twice: process {other.pid}, a {other.via}, in {other.worktree}. "
        "If that is somebody else, `coord-tui whoami NAME` gives this worktree another name"
    )
