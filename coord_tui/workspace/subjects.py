"""Finds out what a session means by a word: a task, a session, an event, or a path."""

import os
from typing import Literal

from coord_tui.adapters.layout import relative
from coord_tui.adapters.tracked import tracked_paths
from coord_tui.core.board import Board
from coord_tui.core.short_ids import LEAST
from coord_tui.errors import BadInput
from coord_tui.workspace.words import sessions, tasks, unknown
from coord_tui.workspace.workspace import Workspace

Kind = Literal["task", "session", "event", "path"]


def subject(word: str, board: Board, workspace: Workspace, cwd: str) -> tuple[Kind, str]:
    """What the word names, in that order, and its id; a path is typed in the folder `cwd`.

    A request may be named by the end of its id, as commands print it.

    Raises: BadInput, naming the nearest word, when it names nothing.
    """
    if word in tasks(board):
        return "task", word
    if word in sessions(board):
        return "session", word
    if any(entry.line.event and entry.line.event.id == word for entry in board.log):
        return "event", word
    requests = [one.id for one in board.requests if len(word) >= LEAST and one.id.endswith(word)]
    if len(requests) == 1:
        return "event", requests[0]
    if (path := _path(word, workspace, cwd)) is not None:
        return "path", path
    raise unknown("task, session, event or path", word, [*tasks(board), *sessions(board)])


def _path(word: str, workspace: Workspace, cwd: str) -> str | None:
    """The path, relative to the repository, if it exists, is tracked, or looks like one."""
    try:
        path = relative(workspace.layout, word, cwd)
    except BadInput:
        if "/" in word:
            raise
        return None
    if os.path.isdir(os.path.join(workspace.layout.top, path)):
        return f"{path}/"
    here = os.path.lexists(os.path.join(workspace.layout.top, path))
    return path if here or "/" in word or path in tracked_paths(workspace.git) else None
