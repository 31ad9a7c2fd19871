"""Checks the words that a session typed against those that exist, and helps when one does not."""

import re
from collections.abc import Iterable, Sequence

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


def check_named(what: str, words: Sequence[str]) -> None:
    """Raises: BadInput when one of the words is empty, as an unset variable of a shell is."""
    if "" in words:
        raise BadInput(f"an empty word names no {what}")


def check_said(text: str, complaint: str) -> None:
    """Raises: BadInput with the complaint when there are no words in the text."""
    if not text.strip():
        raise BadInput(complaint)


def check_id(id: str) -> None:
    """Raises: BadInput for what the plan would not take as an id; an empty one is none."""
    from coord_tui.core.plan_shape import WORD  # only new tasks need it

    if id and not (id.isprintable() and re.fullmatch(WORD.pattern, id)):
        raise BadInput(f"{id!r} is no id: an id is {WORD.words}")


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
