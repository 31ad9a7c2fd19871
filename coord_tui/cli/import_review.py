"""Asks a person in the terminal about each thing that nobody can be sure of, one key each.

What was guessed is shown with the lines that it was read from; what a plan says otherwise, with
both sides. Enter is the suggestion that stands there, but not behind a key that answered: who types
`y` and Enter means one answer. Quitting writes nothing.
"""

from __future__ import annotations

import sys

from coord_tui.cli.keys import END, ENTER, ESCAPE, keys
from coord_tui.cli.output import harmless, put, show, width
from coord_tui.core.importing.review import fallen
from coord_tui.presentation.import_questions import (
    Question,
    asking_lines,
    explaining_lines,
    falling_lines,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from coord_tui.core.importing.review import Needs


class Quit(Exception):
    """Nothing is to be written."""


class Pressed:
    """The keys that a person presses, without the Enter that only ends an answer."""

    def __init__(self) -> None:
        self.ends = False
        """Whether an Enter that comes next belongs to the key before it."""

    def next(self, key: Callable[[], str]) -> str:
        """The next key that says something."""
        pressed = key()
        if pressed == ENTER and self.ends:
            pressed = key()
        self.ends = pressed != ENTER
        return pressed


class Hanging:
    """What cannot be in a plan without something that was left."""

    def __init__(self, needs: Needs, left: Collection[str], words: Mapping[str, str]) -> None:
        self.needs, self.words = needs, words
        self.left = frozenset(left)
        self.fallen = fallen(self.left, needs)

    def leave(self, *keys: str) -> None:
        """Have these be left, and what hangs on them."""
        self.left |= {*keys}
        self.fallen = fallen(self.left, self.needs)

    def cause(self, key: str) -> str:
        """What was left that this needs, in words; empty when it can be taken."""
        other = self.fallen.get(key, "")
        return self.words.get(other, other)


def ask_each(questions: Sequence[Question], pressed: Pressed, hanging: Hanging) -> set[str]:
    """The keys of what was taken; what fell is told instead of asked about. Raises: Quit."""
    taken: set[str] = set()
    all = False
    with keys() as key:
        for place, question in enumerate(questions, 1):
            if cause := hanging.cause(question.key):
                show(falling_lines(question, cause, place, len(questions), width()))
                continue
            if not all:
                show(asking_lines(question, place, len(questions), width()))
                answer = _answer(question, lambda: pressed.next(key))
                if answer == "r":
                    hanging.leave(*(one.key for one in questions[place - 1 :]))
                    break
                all = answer == "a"
            if all or answer == "y":
                taken.add(question.key)
            else:
                hanging.leave(question.key)
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


def agrees(question: str, pressed: Pressed) -> bool:
    """Whether the person says yes; Enter is yes. Raises: Quit."""
    with keys() as key:
        while True:
            sys.stdout.write(f"{harmless(question)} [Y/n] ")
            answer = pressed.next(key).lower()
            if answer in ("y", ENTER):
                put("yes")
                return True
            if answer in ("n", "q", END):
                put("no")
                return False
            put("")
