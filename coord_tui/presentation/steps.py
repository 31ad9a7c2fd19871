"""The steps of the shared-file protocol in words: the next one, and those that were skipped."""

from typing import get_args

from coord_tui.core.board import Board, age
from coord_tui.core.patterns import parse
from coord_tui.core.protocol import CONFLICT, Progress, Step
from coord_tui.core.state import Pushed
from coord_tui.core.times import span
from coord_tui.presentation import symbols
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.sessions import Names
from coord_tui.presentation.text import inert

STEPS: tuple[Step, ...] = get_args(Step)
_NEXT = {
    "announce": ("shared: announce first", "warn", 1, ""),
    "edit": ("announced, pulled: edit away", "yours", 0, "edit away"),
}
"""What the next command says by itself, whatever was done before."""


def step_words(progress: Progress) -> tuple[str, str, int, str]:
    """Where a session is with a shared file: words, role, urgency, and fewer words."""
    if progress.stopped:
        first = stopped_words(progress.stopped)
        return f"{progress.step}: {first}", "warn", int(bool(progress.skipped)), first
    if progress.next in _NEXT:
        return _NEXT[progress.next]
    if progress.next == "finish" and progress.step == "pushed":
        return "pushed, not told: finish tells", "warn", 1, "pushed: finish tells"
    words = f"{progress.step}: {progress.next} next" if progress.next else progress.step
    if progress.next == "finish" and progress.committed:
        words = "committed: finish pushes"
    skipped = bool(progress.skipped)
    return words, "warn" if skipped or progress.next == "pull" else "yours", int(skipped), ""


def stopped_words(stopped: str) -> str:
    """What must be over before a file can be finished."""
    return "settle the conflict" if stopped == CONFLICT else f"finish the {inert(stopped)} first"


def skipped_words(progress: Progress, pull: Pushed | None, board: Board) -> tuple[str, ...]:
    """The steps that were left out, each in a sentence; `pull`: what was not pulled."""
    did = "pushed" if progress.step in ("pushed", "told") else "edited"
    known = pull is not None and progress.step != "free"
    names = {"announced": "announcing", "pulled": "" if known else "pulling"}
    without = " or ".join(names[step] for step in progress.skipped if names.get(step))
    words = [f"{did} without {without}"] if without else []
    if "announced" in progress.skipped and (taker := handed_to(progress, board)):
        words = [f"{did}; handed over to {inert(taker)}"]
    if known and pull is not None:
        since = span(age(board, pull.at))
        words.append(f"not pulled since {inert(pull.session)} pushed {since} ago")
    return tuple(words)


def handed_to(progress: Progress, board: Board) -> str:
    """Who holds the file because this session handed its announcement over; empty: nobody."""
    gave = [
        one
        for one in board.requests
        if one.reservation and (one.owner, one.answer) == (progress.session, "grant")
    ]
    for hold in board.holds if gave else ():
        held, pattern = hold.reservation, parse(hold.reservation.pattern)
        given = any(one.session == held.session and pattern.match(one.path) for one in gave)
        if held.handed and given and pattern.match(progress.path):
            return held.session
    return ""


def trail(progress: Progress) -> tuple[Spans, ...]:
    """All steps in order, each with its sign: behind, left out, here, still to come."""
    here = STEPS.index(progress.step)
    return tuple(_step(step, place - here, progress) for place, step in enumerate(STEPS))


def _step(step: Step, distance: int, progress: Progress) -> Spans:
    if step in progress.skipped:
        return (Span(f"{symbols.DROPPED} {step}", "warn"),)
    if distance == 0:
        return (Span(f"{symbols.HERE} {step}", "strong claimed"),)
    if distance < 0:
        return (Span(f"{symbols.DONE} {step}", "ok"),)
    return (Span(step, "dim"),)


def whose_step(progress: Progress, board: Board) -> Span:
    """Who is how far with a shared file: `announced by junior 3m`."""
    held = (
        hold.reservation
        for hold in board.holds
        if hold.reservation.session == progress.session
        and hold.reservation.kind == "announce"
        and hold.reservation.shown == progress.path
    )
    since = next((f" {span(age(board, one.at))}" for one in held), "")
    who = "you" if progress.session == board.me else inert(progress.session)
    return Span(f"{progress.step} by {who}{since}", Names(board).role(progress.session, "strong"))
