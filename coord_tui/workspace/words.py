"""Checks the words that a user typed against those that exist, and helps when one does not."""

from collections.abc import Iterable

from coord_tui.core.board import Board
from coord_tui.core.plan_problems import nearest
from coord_tui.errors import BadInput

LISTED = 8
"""Known words that a message names, at most."""


def check(what: str, words: Iterable[str], known: Iterable[str]) -> None:
    """Raises: BadInput with the nearest word, or all, if one is unknown; an empty one is none."""
    listed = list(known)
    for word in words:
        if word and word not in listed:
            raise unknown(what, word, listed)


def unknown(what: str, word: str, known: list[str]) -> BadInput:
    """The error that there is no such word, with the nearest one or all of them."""
    return BadInput(f"no {what} {word!r}: {nearest(word, known) or _some(known)}")


def sessions(board: Board) -> list[str]:
    """The names of all sessions."""
    return [presence.session.name for presence in board.sessions]


def tasks(board: Board) -> list[str]:
    """The ids of all tasks."""
    return [entry.task.id for entry in board.tasks]


def groups(board: Board) -> list[str]:
    """The ids of all groups."""
    return [group.id for group in board.plan.groups]


def _some(known: list[str]) -> str:
    more = f" and {len(known) - LISTED} more" if len(known) > LISTED else ""
    return f"there is {', '.join(known[:LISTED])}{more}" if known else "there is none"
