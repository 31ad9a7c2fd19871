"""Whether an owner's grant lets a session edit a path: by its scope, and until it ends."""

from collections.abc import Iterable

from coord_tui.core.patterns import PatternError, escape, parse
from coord_tui.core.state import Request
from coord_tui.core.times import seconds_of


def is_granted(path: str, owner: str, session: str, requests: Iterable[Request], at: str) -> bool:
    """Whether the `owner` of the path lets the session edit it at a moment of the channel."""
    return any(
        request.session == session
        and request.owner == owner
        and not request.reservation
        and is_open(request, at)
        and takes_in(request, path)
        for request in requests
    )


def is_open(request: Request, at: str) -> bool:
    """Whether it is granted, and the grant has not ended."""
    unended = not request.until or seconds_of(at) < seconds_of(request.until)
    return request.answer == "grant" and unended


def takes_in(request: Request, path: str) -> bool:
    """Whether the path is within what was asked for, or what the owner named instead."""
    try:
        return parse(request.scope or escape(request.path)).match(path)
    except PatternError:
        return False
