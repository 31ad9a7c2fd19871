"""Records events and stays until the remote has them, so that who is told "yes" has really won."""

from __future__ import annotations

import time

from coord_tui.adapters.channel_file import Busy
from coord_tui.adapters.contact_file import read_memory
from coord_tui.adapters.withdrawn_file import forget_withdrawn, read_withdrawn
from coord_tui.workspace.syncing import Syncing, syncing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coord_tui.workspace.outcome import Outcome
    from coord_tui.workspace.workspace import Choose, Workspace


LEAST = 0.1
"""Seconds of patience that are left however long the remote took."""


def record_confirmed(workspace: Workspace, choose: Choose) -> list[Outcome]:
    """Judge drafts by what the remote has now, append them, and push them.

    Waits for `workspace.patience` seconds at most, and uses it up. When another process of this
    clone syncs meanwhile, it has just fetched, and sends along what is appended now. Raises: as
    `record`.
    """
    deadline = time.monotonic() + workspace.patience
    try:
        with syncing(workspace, 0, deadline) as one:
            one.pull()
            outcomes = workspace.append(choose)
            _send(one, workspace, outcomes)
            workspace.tell(one.done.explained)
    except Busy:
        outcomes = workspace.append(choose)
        _send_along(workspace, outcomes, deadline)
    _tell_lost(workspace, outcomes)
    workspace.patience = max(LEAST, deadline - time.monotonic())
    settled = _settled(workspace, outcomes)
    if any(before.event and not now.event for before, now in zip(outcomes, settled, strict=True)):
        _forget(workspace, outcomes)
    return settled


def _send(one: Syncing, workspace: Workspace, outcomes: list[Outcome]) -> None:
    """Push what is accepted and not yet confirmed, with all else that is pending."""
    if not any(o.accepted and not o.confirmed for o in _settled(workspace, outcomes)):
        return
    one.push()
    if one.done.away:
        workspace.tell(f"pending: {one.done.away}; it is sent with the next sync, and may yet lose")
        if not one.committed:
            workspace.commit(outcomes, workspace.plan.channel.branch)


def _send_along(workspace: Workspace, outcomes: list[Outcome], deadline: float) -> None:
    """Wait for the other process to send it; see to it oneself if it did not."""
    try:
        with syncing(workspace, deadline - time.monotonic(), deadline) as one:
            if any(o.accepted and not o.confirmed for o in _settled(workspace, outcomes)):
                one.pull()
                _send(one, workspace, outcomes)
    except Busy:
        workspace.tell("pending: another process of this clone syncs, and sends it too")


def _settled(workspace: Workspace, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes as they stand now: confirmed, pending, or refused because another was first."""
    settings = workspace.plan.channel
    size = read_memory(workspace.channel, settings.remote, settings.branch).size
    confirmed = workspace.channel.read()[:size]
    lost = {one.event.id: one.reason for one in read_withdrawn(workspace.channel)}
    return [_settled_one(outcome, confirmed, lost) for outcome in outcomes]


def _settled_one(outcome: Outcome, confirmed: bytes, lost: dict[str, str]) -> Outcome:
    if outcome.event is None:
        return outcome
    if reason := lost.get(outcome.event.id):
        return outcome._replace(accepted=False, reason=reason, event=None)
    return outcome._replace(confirmed=f'"id":"{outcome.event.id}"'.encode() in confirmed)


def _tell_lost(workspace: Workspace, outcomes: list[Outcome]) -> None:
    """What this session lost earlier and has not read; what it lost now is in the outcomes."""
    now = {outcome.event.id for outcome in outcomes if outcome.event}
    for event, reason in read_withdrawn(workspace.channel):
        if event.by == workspace.me and event.id not in now:
            what = f"{event.kind} {event.target}".rstrip()
            workspace.tell(f"withdrawn: your {what}: {reason}; `coord-tui ack` when read")


def _forget(workspace: Workspace, outcomes: list[Outcome]) -> None:
    """Who lost reads it in the outcomes, and not once more as news."""
    with workspace.channel.locked():
        forget_withdrawn(workspace.channel, {o.event.id for o in outcomes if o.event})
