"""Eight clones race for fifty tasks through one bare remote: who wins, who is told, how long.

`python -m bench.race`: in every clone one session claims every task, one after the other, by the
real command; all at the same time. There must be one winner for each task, every loser told by
whose name, and byte-identical channels in the end. `--order same` has all of them go for the same
task at every moment; `random` has each go its own way.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from bench.clones import Clone, World, build, percentile, quiet_environment, remove


class Try(NamedTuple):
    """One claim of one session, and what became of it."""

    session: str
    task: str
    seconds: float
    won: bool
    confirmed: bool
    reason: str


def race(world: World, tasks: int, order: str, dice: random.Random) -> list[Try]:
    """Every clone claims every task; all clones at once."""
    orders = [[f"T{n}" for n in range(tasks)] for _ in world.clones]
    for one in orders if order == "random" else ():
        dice.shuffle(one)
    with ThreadPoolExecutor(len(world.clones)) as pool:
        found = pool.map(_claim_all, world.clones, orders)
    return [one for tries in found for one in tries]


def _claim_all(clone: Clone, tasks: list[str]) -> list[Try]:
    return [_claim(clone, task) for task in tasks]


def _claim(clone: Clone, task: str) -> Try:
    start = time.perf_counter()
    said = clone.run("claim", task, "--json")
    took = time.perf_counter() - start
    (one,) = said.json
    return Try(
        clone.session, task, took, one["accepted"], one["confirmed"], one["reason"] or said.err
    )


def wrong(world: World, tries: list[Try], tasks: int) -> list[str]:
    """Everything that must hold and does not."""
    winners = Counter(one.task for one in tries if one.won)
    holder = {one.task: one.session for one in tries if one.won}
    losers = [one for one in tries if not one.won]
    files = {clone.channel for clone in world.clones}
    lines = len(next(iter(files)).splitlines())
    problems = [f"{task}: {winners[task]} winners" for task in map("T{}".format, range(tasks))
                if winners[task] != 1]  # fmt: skip
    problems += [
        f"{one.session} was not told that {holder.get(one.task)} has {one.task}: {one.reason}"
        for one in losers
        if f"claimed by {holder.get(one.task)}" not in one.reason
    ]
    problems += [
        f"{one.session}: {one.task} unconfirmed" for one in tries if one.won > one.confirmed
    ]
    problems += ["the channels differ"] if len(files) > 1 else []
    problems += [f"{lines} lines for {tasks} claims"] if lines != tasks else []
    return problems


def report(tries: list[Try]) -> None:
    """Print the counts and the times."""
    times = [one.seconds for one in tries]
    won = [one.seconds for one in tries if one.won]
    print(f"claims {len(tries)}, won {len(won)}, lost and told by name {len(tries) - len(won)}")
    for name, found in (("all claims", times), ("those that won", won)):
        marks = ", ".join(f"{p:.0%} {percentile(found, p):.2f} s" for p in (0.5, 0.95, 0.99))
        print(f"{name:15} {marks}, longest {max(found):.2f} s")
    print(f"under 1 s       {sum(t < 1 for t in times) / len(times):.1%}")


def main() -> int:
    """Race, sync, count; 1 when anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clones", type=int, default=8)
    parser.add_argument("--tasks", type=int, default=50)
    parser.add_argument("--order", choices=("same", "random"), default="random")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    quiet_environment()
    folder = Path(tempfile.mkdtemp())
    try:
        world = build(folder, args.clones, args.tasks)
        tries = race(world, args.tasks, args.order, random.Random(args.seed))
        world.sync()
        problems = wrong(world, tries, args.tasks)
    finally:
        remove(folder)
    print(f"{args.clones} clones, {args.tasks} tasks, order {args.order}, seed {args.seed}")
    report(tries)
    print("\n".join(problems) or "one winner each, every loser told, all channels byte-identical")
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main())
