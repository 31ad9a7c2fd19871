"""Asks a person in the terminal about each thing that nobody can be sure of, one key each.

What was guessed is shown with the lines that it was read from; what a plan says otherwise, with
both sides. Enter is the suggestion that stands there; quitting writes nothing.
"""

from __future__ import annotations

import sys

from coord_tui.cli.keys import END, ENTER, ESCAPE, keys
from coord_tui.cli.output import harmless, put, show, width
from coord_tui.presentation.import_questions import Question, asking_lines, explaining_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Quit(Exception):
    """Nothing is to be written."""


def ask_each(questions: Sequence[Question]) -> set[str]:
    """The keys of what was taken. Raises: Quit."""
    taken: set[str] = set()
    with keys() as key:
        for place, question in enumerate(questions):
            show(asking_lines(question, place + 1, len(questions), width()))
            answer = _answer(question, key)
            if answer in ("a", "r"):
                taken |= {one.key for one in questions[place:]} if answer == "a" else set()
                break
            if answer == "y":
                taken.add(question.key)
    return taken


def _answer(question: Question, key: Callable[[], str]) -> str:
    """One of y, n, a, r, as pressed. Raises: Quit."""
    while True:
        sys.stdout.write(f"{question.prompt} ")
        pressed = key()
        pressed = CAPITALS.get(pressed, pressed)
        if pressed in (END, "q"):
            put("quit")
            raise Quit
        if pressed == ENTER:
            pressed = question.suggestion
        if pressed in WORDS:
            put(WORDS[pressed])
            return pressed
        put("?" if pressed == "?" else harmless(pressed) if pressed != ESCAPE else "")
        show(explaining_lines(question, width()))


WORDS = {"y": "taken", "n": "left", "a": "taken, with all that follow", "r": "left, with the rest"}
"""What is written behind the question when it was answered."""
CAPITALS = {"Y": "y", "N": "n", "Q": "q"}
"""What means the same: not A or R, which answer more than the question that stands there."""


def agrees(question: str) -> bool:
    """Whether the person says yes; Enter is yes. Raises: Quit."""
    with keys() as key:
        while True:
            sys.stdout.write(f"{harmless(question)} [Y/n] ")
            pressed = key().lower()
            if pressed in ("y", ENTER):
                put("yes")
                return True
            if pressed in ("n", "q", END):
                put("no")
                return False
            put("")
