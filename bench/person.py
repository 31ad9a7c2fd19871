"""A person at the screen: reads it, answers what it asks, takes a task, says something, by keys."""

import re
import time
from collections.abc import Callable
from typing import NamedTuple

from bench.terminal import Terminal

Note = Callable[..., None]
"""Notes an act: its kind, whom it must reach, and the words by which it is known there."""
ASKED = re.compile(r"(\w+) asks for (\S+)")
OTHER_PANE = "1 Ownership"
"""Not to be seen while another pane is zoomed."""
DIALOG = "enter ok"
"""What stands in every dialog that wants words."""
STEP = 0.4
"""Seconds that a person looks before the next key."""
TITLE = re.compile(r"(Grant|Deny) (\w+): (\S+)")


class Habit(NamedTuple):
    """Something that the person does again and again."""

    every: float
    act: Callable[[], None]


class Person:
    """Who sits at the screen: before the channel, zoomed, unless something else is to be done."""

    def __init__(self, terminal: Terminal, me: str, others: tuple[str, ...], note: Note) -> None:
        self._terminal = terminal
        self._me = me
        self._others = others
        self._note = note
        self._answers = self._messages = 0
        habits = (
            Habit(20, self._tell), Habit(28, self._claim), Habit(45, self._try_what_is_announced),
            Habit(40, self._read),
        )  # fmt: skip
        self._due = [(time.monotonic() + 3 + 5 * n, habit) for n, habit in enumerate(habits)]

    def sit_down(self) -> None:
        """Look at the channel, on the whole screen."""
        self._slowly("4")
        self._zoom(True)
        self._slowly("End")

    def _slowly(self, *keys: str) -> None:
        """One key after the other, with a look at the screen after each."""
        for key in keys:
            self._terminal.press(key)
            time.sleep(STEP / 2)

    def _zoom(self, wanted: bool) -> None:
        """Zoom, or not; a key pressed while a dialog closes is lost, so try again."""
        for _ in range(5):
            if (OTHER_PANE in self._terminal.shown()) != wanted:
                return
            self._terminal.press("z")
            self._terminal.wait(lambda text: (OTHER_PANE in text) != wanted, 2)

    def _fill_in(self, words: str) -> None:
        """Type into the dialog that opens, and see it close."""
        self._terminal.wait(lambda text: DIALOG in text)
        time.sleep(STEP)
        self._terminal.type(words)
        if DIALOG in self._terminal.wait(lambda text: DIALOG not in text):
            self._note("broke", "", f"the dialog stays open: {self._terminal.shown()}")
            self._terminal.press("Escape")

    def act(self, *, leaving: bool = False) -> None:
        """Answer a request if there is one; else what is due, if anything, unless about to go."""
        if re.search("waits? for your answer", self._terminal.shown()):
            self._answer()
            return
        for number, (due, habit) in enumerate(() if leaving else self._due):
            if time.monotonic() >= due:
                habit.act()
                self._due[number] = (time.monotonic() + habit.every, habit)
                return

    def _answer(self) -> None:
        """Say yes or no, in turn, to the request under the cursor."""
        key, words = ("y", "n")[self._answers % 2], f"{self._me} answer {self._answers}"
        self._terminal.press("End")
        time.sleep(STEP)
        self._terminal.press(key)
        found = TITLE.search(self._terminal.wait(lambda text: bool(TITLE.search(text))))
        if found is None:
            self._note("broke", "", f"{key} opened nothing: {self._terminal.shown()}")
            self._terminal.press("Escape")
            return
        self._fill_in(words)
        self._answers += 1
        self._note(found[1].lower(), found[2], found[3], words)
        self._terminal.wait(lambda text: f"“{words}”" in text)

    def _tell(self) -> None:
        """A message, to one or to all."""
        to = ("", *self._others)[self._messages % (1 + len(self._others))]
        words = f"{self._me} word {self._messages}"
        self._terminal.press("m")
        self._fill_in(f"@{to} {words}" if to else words)
        self._messages += 1
        for one in (to,) if to else self._others:
            self._note("message", one, words)

    def _claim(self) -> None:
        """Look for a task that may be taken, and take it; another may be first."""
        self._zoom(False)
        self._slowly("Escape", "2", "h", "h", "h", "Home")  # what was told before is no answer
        task = self._claimable()
        if task:
            self._terminal.press("c")
            ends = (f"claimed {task}", "refused", DIALOG)
            text = self._terminal.wait(lambda text: any(end in text for end in ends))
            won = f"claimed {task}" in text
            if DIALOG in text:  # somebody took it under the cursor, and the key offers to take over
                self._terminal.press("Escape")
                self._terminal.wait(lambda text: DIALOG not in text)
            for one in self._others if won else ():
                self._note("claim", one, self._me, task)
            if not won:
                held = re.search(rf"{task} is claimed by|claimed by \w+: say why", _flat(text))
                self._note("refusal", "", task, seen=bool(held))
        self.sit_down()

    def _claimable(self) -> str:
        """The first task below the cursor that the foot offers to claim; empty: there is none."""
        for _ in range(8):
            time.sleep(STEP)
            foot = self._terminal.shown().rstrip().splitlines()[-1]
            if found := re.search(r"\bc claim (\S+)", foot):
                return found[1]
            self._terminal.press("j")
        return ""

    def _try_what_is_announced(self) -> None:
        """Try to announce what another has announced: the refusal must stand there, by name."""
        self._zoom(False)
        self._slowly("3", "Home", "a")
        text = self._terminal.wait(lambda text: "is announced by junior" in _flat(text), 3)
        self._note("refusal", "", "config.py", seen="is announced by junior" in _flat(text))
        self.sit_down()

    def _read(self) -> None:
        """Mark what came as read."""
        self._terminal.press("Space")


def _flat(screen: str) -> str:
    """The words of a screen without its frames, so that wrapped ones stand together."""
    return " ".join(re.sub("[│▌╮╭╯╰─]", " ", screen).split())
