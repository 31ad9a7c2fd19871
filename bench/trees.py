"""Three worktrees edited by scripts: the screen must show what `git status` says, after each step.

`python -m bench.trees --operations 1000 --seed 7`: thousands of files with a history and a remote,
a clone and two linked worktrees. The real screen is open over it, while random operations are done
to files and by git. After each step (an operation, or a burst of some) the rows of the Working tree
pane, branches and operations must come to equal what git says of every working tree within half a
minute; and nobody but the scripts may have altered an index, a ref, the stash or a file.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench import trees_files, trees_git, trees_history
from bench.clones import percentile, quiet_environment, remove
from bench.traces import Traces, altered, traces
from bench.trees_made import BRANCHES, SESSIONS, Made, make
from bench.trees_said import said_of
from bench.trees_screen import Eye, counted, open_screen
from bench.trees_tree import Tree

PATIENCE = 30.0
"""Seconds after which what was not shown counts as wrong."""
SHOWN = 30
"""Lines of differences that are printed of a step."""
BURST = 0.2
"""The part of the steps that are several operations at once."""
BY_GIT = trees_git.OPERATIONS | trees_history.OPERATIONS
BY_HAND = 0.6
"""The part of the operations that write files; git does the others."""
WHOLE = 50
"""After so many steps, all files are compared too: that nobody else wrote one."""


class Step(NamedTuple):
    """One or a few operations, and what became of the screen."""

    did: tuple[str, ...]
    seconds: float
    wrong: list[str]


class Storm:
    """Random operations in all trees, the same again for the same dice."""

    def __init__(self, made: Made, dice: random.Random) -> None:
        self.dice = dice
        own = ("main", *BRANCHES)
        self.trees = [Tree(path, own[n], dice) for n, path in enumerate(made.trees)]
        self.counts: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        """How often the program had git say a status."""

    def step(self) -> list[str]:
        """Do one operation, or a few at once; what was done."""
        burst = self.dice.random() < BURST
        return [self._one() for _ in range(self.dice.randrange(2, 7) if burst else 1)]

    def _one(self) -> str:
        while True:
            tree = self.dice.choice(self.trees)
            by_hand = self.dice.random() < BY_HAND
            kinds = trees_files.OPERATIONS if by_hand else BY_GIT
            if not tree.path.exists():
                kinds = {trees_history.away_and_back: 1}
            elif tree.busy and self.dice.random() < 0.4:
                kinds = trees_history.IN_THE_MIDDLE
            (operation,) = self.dice.choices(list(kinds), list(kinds.values()))
            name = operation.__name__.replace("_", " ")
            try:
                done = operation(tree)
            except OSError as error:  # a folder is where a file was, or the other way round
                done = f"{type(error).__name__} on the way"
            if done:
                self.counts[name] += 1
                return f"{tree.path.name}: {name} {done!r}"


async def play(made: Made, args: argparse.Namespace) -> tuple[Storm, list[Step]]:
    """All operations, with the screen open."""
    storm = Storm(made, random.Random(args.seed))
    steps: list[Step] = []
    session = next(iter(SESSIONS))
    with counted(storm.asked):
        async with open_screen(made.trees[0], session) as eye:
            steps.append(await _compared(eye, storm, [], whole=True))
            while storm.counts.total() < args.operations:
                did = await asyncio.to_thread(storm.step)
                steps.append(step := await _compared(eye, storm, did, len(steps) % WHOLE == 0))
                if args.verbose or step.wrong:
                    _print(len(steps) - 1, step)
                if step.wrong and args.first:
                    break
    return storm, steps


async def _compared(eye: Eye, storm: Storm, did: list[str], whole: bool) -> Step:
    """How long until the screen shows what git says, or in what it differs at last."""
    start = time.monotonic()
    clone = storm.trees[0].path
    before: Traces = await asyncio.to_thread(traces, clone, whole)
    start = time.monotonic() if whole else start  # reading all files is not the screen's time
    said = await asyncio.to_thread(said_of, clone)
    wrong = await eye.until_equal(said, PATIENCE)
    seconds = time.monotonic() - start
    after = await asyncio.to_thread(traces, clone, whole)
    wrong += altered(before, after)
    for tree in storm.trees:
        wrong += [f"locked out: {one}" for one in tree.locked]
        tree.locked.clear()
    return Step(tuple(did), seconds, wrong)


def _print(number: int, step: Step) -> None:
    mark = "✗" if step.wrong else "✓"
    print(f"{mark} step {number}, {step.seconds:.2f} s: {'; '.join(step.did)}", flush=True)
    for line in step.wrong[:SHOWN]:
        print(f"    {line!a}")
    if len(step.wrong) > SHOWN:
        print(f"    and {len(step.wrong) - SHOWN} lines more")


def report(storm: Storm, steps: list[Step]) -> int:
    """Print the counts; how many steps were wrong."""
    for name, count in sorted(storm.counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:5} {name}")
    wrong = sum(bool(step.wrong) for step in steps)
    times = [step.seconds for step in steps]
    print(f"operations {storm.counts.total()} of {len(storm.counts)} kinds, steps {len(steps)}")
    print(f"equal {len(steps) - wrong}, wrong {wrong}")
    print(f"until equal: median {median(times):.2f} s, 95% {percentile(times, 0.95):.2f} s, "
          f"slowest {max(times):.2f} s")  # fmt: skip
    asked = ", ".join(f"{count} {kind}" for kind, count in storm.asked.items())
    print(f"statuses that the program asked for: {asked}")
    return wrong


def main() -> int:
    """Play, and count; 1 when a step was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operations", type=int, default=1000)
    parser.add_argument("--files", type=int, default=4000)
    parser.add_argument("--trees", type=int, choices=(1, 2, 3), default=3)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--verbose", action="store_true", help="print every step")
    parser.add_argument("--first", action="store_true", help="stop at the first wrong step")
    parser.add_argument("--keep", action="store_true", help="leave the repository there")
    args = parser.parse_args()
    quiet_environment()
    folder = Path(tempfile.mkdtemp()).resolve()
    print(f"{args.operations} operations, {args.files} files, seed {args.seed}", flush=True)
    try:
        made = make(folder, args.files, random.Random(args.seed), args.trees)
        storm, steps = asyncio.run(play(made, args))
    finally:
        if args.keep:
            print(f"left in {folder}")
        else:
            remove(folder)
    wrong = report(storm, steps)
    print(f"{wrong} STEPS WRONG" if wrong else "the screen showed what git says after every step")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
