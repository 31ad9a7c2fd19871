"""What is due in the reader's working tree, in words and as JSON: to pull, to go on with."""

from collections.abc import Iterable

from coord_tui.core.board import Board, age
from coord_tui.core.due import Due
from coord_tui.core.protocol import Progress
from coord_tui.core.shell import word
from coord_tui.core.state import Pushed
from coord_tui.core.times import span
from coord_tui.presentation.documents import Document
from coord_tui.presentation.rows import Span, Spans
from coord_tui.presentation.steps import stopped_words
from coord_tui.presentation.text import inert

COMMANDS = {
    "announce": 'coord-tui announce {} "what for"',
    "pull": "coord-tui pull",
    "finish": 'coord-tui finish {} -m "what you changed"',
}
"""The command of each next step; to edit is none of ours."""
PASSED = {"announced": "not announced", "pulled": "not pulled"}
NOT_MERGED = "not merged"
"""Of a file that another pushed to a branch which no pull brings."""


def pull_words(one: Pushed, board: Board) -> str:
    """Which file to pull, and whose edit it is: `config.py (junior, 3m)`."""
    return f"{inert(one.path)} ({inert(one.session, 24)}, {span(age(board, one.at))})"


def step_words(one: Progress) -> str:
    """How far a shared file is, which steps were passed over, and the next one."""
    done = ["committed"] if one.committed else []
    passed = [PASSED[step] for step in one.skipped if step in PASSED]
    then = [f"next: {one.next}"] if one.next else []
    first = [stopped_words(one.stopped)] if one.stopped else []
    return f"{inert(one.path)} {', '.join([one.step, *done, *passed, *first, *then])}"


def command_for(one: Progress) -> str:
    """The command of the next step; empty when that is no command."""
    return COMMANDS.get(one.next, "").format(word(inert(one.path)))


def due_blocks(found: Due, board: Board) -> list[tuple[str, list[Spans]]]:
    """The files to pull, then those under way with the next command; titles and lines."""
    pull = [(Span(f"  {pull_words(one, board)}", "warn"),) for one in found.pull]
    if pull:
        pull.append((Span("    coord-tui pull", "key"),))
    merge: list[Spans] = [(Span(f"  {pull_words(one, board)}"),) for one in found.unmerged]
    steps = [line for one in found.underway for line in _step_lines(one)]
    return [
        ("pull before editing", list[Spans](pull)),
        (f"{NOT_MERGED}: pushed to another branch, merge it when you need it", merge),
        ("shared files under way", steps),
    ]


def _step_lines(one: Progress) -> Iterable[Spans]:
    yield (Span(f"  {step_words(one)}", "warn" if one.skipped else ""),)
    if command := command_for(one):
        yield (Span(f"    {command}", "key"),)


def due_document(found: Due) -> Document:
    """The same as JSON."""
    return {
        "pull": [_push(one) for one in found.pull],
        "unmerged": [_push(one) for one in found.unmerged],
        "underway": [
            {
                "path": one.path,
                "step": one.step,
                "next": one.next or None,
                "skipped": list(one.skipped),
                "committed": one.committed,
                "stopped": one.stopped or None,
            }
            for one in found.underway
        ],
    }


def _push(one: Pushed) -> Document:
    return {"path": one.path, "by": one.session, "commit": one.commit}
