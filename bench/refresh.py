"""What a reading costs after one saved file among 100,000, against one full `git status`.

`python -m bench.refresh` also prints how that grows: with the number of saved files, hardly with
the size of the tree.
"""

import os
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

from bench import large
from bench.clones import quiet_environment
from bench.table import Row, table
from coord_tui.core.changed import EVERYTHING, file
from coord_tui.workspace.live import Live
from coord_tui.workspace.workspace import Workspace

FILES, ROUNDS = 100_000, 15
STATUS = ("git", "--no-optional-locks", "status", "--porcelain=v2", "--branch", "-z",
          "--untracked-files=all")  # fmt: skip
DIRTY = 20
"""Files that are changed all the while, as in a tree in which somebody works."""


class Reader:
    """The screen's own readings of a clone, without the screen."""

    def __init__(self, top: Path) -> None:
        self._top = top
        for number in range(DIRTY):
            self._write(number, "dirty")
        (top / "new.txt").write_text("untracked\n")
        self._next = DIRTY
        self._live = Live(Workspace.open(str(top), "senior"))
        self._live.read()
        self._live.read(EVERYTHING)

    def refresh(self, saved: int) -> float:
        """Seconds for the snapshot after so many files were saved, which must be in it."""
        numbers = [DIRTY + (self._next + 7 * n) % 900 for n in range(saved)]
        self._next += 1
        names = {self._write(number, f"saved {self._next}") for number in numbers}
        changed = frozenset(file(str(self._top), name) for name in names)
        start = time.perf_counter()
        snapshot = self._live.read(changed)
        took = time.perf_counter() - start
        shown = {change.path for change in snapshot.worktrees[0].changes}
        if snapshot.problem or not names <= shown:
            raise SystemExit(f"the snapshot lacks what was saved: {snapshot.problem or names}")
        for number in numbers:
            self._write(number, "")
        self._live.read(changed)
        return took

    def status(self) -> float:
        """Seconds for one full status."""
        start = time.perf_counter()
        subprocess.run(STATUS, cwd=self._top, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start

    def ratio(self, saved: int) -> float:
        """How many times as long as a full status a reading takes; the median of pairs."""
        self.refresh(saved)
        pairs = [(self.refresh(saved), self.status()) for _ in range(ROUNDS)]
        return median(ours / theirs for ours, theirs in pairs)

    def _write(self, number: int, word: str) -> str:
        name = large.name(number)
        (self._top / name).write_text(large.text(number, word))
        return name


def measure() -> list[Row]:
    """One saved file, in a large tree."""
    with tempfile.TemporaryDirectory() as root:
        ratio = Reader(large.make(Path(root), FILES)).ratio(1)
    what = f"screen: refresh after one saved file, {FILES:,} tracked files"
    return [Row(what, "one full `git status`", ratio, 0.3)]


def main() -> None:
    """The row, and how it grows."""
    quiet_environment()
    os.environ["GIT_OPTIONAL_LOCKS"] = "0"
    print(table(measure()))
    for files in (1_000, 10_000, FILES):
        with tempfile.TemporaryDirectory() as root:
            reader = Reader(large.make(Path(root), files))
            for saved in (1, 5, 20, 50, 60):
                times = [reader.refresh(saved) for _ in range(ROUNDS)]
                full = median(reader.status() for _ in range(ROUNDS))
                print(f"{files:7,} tracked, {saved:2} saved: {1000 * median(times):6.1f} ms, "
                      f"a full status {1000 * full:6.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
