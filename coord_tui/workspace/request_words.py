"""Finds the request that is meant: by its id or the end of it, by a path, or by a session."""

from collections.abc import Sequence

from coord_tui.core.board import Board
from coord_tui.core.short_ids import short_id
from coord_tui.core.state import Request
from coord_tui.errors import BadInput

LEAST = 3
"""Characters of an id's end that name it, at least."""
LISTED = 5
"""Requests that a message names, at most."""


def request_named(word: str, path: str, board: Board, among: Sequence[Request]) -> Request:
    """The one of these requests that the word means; `path` is the word read as a path.

    A path means the open request about it, or else the last one; a session its one open request.
    Raises: BadInput, with a list of the open ones, when it means none of them or several.
    """
    found = [one for one in among if one.id == word] or _by_end(word, among)
    about = [one for one in among if one.path.rstrip("/") == path.rstrip("/")]
    found = found or [one for one in about if not one.answer] or about[-1:]
    found = found or [one for one in among if one.session == word and not one.answer]
    if len(found) == 1:
        return found[0]
    open_ = found or [one for one in among if not one.answer]
    what = f"{word!r} means several requests" if found else f"no request {word!r}"
    raise BadInput(f"{what}: {_listed(open_, board)}")


def _by_end(word: str, among: Sequence[Request]) -> list[Request]:
    return [one for one in among if len(word) >= LEAST and one.id.endswith(word)]


def _listed(requests: Sequence[Request], board: Board) -> str:
    if not requests:
        return "none is open"
    ids = [one.id for one in board.requests]
    named = [
        f"{short_id(one.id, ids)} ({one.session} for {one.path}"
        + (f", {one.owner}'s)" if one.owner != board.me else ")")
        for one in requests[:LISTED]
    ]
    more = f" and {len(requests) - LISTED} more" if len(requests) > LISTED else ""
    return f"there is {', '.join(named)}{more}"
