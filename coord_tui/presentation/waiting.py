"""What `wait` found, as JSON."""

from coord_tui.core.state import Request
from coord_tui.core.waiting import Finding
from coord_tui.presentation import documents
from coord_tui.presentation.documents import Document


def document(kind: str, found: Finding) -> Document:
    """What was waited for, whether it holds, and if not, whether time ran out or it cannot."""
    reason = None if found.holds else "in vain" if found.vain else "timeout"
    return {
        "condition": kind,
        "target": found.target or None,
        "holds": found.holds,
        "reason": reason,
        "words": found.words,
        "tasks": [documents.task(entry) for entry in found.tasks],
        "request": request(found.request) if found.request else None,
        "by": list(found.by),
    }


def request(found: Request) -> Document:
    """A request, and what became of it; `answer` is null while it is open."""
    return {
        "id": found.id,
        "session": found.session,
        "path": found.path,
        "owner": found.owner,
        "handover": bool(found.reservation),
        "why": found.why,
        "task": found.task or None,
        "at": found.at,
        "answer": found.answer or None,
        "words": found.words or None,
        "scope": found.scope or None,
        "until": found.until or None,
    }
