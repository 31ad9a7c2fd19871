"""What doctor says of the channel: its lines, its branch, and the remote that shares it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from os.path import join

from coord_tui.adapters.channel_file import TORN
from coord_tui.adapters.channel_tip import NAME, BranchTaken, committed
from coord_tui.core.board import Board
from coord_tui.core.events import ChannelLine
from coord_tui.core.fold import fold
from coord_tui.core.times import span
from coord_tui.workspace.diagnosis import Diagnosis, many, warning, well
from coord_tui.workspace.workspace import Workspace

NAMED = 5
"""Lines of the channel that a finding names."""
LONG = 60.0
"""Seconds after which a lock of git's is taken for one that was left behind."""
SYNC = "`coord-tui sync`"


def examine_channel(workspace: Workspace) -> Iterator[Diagnosis]:
    """Its lines, and what became of them. Raises: EnvironmentFailed."""
    lines = workspace.lines()
    bad = [line for line in lines if line.event is None]
    refused = fold(workspace.plan, lines).refused
    events = many(len(lines) - len(bad), "event")
    yield well("channel", f"{events}, {len(refused)} refused by the rules")
    if bad:
        yield warning("channel", _bad_lines(bad), "nothing is lost: they are kept and passed over")
    torn = join(workspace.channel.folder, TORN)
    if os.path.exists(torn):
        what = f"a line that was cut short is kept in {torn}"
        yield warning("channel", what, "look at it, then remove that file")
    for notice in workspace.told():
        yield warning("channel", notice, "")


def examine_branch(workspace: Workspace) -> Iterator[Diagnosis]:
    """Whether the branch holds the channel, and takes what comes. Raises: EnvironmentFailed."""
    name = workspace.plan.channel.branch
    yield from _left_locked(workspace)
    try:
        held = committed(workspace.git, name)
    except BranchTaken as error:
        yield warning("branch", f"{error.why}, so no event is committed", error.way_out)
        return
    if held is None and not workspace.channel.exists():
        yield well("branch", f"{name}: begins with the first event")
        return
    lacking = _lines(workspace.channel.read()) - _lines(held or b"")
    if not lacking:
        yield well("branch", f"{name}: holds the whole channel")
    elif lacking <= (theirs := _of_remote(workspace)):
        yield well("branch", f"{name}: holds the whole channel, together with {_remote(workspace)}")
    else:
        what = f"{name}: {many(len(lacking - theirs), 'event')} not committed"
        yield warning("branch", what, "the next event commits all")


def _remote(workspace: Workspace) -> str:
    channel = workspace.plan.channel
    return f"{channel.remote}/{channel.branch}"


def _of_remote(workspace: Workspace) -> set[bytes]:
    """The lines that the remote's branch holds, as last fetched: other clones committed them."""
    ref = f"refs/remotes/{_remote(workspace)}:{NAME}"
    return _lines(workspace.git.ask("cat-file", "blob", ref) or b"")


def _lines(data: bytes) -> set[bytes]:
    return set(data.split(b"\n"))


def examine_remote(workspace: Workspace) -> Iterator[Diagnosis]:
    """Where it is, and whether it answers, as far as this clone knows without asking it."""
    name = workspace.plan.channel.remote
    url = workspace.settings.url(name)
    if url:
        yield _contact(workspace.board(), f"{name}: {_without_credentials(url)}")
    else:
        yield well("remote", f"there is no {name}: events stay in this clone")


def _contact(board: Board, where: str) -> Diagnosis:
    contact, pending = board.contact, f"{board.pending} pending"
    if contact.away:
        away = f"away for {span(board.now - contact.since)}: {contact.away}"
        fix = f"{SYNC} tries again; what is pending goes out in order when it answers"
        return warning("remote", f"{where}; {away}; {pending}", fix)
    if not contact.remote or not contact.at:
        return well("remote", f"{where}; not asked yet, {pending}", SYNC)
    answered = f"answered {span(board.now - contact.at)} ago"
    return well("remote", f"{where}; {answered}, {pending}", SYNC if board.pending else "")


def _without_credentials(url: str) -> str:
    """The address as it may be shown: without what stands before the `@` of its host."""
    return re.sub(r"^(\w[\w+.-]*://)[^/?#]*@", r"\1", url.strip())


def _left_locked(workspace: Workspace) -> Iterator[Diagnosis]:
    """Locks that a git which was killed left behind: no event gets past them."""
    channel = workspace.plan.channel
    for ref in (f"heads/{channel.branch}", f"remotes/{channel.remote}/{channel.branch}"):
        path = join(workspace.layout.common_dir, "refs", f"{ref}.lock")
        try:
            age = workspace.clock() - os.lstat(path).st_mtime
        except OSError:  # there is none, as it should be
            continue
        if age > LONG:
            what = f"a git that was killed left {path} behind, {span(age)} ago"
            yield warning("branch", what, "if no git is at work in this clone, remove that file")


def _bad_lines(bad: list[ChannelLine]) -> str:
    numbers = ", ".join(str(line.number) for line in bad[:NAMED])
    more = f" and {len(bad) - NAMED} more" if len(bad) > NAMED else ""
    return f"{len(bad)} lines are no events: {numbers}{more}"
