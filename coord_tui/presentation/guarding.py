"""What the guard found, as text and as JSON; loads little, because agents ask so often."""

from __future__ import annotations

from coord_tui.core.guarding import is_allowed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coord_tui.core.guarding import Finding

LEVELS = {"warn": "warning: ", "block": "refused: "}
SHOWN = 50
"""Findings that a person still reads."""


def document(findings: Sequence[Finding], command: str = "") -> dict[str, object]:
    """What the guard found, as JSON."""
    found = [
        {"path": one.path, "rule": one.rule, "message": one.message, "level": one.level}
        for one in findings
    ]
    return {"allowed": is_allowed(findings), "findings": found} | (
        {"command": command} if command else {}
    )


def lines(findings: Sequence[Finding], command: str = "", advice: str = "") -> list[str]:
    """A line for each finding, what forbids first, then what to do about all of them."""
    blocking = [one for one in findings if one.level == "block"]
    warning = [one for one in findings if one.level != "block"]
    said = [LEVELS.get(one.level, "") + one.message for one in (*blocking, *warning)]
    if len(said) > SHOWN:
        said[SHOWN:] = [f"and {len(said) - SHOWN} more: --json has them all"]
    if command or advice:
        said.append(f"to commit yours alone: {command}" if command else advice)
    return said


def for_agent(said: Sequence[str], event: str) -> dict[str, object]:
    """Warnings in the form in which an agent's hook hands them on to the agent.

    It takes no decision in the place of the person who allows edits.
    """
    context = "coord-tui: " + "; ".join(said)
    named = {"hookEventName": event} if event else {}
    return {"hookSpecificOutput": named | {"additionalContext": context}}
