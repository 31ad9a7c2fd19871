"""What sessions do about files: announce an edit, hold paths and globs, give them back."""

import os
from collections.abc import Sequence

from coord_tui.adapters.layout import relative
from coord_tui.core.patterns import escape, parse
from coord_tui.errors import BadInput
from coord_tui.workspace.outcome import Draft, Outcome
from coord_tui.workspace.words import check_said
from coord_tui.workspace.workspace import Workspace


def announce(
    workspace: Workspace, path: str, intent: str, *, lasts: int = 0, cwd: str = ""
) -> list[Outcome]:
    """Tell the others that a shared file is about to be edited, and what for.

    The path is typed in the folder `cwd`; empty: at the top of the repository. So in the others.
    Raises: BadInput without an intent, and for what is no path in the repository.
    """
    check_said(intent, "announced what for? Say in quotes what you are about to change")
    where = relative(workspace.layout, path, cwd or workspace.layout.top)
    if where == ".":
        raise BadInput(f"{path!r} is the whole repository: announce the file that you will edit")
    if path.endswith("/") or os.path.isdir(os.path.join(workspace.layout.top, where)):
        raise BadInput(f"{path!r} is a folder: announce the file that you will edit, or reserve it")
    fields = {"path": where, "intent": intent} | ({"lasts": lasts} if lasts else {})
    outcomes = workspace.record(lambda board: [Draft(where, "announce", fields)])
    there = os.path.lexists(os.path.join(workspace.layout.top, where))
    note = "" if there else "there is no such file yet"
    return [o._replace(note=note) if o.accepted else o for o in outcomes]


def reserve(
    workspace: Workspace,
    patterns: Sequence[str],
    *,
    intent: str = "",
    lasts: int = 0,
    loosely: bool = False,
    cwd: str = "",
) -> list[Outcome]:
    """Hold paths or globs; `loosely` lets others hold them too."""
    more: dict[str, object] = {"intent": intent} if intent else {}
    more |= {"lasts": lasts} if lasts else {}
    more |= {"exclusive": False} if loosely else {}
    named = [named_place(workspace, pattern, cwd) for pattern in patterns]
    drafts = [Draft(next(iter(name.values())), "reserve", name | more) for name in named]
    return workspace.record(lambda board: drafts)


def unreserve(workspace: Workspace, patterns: Sequence[str], *, cwd: str = "") -> list[Outcome]:
    """Give back paths or globs; none named: all that the session reserved."""
    named = [named_place(workspace, pattern, cwd) for pattern in patterns] or [{}]
    drafts = [Draft(next(iter(name.values()), "all"), "unreserve", name) for name in named]
    return workspace.record(lambda board: drafts)


def named_place(workspace: Workspace, text: str, cwd: str) -> dict[str, str]:
    """What is named, as fields: a glob is a `pattern`, all else (or what exists) a literal `path`.

    Raises: BadInput for what is no path in the repository, or all of it.
    """
    folder = cwd or workspace.layout.top
    if text.rstrip("/") == ".":
        raise BadInput(f"{text!r} is the whole repository: name what you need of it")
    text = text.removeprefix("./")
    if os.path.lexists(os.path.join(folder, text)) or parse(text).spelled:
        path = relative(workspace.layout, text, folder)
        within = text.endswith("/") or os.path.isdir(os.path.join(workspace.layout.top, path))
        return {"path": f"{path}/" if within else path}
    return {"pattern": _from_top(text, relative(workspace.layout, folder, ""))}


def _from_top(pattern: str, folder: str) -> str:
    """A glob that was typed in a folder, as a `.gitignore` in that folder would mean it."""
    if folder == "." or pattern.startswith("/"):
        return pattern
    deep = "" if "/" in pattern.rstrip("/") else "**/"
    return f"{escape(folder)}/{deep}{pattern}"
