"""Kills sessions while they append, and counts what is left: nothing acknowledged may be missing.

`python bench/appends.py --rounds 50`: 8 processes append 200 events each to one channel; one of
them is killed with SIGKILL at a random moment. Then one more is killed in the middle of a long
write. Every event whose append returned must be there exactly once, no line torn, and a torn end
must be mended by the next command, which says so.
"""

import argparse
import json
import multiprocessing as mp
import os
import random
import shutil
import tempfile
import time
from multiprocessing.synchronize import Event
from typing import NamedTuple

from coord_tui.adapters.channel_file import ChannelFile

LONG = 32 << 20
"""Bytes of an event that takes long enough to be killed in the middle of."""

FORK = mp.get_context("fork")


class Counts(NamedTuple):
    """What one round, or all together, came to."""

    acknowledged: int = 0
    found_once: int = 0
    missing: int = 0
    twice: int = 0
    torn_lines: int = 0
    killed_alive: int = 0
    torn_ends: int = 0
    mended: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def good(self) -> bool:
        """Whether all that was acknowledged is there, whole, and once."""
        return self.acknowledged == self.found_once and not self.torn_lines


def one_round(folder: str, processes: int, events: int, dice: random.Random) -> Counts:
    """Run the sessions, kill the first at a random moment of its work, and count."""
    path = os.path.join(folder, "coord", "channel.jsonl")
    notes = [os.path.join(folder, f"told-{n}") for n in range(processes)]
    moment, reached = dice.randrange(events), FORK.Event()
    sessions = [
        FORK.Process(target=_session, args=(path, note, n, events, moment, reached))
        for n, note in enumerate(notes)
    ]
    for process in sessions:
        process.start()
    reached.wait()
    sessions[0].join(dice.uniform(0, 0.01))
    sessions[0].kill()
    for process in sessions:
        process.join()
    return _count(path, notes)._replace(killed_alive=int(sessions[0].exitcode == -9))


def one_long_write(folder: str, size: int = LONG) -> Counts:
    """Kill a session as soon as the first bytes of a long event are in the file, and count."""
    path = os.path.join(folder, "coord", "channel.jsonl")
    notes = [os.path.join(folder, "told-before"), os.path.join(folder, "told-long")]
    _session(path, notes[0], 0, 5)
    before = os.path.getsize(path)
    process = FORK.Process(target=_session, args=(path, notes[1], 1, 1, 0, None, size))
    process.start()
    while os.path.getsize(path) == before and process.exitcode is None:
        pass  # any pause here would miss the moment
    process.kill()
    process.join()
    return _count(path, notes)._replace(killed_alive=int(process.exitcode == -9))


def _session(
    path: str,
    note: str,
    name: int,
    events: int,
    moment: int = 0,
    reached: Event | None = None,
    size: int = 100,
) -> None:
    """Append events; note each whose append returned, and each repair; tell when at `moment`."""
    channel = ChannelFile(path)
    with open(note, "ab", buffering=0) as told:
        for n in range(events):
            if name == 0 and n == moment and reached:
                reached.set()
            id = f"{name}-{n}"
            with channel.locked() as held:
                held.append([json.dumps({"id": id, "text": "x" * size})])
                told.write(f"{id}\n".encode() + b"mended\n" * bool(held.repaired))


def _count(path: str, notes: list[str]) -> Counts:
    torn_end = os.path.getsize(path) != len(ChannelFile(path).read())
    with ChannelFile(path).locked() as held:
        mended = bool(held.repaired)
        ids, torn_lines = _ids(held.read())
    assert mended == torn_end, "a torn end is mended, and said; nothing else is"
    told = [word for note in notes if os.path.exists(note) for word in _words(note)]
    found = [ids.count(word) for word in told if word != "mended"]
    return Counts(
        acknowledged=len(found),
        found_once=found.count(1),
        missing=found.count(0),
        twice=sum(n > 1 for n in found),
        torn_lines=torn_lines,
        torn_ends=torn_end,
        mended=told.count("mended") + mended,
    )


def _words(path: str) -> list[str]:
    with open(path, encoding="ascii") as file:
        return file.read().split()


def _ids(data: bytes) -> tuple[list[str], int]:
    """The ids in the channel, and how many of its lines are no JSON."""
    ids: list[str] = []
    torn = 0
    for line in data.split(b"\n")[:-1]:
        try:
            ids.append(json.loads(line)["id"])
        except ValueError:
            torn += 1
    return ids, torn


def main() -> int:
    """Run all rounds and print the counts; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--events", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    dice = random.Random(args.seed)
    total = Counts()
    for _ in range(args.rounds):
        for play in (lambda f: one_round(f, args.processes, args.events, dice), one_long_write):
            folder = tempfile.mkdtemp()
            try:
                total = total.plus(play(folder))
            finally:
                shutil.rmtree(folder)
    print(f"rounds {args.rounds} of each kind, seed {args.seed}")
    for name, count in total._asdict().items():
        print(f"{name.replace('_', ' '):14} {count}")
    print("nothing lost" if total.good else "LOST OR TORN")
    return 0 if total.good else 1


if __name__ == "__main__":
    raise SystemExit(main())
