"""Events that the rules accept, recorded as a session would."""

from coord_tui.workspace.outcome import Draft
from coord_tui.workspace.workspace import Workspace


def record(workspace: Workspace, kind: str, **fields: object) -> str:
    """Record an event, which the rules accept; its id."""
    (outcome,) = workspace.record(lambda board: [Draft("x", kind, fields)])
    assert outcome.event is not None, outcome.reason
    return outcome.event.id
