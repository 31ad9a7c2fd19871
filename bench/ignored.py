"""What 5,000 writes into an ignored folder cost, against a recursive watch of everything.

Both run over the same repository at the same time and meet the same writes; what is compared is the
time that each process kept a core busy, from the first write until a while after the last.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench import large
from bench.painted import Painted
from bench.startup import script
from bench.table import Row, table

FILES, WRITES = 10_000, 5_000
ROUNDS = 7
AFTER = 2.0
"""Seconds after the last write in which a watch may still have to do with them."""

RECURSIVE = """
from watchfiles import watch
print("WATCHING", flush=True)
for changes in watch("."):
    pass
"""


def storm(top: Path) -> None:
    """A build writes all its output again."""
    for number in range(WRITES):
        (top / large.IGNORED / f"part{number // 10}" / f"o{number}.o").write_text("again\n")


def measure() -> list[Row]:
    """How much of the CPU of a watch of everything the whole screen takes."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as root:
        top = large.make(Path(root), FILES, WRITES)
        ours = Painted([script()], top)
        theirs = Painted([sys.executable, "-c", RECURSIVE], top)
        try:
            ours.until(b"READY")
            theirs.until(b"WATCHING")
            pairs = [_round(top, ours, theirs) for _ in range(ROUNDS + 1)]
        finally:
            ours.close()
            theirs.close()
    ratio = median(mine / other for mine, other in pairs[1:])
    what = f"CPU when {WRITES:,} files change in an ignored folder"
    return [Row(what, "a recursive watch of everything", ratio, 0.2)]


def _round(top: Path, ours: Painted, theirs: Painted) -> tuple[float, float]:
    for program in (ours, theirs):
        program.rest(2 * AFTER / 3)
    before = ours.cpu, theirs.cpu
    storm(top)
    time.sleep(AFTER)
    return ours.cpu - before[0], theirs.cpu - before[1]


if __name__ == "__main__":
    print(table(measure()))
