"""How a file stands for a session, in words: what stands at the right edge of its row."""

from typing import NamedTuple

from coord_tui.core.board import Board, Hold, age
from coord_tui.core.granting import is_open, takes_in
from coord_tui.core.protocol import Progress
from coord_tui.core.standing import Standing
from coord_tui.core.state import Pushed, Request
from coord_tui.core.times import NEVER, left, seconds_of, span, text_of
from coord_tui.core.tree import Worktree
from coord_tui.presentation.answering import about
from coord_tui.presentation.steps import step_words
from coord_tui.presentation.text import inert

ENDS_SOON = 600
"""Seconds from which on it is said how long one's own announcement still lasts."""


class Word(NamedTuple):
    """How a file stands, and the next step."""

    text: str
    role: str
    urgency: int = 0
    """3 in conflict, 2 somebody must be asked, 1 the others must be told, 0 nothing to do."""
    short: str = ""
    """The same in fewer words; where the text begins with them, the rest stands below."""
    notes: tuple[str, ...] = ()
    """What else there is to know, each on a line of its own."""


def words_for(standing: Standing, board: Board, progress: Progress | None = None) -> Word:
    """How a path stands for the board's session, and the next step.

    `progress`: where the session is with a shared file, when that is known.
    """
    if word := requested(standing, board):
        return word
    if standing.held is not None:
        return _held_by_other(standing.held, board)
    steps = progress if board.me and standing.kind == "shared" else None
    if standing.pull and (steps is None or steps.step == "free" or steps.next == "pull"):
        text, short = pull_words(standing.pull, board)
        return Word(text, "warn", 1, short)
    if standing.unmerged and not standing.to_ask and (steps is None or steps.step == "free"):
        return Word(unmerged_words(standing.unmerged, board), "warn")
    return Word(*step_words(steps)) if steps else _undisturbed(standing, board)


def _undisturbed(standing: Standing, board: Board) -> Word:
    match standing.kind:
        case "shared" if standing.own is None:
            word = Word("shared: announce first", "warn", 1)
            return word if board.me else Word("shared", "shared")
        case "shared":
            return Word("announced by you", "yours")
        case "yours":
            return Word("yours", "yours")
        case "theirs" if not board.me:
            return Word(f"{inert(standing.owner)}'s", "theirs")
        case "theirs":
            return Word(f"{inert(standing.owner)}'s: ask first", "alarm", 2)
    own = standing.own.reservation if standing.own else None
    if own is None:
        return Word("unowned", "unowned")
    return Word(f"yours with {inert(own.task)}" if own.task else "reserved by you", "yours")


def conflict_word(path: str, tree: Worktree) -> Word:
    """In conflict, and by whose commit, when git knows it."""
    found = next((one for one in tree.conflicts if one.path == path and one.commit), None)
    whose = f" of {inert(found.session)}" if found and found.session else ""
    text = f"in conflict with {found.commit[:7]}{whose}" if found else "in conflict"
    return Word(text, "alarm", 3, "in conflict")


def pull_words(pushed: Pushed, board: Board) -> tuple[str, str]:
    """That another pushed the file, in many and in few words."""
    who = f"{inert(pushed.session)} {span(age(board, pushed.at))}"
    return f"pull before editing: {who}", f"pull first: {who}"


def unmerged_words(pushed: Pushed, board: Board) -> str:
    """That another pushed the file to a branch that no pull brings."""
    return f"not merged: {inert(pushed.session)} {span(age(board, pushed.at))}"


def ends_soon(standing: Standing) -> str:
    """How long the session's own announcement or reservation still lasts, when that is short."""
    own = standing.own
    if own is None or not 0 < own.seconds_left < ENDS_SOON:
        return ""
    verb = "announced" if own.reservation.kind == "announce" else "reserved"
    return f"{verb} by you, {left(own.seconds_left)} left"


def requested(standing: Standing, board: Board) -> Word | None:
    """How a file stands by what was asked and answered about it, if anything was."""
    if not board.requests:
        return None
    held, path = standing.held, standing.path
    if asking := [one for one in board.open_requests() if board.me and about(one, path)]:
        return Word(f"{inert(asking[0].session)} asks: y or n", "unread", 2)
    if held is None and standing.granted:
        return _granted(standing, board)
    holder = held.reservation.session if held else standing.owner
    asked = [one for one in board.requests if one.session == board.me and about(one, path)]
    asked = [one for one in asked if one.owner == holder]
    if not asked or not board.me or asked[-1].answer not in ("", "deny"):
        return None
    if asked[-1].answer == "deny":
        return Word(f"denied by {inert(holder)}", "alarm", 2)
    return Word(f"asked {inert(holder)} {span(age(board, asked[-1].at))}: wait", "warn", 2)


def _granted(standing: Standing, board: Board) -> Word:
    words = f"granted by {inert(standing.owner)}"
    until = max((seconds_of(one.until) for one in _grants(standing, board)), default=NEVER)
    how_long = f", {left(until - board.now)} left" if until > NEVER else ""
    return Word(f"{words}{how_long}", "ok", short=words)


def _grants(standing: Standing, board: Board) -> list[Request]:
    """The grants by which the reader may edit the file; of those, ones that have an end."""
    at = text_of(board.now)
    return [
        one
        for one in board.requests
        if (one.session, one.owner) == (board.me, standing.owner)
        and one.until
        and is_open(one, at)
        and takes_in(one, standing.path)
    ]


def _held_by_other(hold: Hold, board: Board) -> Word:
    held = hold.reservation
    since, who = span(age(board, held.at)), inert(held.session)
    verb = {"announce": "announced", "claim": "held"}.get(held.kind, "reserved")
    what = f" with {inert(held.task)}" if held.task else f" {since}"
    return Word(f"{verb} by {who}{what}", "alarm" if board.me else "theirs", 2 if board.me else 0)
