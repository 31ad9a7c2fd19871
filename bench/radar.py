"""The conflict radar: per pair against a `git merge-tree` process, per tree against `git add -A`.

Each look is a first one: nothing is remembered. What it says of each pair must be what git's own
process says.
"""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench import large
from bench.clones import quiet_environment
from bench.table import Row, table
from coord_tui.core.changed import EVERYTHING
from coord_tui.core.radar import Radar
from coord_tui.workspace.radar import look
from coord_tui.workspace.trees import Trees
from coord_tui.workspace.workspace import Workspace

BRANCHES, EDITS, AMONG = 8, 40, 1_000
"""Branches, the files that each changes, and how many files they choose from."""
FILES, MANY = 10_000, 100_000
CHANGED, NEW = 20, 10
"""Uncommitted and untracked files."""
ROUNDS, ROUNDS_OF_MANY = 15, 5
OWN = ".git/coord/radar"


def with_branches(folder: Path, files: int, branches: int) -> Path:
    """A clone on its main branch, and branches from there that change files, some of them alike."""
    top, dice = large.make(folder, files), random.Random(1)
    for branch in range(branches):
        large.git(top, "checkout", "--quiet", "-b", f"topic-{branch}", "main")
        for number in dice.sample(range(AMONG), EDITS):
            (top / large.name(number)).write_text(large.text(number, f" by {branch}"))
        large.git(top, "commit", "--quiet", "--all", "--message", f"By {branch}")
    large.git(top, "checkout", "--quiet", "main")
    return top


class Pairs:
    """All branches of a clone, compared by the radar and by single processes."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._workspace = Workspace.open(str(top), "senior")
        self._trees = Trees(self._workspace)

    def radar(self) -> tuple[float, Radar]:
        """Seconds for a first look, and what it found."""
        self._trees.read(EVERYTHING)
        trees = self._trees.with_facts(self._workspace.board())
        shutil.rmtree(self._top / OWN, ignore_errors=True)
        start = time.perf_counter()
        radar = look(self._workspace, trees, self._trees.places)
        return time.perf_counter() - start, radar

    def processes(self, radar: Radar) -> float:
        """Seconds for a `merge-tree` for each of those pairs; they must say the same.

        What they write is there from the second time on: git does not write it again.
        """
        objects = self._top.with_name("objects")
        objects.mkdir(exist_ok=True)
        merge = ("merge-tree", "--write-tree")
        start = time.perf_counter()
        codes = [
            ended(self._top, str(objects), *merge, pair.one.commit, pair.other.commit)
            for pair in radar.pairs
        ]
        took = time.perf_counter() - start
        said = [{0: "clean", 1: "conflict"}.get(code, "failed") for code in codes]
        if said != [pair.state for pair in radar.pairs] or "conflict" not in said:
            raise SystemExit(f"the radar says {radar}, git says {said}")
        return took

    def add_everything(self) -> float:
        """Seconds for `git add -A` on a fresh index."""
        with tempfile.TemporaryDirectory() as objects:
            start = time.perf_counter()
            if code := ended(self._top, objects, "add", "--all", index=f"{objects}/index"):
                raise SystemExit(f"git add ended with {code}")
            return time.perf_counter() - start

    def edit(self, number: int) -> None:
        """Change some files, and write some new ones."""
        for n in range(CHANGED):
            other = AMONG + n * 100
            (self._top / large.name(other)).write_text(large.text(other, f" {number}"))
        for n in range(NEW):
            (self._top / f"new-{n}.txt").write_text(f"{number}\n")


def ended(top: Path, objects: str, *args: str, index: str = "") -> int:
    """How a git process ended that writes its objects elsewhere; started as cheaply as can be."""
    private = {
        "GIT_OBJECT_DIRECTORY": objects,
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(top / ".git/objects"),
    }
    env = os.environ | private | ({"GIT_INDEX_FILE": index} if index else {})
    actions: Sequence[tuple[int, int, str, int, int]] = (
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    )
    command = ["git", "-C", str(top), *args]
    pid = os.posix_spawnp("git", command, env, file_actions=actions)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def measure() -> list[Row]:
    """Both rows."""
    return [_per_pair(), _uncommitted()]


def _per_pair() -> Row:
    with tempfile.TemporaryDirectory() as root:
        pairs = Pairs(with_branches(Path(root), FILES, BRANCHES))
        ratios = []
        for _ in range(ROUNDS + 1):
            took, radar = pairs.radar()
            ratios.append(took / pairs.processes(radar))
    what = f"conflict radar, {len(radar.pairs)} pairs, {len(radar.conflicts)} in conflict"
    return Row(what, "a `git merge-tree` process per pair", median(ratios[1:]), 0.8)


def _uncommitted() -> Row:
    with tempfile.TemporaryDirectory() as root:
        pairs = Pairs(with_branches(Path(root), MANY, 1))
        ratios = []
        for number in range(ROUNDS_OF_MANY + 1):
            pairs.edit(number)
            took, radar = pairs.radar()
            if [place.changed for pair in radar.pairs for place in pair[:2]] != [CHANGED + NEW, 0]:
                raise SystemExit(f"the radar does not see the uncommitted changes: {radar}")
            ratios.append(took / pairs.add_everything())
    what = f"conflict radar, uncommitted changes in a tree of {MANY:,} files included"
    return Row(what, "`git add -A` on a fresh index", median(ratios[1:]), 0.1)


if __name__ == "__main__":
    quiet_environment()
    print(table(measure()))
