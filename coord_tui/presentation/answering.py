"""Which request a row is about, so that whoever answers it there answers the one that is meant."""

from typing import TYPE_CHECKING

from coord_tui.core.board import Board
from coord_tui.core.granting import is_open
from coord_tui.core.state import Request
from coord_tui.core.times import text_of

if TYPE_CHECKING:
    from coord_tui.presentation.commands import Subject


def request_of(board: Board, subject: "Subject", answer: str) -> Request | None:
    """The request that an answer would be to: the row's own, else of its file, else the oldest.

    `answer` is `grant` or `deny`; what has it already is not meant.
    """
    mine = [one for one in board.requests if one.owner == board.me != ""]
    unanswered = [one for one in mine if not one.answer]
    own = [one for one in mine if one.id == subject.event and not _has(one, answer, board)]
    of_path = [one for one in unanswered if about(one, subject.path)]
    return next(iter(own or of_path or unanswered), None)


def _has(request: Request, answer: str, board: Board) -> bool:
    """Whether that is the answer that holds; what was handed over, or ended, is past answering."""
    if request.reservation and request.answer in ("grant", "over"):
        return True
    ended = answer == "grant" and not is_open(request, text_of(board.now))
    return request.answer == answer and not ended


def about(request: Request, path: str) -> bool:
    """Whether a request is about the path, or about a folder that it is in."""
    return path == request.path or (request.path.endswith("/") and path.startswith(request.path))
