"""From a saved file to its painted row, against watchfiles' defaults and a full `git status`.

Both are programs in a real pseudo-terminal, each in its own copy of one repository in which much
is changed already, and are asked in turn. The time is from the write to the moment when the name of
the file has come to the terminal.
"""

import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median

from bench import large
from bench.painted import Painted
from bench.startup import script
from bench.table import Row, table

FILES, IGNORED = 10_000, 3_000
ROUNDS, WARM = 15, 3
CHANGED = 2_000
"""Rows that are there from the start; what is saved then has its row before them."""
AS_SENIOR = os.environ | {"COORD_SESSION": "senior"}
QUIET = 0.5
"""Seconds without output after which a program rests."""
ZOOMED = (b"3", b"z")
"""Keys that give the Working tree pane the whole screen, where no other pane names files."""

NAIVE = """
import subprocess
from textual.app import App
from textual.widgets import DataTable
from watchfiles import awatch
class Naive(App):
    def compose(self):
        yield DataTable()
    def on_mount(self):
        self.query_one(DataTable).add_columns("state", "path")
        self.fill()
        self.run_worker(self.look())
    def fill(self):
        command = ("git", "status", "--porcelain", "--untracked-files=all", "-z")
        said = subprocess.run(command, capture_output=True, text=True).stdout
        table = self.query_one(DataTable)
        table.clear()
        for line in said.split("\\0")[:-1]:
            table.add_row(line[:2], line[3:])
    async def look(self):
        async for _ in awatch("."):
            self.fill()
Naive().run()
"""


class Watched:
    """A program over a repository, in which files are saved one after the other."""

    def __init__(self, command: list[str], folder: Path, keys: tuple[bytes, ...] = ()) -> None:
        folder.mkdir()
        self._top = large.make(folder, FILES, IGNORED)
        subprocess.run([script(), "say", "hello"], cwd=self._top, env=AS_SENIOR, check=True,
                       capture_output=True)  # fmt: skip
        names = (number for number in range(FILES) if not _first(number))
        for number in (0, *islice(names, CHANGED)):
            self._save(number)
        self._program = Painted(command, self._top)
        self._program.until(_word(0))
        for key in keys:
            self._program.rest(QUIET)
            self._program.press(key)
        time.sleep(2)  # until a watch of everything stands

    def painted(self, number: int) -> float:
        """Seconds until the file of that number is painted once it was saved."""
        self._program.rest(QUIET)
        start = time.perf_counter()
        self._save(number)
        return self._program.until(_word(number)) - start

    def close(self) -> None:
        """End the program."""
        self._program.close()

    def _save(self, number: int) -> None:
        (self._top / large.name(number)).write_text(large.text(number, "saved"))


def _first(number: int) -> bool:
    """Whether a file comes before most others."""
    return large.name(number).startswith("p0/")


def _word(number: int) -> bytes:
    return large.name(number).rpartition("/")[2].encode()


def measure() -> list[Row]:
    """How much of the time of the naive program ours takes; the first rounds warm up."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as root:
        naive = Watched([sys.executable, "-c", NAIVE], Path(root, "theirs"))
        ours = Watched([script()], Path(root, "ours"), ZOOMED)
        try:
            numbers = islice(filter(_first, range(1, FILES)), ROUNDS + WARM)
            pairs = [(ours.painted(number), naive.painted(number)) for number in numbers]
        finally:
            ours.close()
            naive.close()
    ratio = median(mine / theirs for mine, theirs in pairs[WARM:])
    what = f"saved file → painted row, {FILES:,} tracked files"
    return [Row(what, "watchfiles with default settings + full status", ratio, 0.25)]


if __name__ == "__main__":
    print(table(measure()))
