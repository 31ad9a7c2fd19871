"""The screen's first useful content, against a Textual app that shows one label.

Both run in a real pseudo-terminal, in turn; the time is from the start of the process to the moment
when the words that a user waits for have come to the terminal.
"""

import os
import sys
import tempfile
from statistics import median

from bench.painted import Painted
from bench.startup import script
from bench.table import Row, table
from coord_tui.demo.repository import build

ROUNDS = 11

LABEL = """
from textual.app import App
from textual.widgets import Label
class One(App):
    def compose(self):
        yield Label("READY")
One().run()
"""


def first_content(command: list[str], folder: str, words: bytes = b"READY") -> float:
    """Seconds until the words are on the terminal."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    program = Painted(command, folder)
    try:
        return program.until(words) - program.began
    finally:
        program.close()


def measure() -> list[Row]:
    """How many times as long our screen takes as the one label."""
    label = [sys.executable, "-c", LABEL]
    screen = [script()]
    with tempfile.TemporaryDirectory() as root:
        clone = build(os.path.realpath(root)).senior
        for command in (label, screen):  # byte code and plan cache are warm, as they are for users
            first_content(command, clone)
        pairs = [(first_content(label, clone), first_content(screen, clone)) for _ in range(ROUNDS)]
    ratio = median(ours / theirs for theirs, ours in pairs)
    return [Row("screen: first useful content", "a Textual app with one label", ratio, 1.5)]


if __name__ == "__main__":
    print(table(measure()))
