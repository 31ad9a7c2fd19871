"""May a coding agent make the edit that it is about to make? Asked by the hooks of its program.

The repository is the one that the file is in, wherever the agent works. A file in none, or in one
without a plan, is nobody's business here.
"""

from __future__ import annotations

import json
from os.path import dirname, isdir, islink, join, lexists, realpath

from coord_tui.adapters.here import note_here
from coord_tui.adapters.layout import find_layout, typed_paths
from coord_tui.core.edits import Edit, read_edit
from coord_tui.core.guarding import is_allowed
from coord_tui.workspace.guard import Answer, CouldNotTell, Sight, look, told
from coord_tui.workspace.places import PLAN, here_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.core.guarding import Finding


def guard_edit(folder: str, session: str, data: bytes) -> tuple[Answer, str]:
    """May the session make the edit that the JSON `data` speaks of? With the agent's word for it.

    Relative paths start in the folder that it names, else in `folder`. Raises: CouldNotTell when it
    cannot be read, or names no file; BadInput for an unknown session.
    """
    edit = _read(data)
    cwd = join(folder, edit.cwd)
    findings: list[Finding] = []
    sights: dict[str, Sight] = {}
    for path in edit.paths:
        sight = _sight(join(cwd, path), session, sights)
        if sight is None and islink(join(cwd, path)):
            path = realpath(join(cwd, path))
            sight = _sight(path, session, sights)
        if sight is not None:
            findings += _judged(sight, path, cwd)
    if is_allowed(findings):
        for sight in sights.values():
            _note(sight)
    return Answer(findings), edit.event


def _read(data: bytes) -> Edit:
    try:
        return read_edit(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise CouldNotTell(f"what the agent says of its edit is not understood: {error}") from error


def _sight(path: str, session: str, sights: dict[str, Sight]) -> Sight | None:
    """The working tree that the file is in; None where nobody says whose files are."""
    try:
        top = _repository_of(path)
    except ValueError as error:
        raise CouldNotTell(f"{path!r} is no path: {error}") from error
    if not top:
        return None
    if top not in sights:
        try:
            sight = look(told(lambda: find_layout(top)), session)
        except CouldNotTell:
            if realpath(path) == join(top, PLAN):
                return None  # a broken plan can be mended
            raise
        if sight is None:
            return None
        sights[top] = sight
    return sights[top]


def _judged(sight: Sight, path: str, cwd: str) -> list[Finding]:
    typed = told(lambda: typed_paths(sight.layout, cwd, [path]))
    return told(lambda: sight.edits(typed, cwd))


def _repository_of(path: str) -> str:
    """The top of the repository that the file is in, or will be; empty when there is none.

    Raises: ValueError for what is no path.
    """
    folder = realpath(dirname(path))
    while not isdir(folder) or not lexists(join(folder, ".git")):
        if folder == dirname(folder):
            return ""
        folder = dirname(folder)
    return folder


def _note(sight: Sight) -> None:
    """Note that the session edits in this working tree."""
    if sight.me:
        note_here(here_path(sight.layout), sight.me)
