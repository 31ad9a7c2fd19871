"""Opening a file of the working tree in the person's editor: what to run, where, and what to say.

Whether the edit was agreed on is said, not enforced: the act is the person's.
"""

import os
from contextlib import suppress
from typing import NamedTuple

from coord_tui.adapters.diff import read_diff
from coord_tui.adapters.editor import arguments_of, editor_of, run_editor
from coord_tui.core.diff import first_line
from coord_tui.core.guarding import is_allowed
from coord_tui.core.tree import FileChange
from coord_tui.errors import BadInput, CoordError
from coord_tui.workspace.guard import look
from coord_tui.workspace.workspace import Workspace

NOT_FOUND, NOT_RUN = 127, 126
"""What a shell exits with when there is no such program, or it cannot be run."""


class Editing(NamedTuple):
    """An editor about to be started."""

    editor: str
    arguments: tuple[str, ...]
    folder: str
    warnings: tuple[str, ...] = ()
    """What the guard says of the edit."""
    forbidden: bool = False
    """Whether the guard would stop an agent here; a person is asked."""


def prepare(
    workspace: Workspace, path: str, change: FileChange | None = None, line: int = 0
) -> Editing:
    """What to run for a file of the reader's own working tree.

    Args: change: how it is changed, if it is; line: where to open it, 0: at its first change.
    Raises: BadInput when there is no such file; EnvironmentFailed when there is no editor.
    """
    top = workspace.layout.top
    file = os.path.join(top, path)
    if os.path.isdir(file):
        raise BadInput(f"{path!r} is a folder: choose a file in it")
    if not os.path.lexists(file):
        raise BadInput(f"{path!r} is deleted: there is nothing to edit")
    if change is not None and not line:
        with suppress(CoordError):  # then it opens at its top
            line = first_line(read_diff(workspace.git, change))
    editor = editor_of(workspace.git)
    arguments = arguments_of(editor, file, line)
    return _judged(workspace, path, Editing(editor, arguments, top))


def _judged(workspace: Workspace, path: str, editing: Editing) -> Editing:
    """With what the guard says of it; an error is no permission."""
    if not workspace.me:
        return editing
    try:
        sight = look(workspace.layout, workspace.me)
        findings = sight.edits([path], workspace.layout.top) if sight else []
    except CoordError as error:
        return editing._replace(warnings=(str(error),), forbidden=True)
    warnings = tuple(one.message for one in findings)
    return editing._replace(warnings=warnings, forbidden=not is_allowed(findings))


def run(editing: Editing) -> str:
    """Run the editor until it is left; why it was no success, empty when it was."""
    try:
        code = run_editor(editing.editor, editing.arguments, editing.folder)
    except OSError as error:
        return f"the editor cannot be started: {error.strerror}"
    if code in (NOT_FOUND, NOT_RUN):
        return (
            f"the editor {editing.editor!r} cannot be run: set EDITOR, or "
            "`git config core.editor`, to one that is installed"
        )
    how = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
    return f"the editor {editing.editor!r} {how}" if code else ""
