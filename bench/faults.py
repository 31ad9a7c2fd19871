"""Plays faults at random moments while sessions work in several clones, and counts what is left.

`python -m bench.faults --rounds 10`: for each kind of fault so many rounds. In each, some clones
claim and speak through one bare remote while the fault strikes again and again; then the remote is
healed and every clone syncs. All that a command said was accepted must be in the channel once, or
withdrawn with a reason in its own clone; no line torn; one winner per task; all channels and the
remote's the same bytes. `--only killed` plays one kind; `--seed` gives the same dice again.
"""

import argparse
import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench import faults_of as of
from bench.clones import build, quiet_environment, remove
from bench.judging import Judged, judge, settle
from bench.sessions import Session, at_work, mixed

TASKS = 30
PLAN = f"channel: {{wait: {of.WAIT}s}}\n"

KINDS: dict[str, tuple[of.Fault, ...]] = {
    "started": (),
    "away": (of.away,),
    "refuses": (of.refuses,),
    "hangs": (of.hangs,),
    "killed": (of.killed, of.killed, of.killed_rewriting),
    "rewritten": (of.deleted, of.set_back, of.rewritten),
    "locks": (of.lock_left, of.receiver_killed),
    "all": (of.away, of.refuses, of.hangs, of.killed, of.killed_rewriting, of.deleted, of.set_back,
            of.rewritten, of.lock_left, of.receiver_killed),
}  # fmt: skip
"""Each kind of round, and the faults that strike in it; `started`: all clones begin at once."""
BY_HAND = ("rewritten", "all")
"""Rounds in which somebody rewrites the branch: what was confirmed may then lose after all."""


def one_round(folder: Path, kind: str, clones: int, seconds: float, seed: str) -> Judged:
    """Build a world, have its sessions work while the faults strike, heal it, judge it."""
    dice = random.Random(seed)
    world = build(folder, clones, TASKS, PLAN)
    choose = mixed(TASKS)
    sessions = [
        Session(one, random.Random(f"{seed} {one.session}"), choose) for one in world.clones
    ]
    scene = of.Scene(world, sessions, dice)
    try:
        if kind == "started":
            struck = _start_at_once(sessions)
        else:
            struck = _strike(scene, KINDS[kind], seconds)
        of.heal(scene)
        settled = settle(world)
        judged = judge(world, sessions, rewritten=kind in BY_HAND)
    finally:
        of.end_all(world)
    counts = judged.counts + struck + settled.counts
    return Judged(counts, [*settled.problems, *judged.problems])


def _start_at_once(sessions: Sequence[Session]) -> Counter[str]:
    """The first command of every clone at the same moment: each begins the channel."""
    together = threading.Barrier(len(sessions))

    def begin(session: Session, *command: str) -> None:
        together.wait()
        session.do(*command)
        session.do("claim", "T1", "--json")

    firsts = (
        ("say", "first", "--wait", "--json"),
        ("claim", "T0", "--json"),
        ("say", "x", "--json"),
    )
    threads = [
        threading.Thread(target=begin, args=(session, *firsts[n % len(firsts)]))
        for n, session in enumerate(sessions)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter({"channels begun at once": 1})


def _strike(scene: of.Scene, faults: Sequence[of.Fault], seconds: float) -> Counter[str]:
    """The faults at random moments, while the sessions work."""
    struck: Counter[str] = Counter()
    end = time.monotonic() + seconds
    with at_work(scene.sessions):
        scene.pause(1.0)
        while time.monotonic() < end:
            struck[scene.dice.choice(faults)(scene)] += 1
            scene.pause(0.3)
        of.heal(scene)
    del struck[""]
    return struck


def play(kind: str, args: argparse.Namespace) -> Judged:
    """All rounds of a kind, together."""
    counts: Counter[str] = Counter()
    problems: list[str] = []
    for number in range(args.rounds):
        folder = Path(tempfile.mkdtemp()).resolve()
        try:
            seed = f"{args.seed} {kind} {number}"
            judged = one_round(folder, kind, args.clones, args.seconds, seed)
        finally:
            remove(folder)
        counts += judged.counts
        problems += [f"round {number}: {one}" for one in judged.problems]
    return Judged(counts, problems)


def report(kind: str, judged: Judged) -> None:
    """Print the counts of a kind, and what does not hold."""
    print(f"{kind}: " + ", ".join(f"{n} {what}" for what, n in judged.counts.items()))
    for problem in judged.problems:
        print(f"  ✗ {problem}")
    if not judged.problems:
        print("  ✓ nothing lost, twice or torn; one winner per task; all channels the same bytes")


def main() -> int:
    """Play all rounds and print the counts; 1 when anything does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--clones", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=6, help="of work in each round")
    parser.add_argument("--only", choices=KINDS, action="append", help="one kind of fault")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    quiet_environment()
    print(f"{args.rounds} rounds of each kind, {args.clones} clones, seed {args.seed}", flush=True)
    bad = 0
    for kind in args.only or KINDS:
        judged = play(kind, args)
        report(kind, judged)
        bad += len(judged.problems)
    print(f"{bad} PROBLEMS" if bad else "all held")
    return int(bool(bad))


if __name__ == "__main__":
    raise SystemExit(main())
