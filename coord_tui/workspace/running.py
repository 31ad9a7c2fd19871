"""Notices that programs of a clone act under one name; nothing is refused, but it is told."""

from __future__ import annotations

import os
from contextlib import contextmanager

from coord_tui.adapters.running import Registered, programs
from coord_tui.core.program import Program, doubles
from coord_tui.workspace.places import running_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coord_tui.workspace.workspace import Workspace


class Running:
    """This program among those of its clone; an observer, who may only read, is not listed."""

    def __init__(self, workspace: Workspace, kind: str = "screen") -> None:
        """`kind`: `screen`, or the word of the command that runs."""
        self._workspace = workspace
        self._mine = _program(workspace, kind)
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
        self._registered = Registered(running_path(workspace.layout), self._mine)

    def stop(self) -> None:
        """Be listed no more."""
        if self._registered is not None:
            self._registered.leave()

    def twice(self) -> tuple[Program, ...]:
        """The programs that look like somebody else's under this name; each new one is told."""
        if self._registered is None:
            return ()
        found = doubles(self._mine, self._registered.others())
        for one in found:
            if one not in self._told:
                self._workspace.tell(_words(one))
        self._told = frozenset(found)
        return found


@contextmanager
def running(workspace: Workspace, kind: str = "screen") -> Iterator[Running]:
    """Be listed while the block runs."""
    here = Running(workspace, kind)
    here.start()
    try:
        yield here
    finally:
        here.stop()


def tell_of_doubles(workspace: Workspace, kind: str) -> None:
    """For a command that ends at once: have the session told of those that look like another's."""
    found = programs(running_path(workspace.layout)) if workspace.me else ()
    for one in doubles(_program(workspace, kind), found):
        workspace.tell(_words(one))


def _program(workspace: Workspace, kind: str) -> Program:
    return Program(workspace.me, kind, os.getpid(), workspace.layout.top)


def _words(other: Program) -> str:
    return (
        f"{other.session} is open twice: process {other.pid}, a {other.via}, in {other.worktree}. "
        "If that is somebody else, `coord-tui whoami NAME` gives this worktree another name"
    )
