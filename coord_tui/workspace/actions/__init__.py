"""The use cases that write: each says what it wants on the channel, and `record` judges it."""

from coord_tui.workspace.actions.files import announce, reserve, unreserve
from coord_tui.workspace.actions.messages import ack, addressed, say
from coord_tui.workspace.actions.requests import ask, deny, grant
from coord_tui.workspace.actions.tasks import (
    NOBODY,
    add,
    assign,
    claim,
    claim_next,
    done,
    release,
    reopen,
)

__all__ = [
    "NOBODY",
    "ack",
    "add",
    "addressed",
    "announce",
    "ask",
    "assign",
    "claim",
    "claim_next",
    "deny",
    "done",
    "grant",
    "release",
    "reopen",
    "reserve",
    "say",
    "unreserve",
]
