"""What doctor says of who acts here: which session, whether others believe it, who else does."""

from __future__ import annotations

from collections.abc import Iterator

from coord_tui.adapters.running import programs
from coord_tui.core.program import Program, doubles
from coord_tui.workspace.diagnosis import Diagnosis, warning, well
from coord_tui.workspace.identity import who_am_i
from coord_tui.workspace.places import PLAN, running_path
from coord_tui.workspace.workspace import Workspace

RENAME = "if they are not one person's, `coord-tui whoami NAME` gives a worktree another name"


def examine_session(workspace: Workspace, asked: str) -> Iterator[Diagnosis]:
    """Who acts in this worktree. Raises: BadInput for a name that nobody has."""
    name, source = who_am_i(asked, workspace)
    if name:
        yield well("session", f"{name}, from {source}")
        yield from _unverified(workspace, name)
    else:
        yield warning("session", f"an observer, read only: {source}", "`coord-tui whoami NAME`")
    yield from _twice(programs(running_path(workspace.layout)))


def _unverified(workspace: Workspace, name: str) -> Iterator[Diagnosis]:
    """Events are believed by the git email that they carry."""
    session, email = workspace.plan.session(name), workspace.settings.email
    emails = [one.lower() for one in session.emails] if session else []
    if not emails or email.lower() in emails:
        return
    what = f"events of {name} are shown as unverified: "
    if email:
        what += f"the git email here, {email}, is none of its emails in {PLAN}"
        fix = f"add {email} to its emails in {PLAN}, or have git use one of them (user.email)"
    else:
        what += "git has no email here"
        fix = f"`git config user.email EMAIL`, with one of its emails in {PLAN}"
    yield warning("session", what, fix)


def _twice(running: tuple[Program, ...]) -> Iterator[Diagnosis]:
    """Names under which programs run that look like several persons'."""
    for name in dict.fromkeys(one.session for one in running):
        same = [one for one in running if one.session == name]
        if doubles(same[0], same[1:]):
            where = ", ".join(f"{one.via} {one.pid} in {one.worktree}" for one in same)
            yield warning("session", f"{name} is open {len(same)} times: {where}", RENAME)
