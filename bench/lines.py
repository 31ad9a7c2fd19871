"""Feeds the program 100,000 random and mutated lines, and counts what becomes of them.

`python -m bench.lines`: conflict markers, half lines, lines of 10 MB, unknown kinds and versions,
repeated ids, NUL and bytes that are no UTF-8, clocks that are days off, deep nesting, huge numbers.
Nothing may raise; every good line must count, and every bad one be shown; the board must be that
of the good lines alone. Each channel then goes through the real command line and, by sync, to a
second clone, which must get the same bytes. `--seed` gives the same lines again.
"""

import argparse
import json
import random
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from bench.clones import CHANNEL, Clone, World, build, quiet_environment, remove
from bench.line_events import NOW, SESSIONS, TASKS, Made, Maker
from bench.line_kinds import CLASSES, made
from coord_tui.adapters.plan_file import parse_plan
from coord_tui.core.board import Board, LogEntry, build_board
from coord_tui.core.events import ChannelLine, read_lines
from coord_tui.core.fold import fold
from coord_tui.core.plan import Plan
from coord_tui.presentation import channel, documents, inbox, tasks
from coord_tui.presentation.details import event_lines

CHUNK = 5_000
"""Lines of one channel."""
GIANTS = 3
"""Channels that have lines of 10 MB too."""
MORE = """\
ownership: {s1: [src/core/, "src/[[]id]/"], s2: [src/mail/]}
shared: [src/config.py]
"""


class Counted(NamedTuple):
    """What became of the lines, by class, and what should not have."""

    lines: Counter[tuple[str, str]]
    """Class and what became of it: `counts`, `refused`, `no event`."""
    problems: list[str]


def made_channel(dice: random.Random, lines: int, giants: bool) -> list[Made]:
    """Lines of all classes; a message first, so that there is something to repeat."""
    maker = Maker(dice)
    names = ["message", *[""] * (lines - 1)]
    for name in ("10 MB, good", "10 MB, rubbish") if giants else ():
        names[dice.randrange(1, lines)] = name
    return [made(maker, name) for name in names]


def channel_bytes(written: list[Made], dice: random.Random) -> bytes:
    """The lines as a file, with blank ones here and there, the first never."""
    blank = (b"", b"  ", b"\t\r")
    rows = [
        row for one in written for row in (one.raw, *dice.choices((None, *blank), (97, 1, 1, 1)))
    ]
    return b"".join(row + b"\n" for row in rows if row is not None)


def plan_of(world: World) -> Plan:
    """The plan of that world."""
    return parse_plan((world.clones[0].path / "coord.yaml").read_bytes()).plan


def judge(plan: Plan, written: list[Made], data: bytes) -> Counted:
    """Read, fold and show the channel, and the same without what must change nothing."""
    lines = read_lines(data)
    if len(lines) != len(written):
        return Counted(Counter(), [f"{len(written)} lines were read as {len(lines)}"])
    inert = {line.number for line, one in zip(lines, written, strict=True) if one.expected in INERT}
    board = _board(plan, lines)
    alone = _board(plan, tuple(line for line in lines if line.number not in inert))
    problems = (
        [] if _same(board, alone, inert) else ["the board is not that of the good lines alone"]
    )
    counted: Counter[tuple[str, str]] = Counter()
    for entry, one in zip(board.log, written, strict=True):
        became = _became(entry)
        counted[one.name, became] += 1
        if one.expected not in ("any", became):
            problems.append(f"{one.name}: {became} and not {one.expected}: {one.raw[:200]!r}")
    show(board)
    return Counted(counted, problems)


GOOD = (
    "nothing raised, every good line counts, every bad one is shown; "
    "second clones have the same bytes"
)
INERT = ("refused", "no event")


def _became(entry: LogEntry) -> str:
    if entry.line.event is None:
        return "no event"
    return "refused" if entry.refused else "accepted"


def _board(plan: Plan, lines: tuple[ChannelLine, ...]) -> Board:
    return build_board(fold(plan, lines), lines, now=NOW, me=SESSIONS[0])


def _same(board: Board, alone: Board, inert: set[int]) -> bool:
    kept = tuple(entry for entry in board.log if entry.line.number not in inert)
    return board._replace(log=kept) == alone


def show(board: Board) -> None:
    """All that fronts make of a board, for several widths."""
    for width in (0, 40, 120):
        rows = channel.rows(board, 3600, width, len(board.log), doubts=True)
        shown = sum(row.selectable for row in rows)
        if shown != len(board.log):
            raise AssertionError(f"{len(board.log)} lines are shown as {shown} rows")
    tasks.rows(board)
    inbox.inbox_lines(board)
    json.dumps(inbox.inbox_document(board))
    for entry in board.log:
        json.dumps(documents.log_entry(entry), allow_nan=False)
        event_lines(board, entry)


def through_clones(written: list[Made], data: bytes, plan: Plan, world: World) -> list[str]:
    """The real command line reads the file, and sync carries it to a second clone.

    That one has said something meanwhile; the last line is cut short, as by a killed command.
    """
    first, second = world.clones
    file = first.path / CHANNEL
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    problems = _told(written, data, plan, first)
    with file.open("ab") as end:
        end.write(b'{"v":1,"id":"cut')
    said = [
        second.run("say", "mine", "--wait"),
        first.run("sync"),
        second.run("sync"),
        first.run("sync"),
    ]
    problems += [f"exit {one.code}: {one.err}" for one in said if one.code]
    if "cut short" not in said[1].err:
        problems.append(f"the cut line was not mended, or not said: {said[1].err!r}")
    # where the second clone's word stands depends on who reached the remote first
    if [x for x in _full(first.channel) if b'"text":"mine"' not in x] != _full(data):
        problems.append("sync lost or changed lines")
    if first.channel != second.channel:
        problems.append("the second clone has other bytes")
    return problems


def _full(data: bytes) -> list[bytes]:
    """The lines that are not blank: a merge takes out those that are."""
    return [line for line in data.split(b"\n") if line.strip()]


def _told(written: list[Made], data: bytes, plan: Plan, clone: Clone) -> list[str]:
    """`log` tells every line as it is, in JSON and for people."""
    said, words = clone.run("log", "--json"), clone.run("log", "-n", str(len(written)))
    if said.code or words.code:
        return [f"log: exit {said.code}, {words.code}: {said.err[-300:]}{words.err[-300:]}"]
    log = _board(plan, read_lines(data)).log
    wanted = [json.loads(json.dumps(documents.log_entry(entry))) for entry in log]
    told = said.json
    for found in (*told, *wanted):
        del found["confirmed"]  # it depends on whether the remote was asked
        found.pop("line", None)  # a merge takes out blank lines
    return [
        f"log tells otherwise: {found!r:.200} and not {right!r:.200}"
        for found, right in zip(told, wanted, strict=True)
        if found != right
    ]


def one_channel(seed: str, lines: int, giants: bool) -> Counted:
    """One channel, written, judged and carried; what is raised is a problem."""
    dice = random.Random(seed)
    folder = Path(tempfile.mkdtemp()).resolve()
    try:
        world = build(folder, 2, len(TASKS), MORE)
        written = made_channel(dice, lines, giants)
        data, plan = channel_bytes(written, dice), plan_of(world)
        counted = judge(plan, written, data)
        more = through_clones(written, data, plan, world)
    except Exception:  # what is looked for: it must end up in the report, with its seed
        return Counted(Counter(), [f"seed {seed!r} raised:\n{traceback.format_exc()[-1500:]}"])
    finally:
        remove(folder)
    return Counted(counted.lines, [f"seed {seed!r}: {one}" for one in (*counted.problems, *more)])


def report(lines: Counter[tuple[str, str]]) -> None:
    """Print how many lines of each class there were, and what became of them."""
    became = ("accepted", "refused", "no event")
    print(f"{'class':22}{'lines':>8}" + "".join(f"{word:>10}" for word in became))
    for name in [*CLASSES, ""]:
        counts = [sum(n for (c, b), n in lines.items() if name in ("", c) and b == word)
                  for word in became]  # fmt: skip
        print(f"{name or 'all':22}{sum(counts):8}" + "".join(f"{n:10}" for n in counts))


def main() -> int:
    """Make, judge, count; 1 when anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    quiet_environment()
    lines: Counter[tuple[str, str]] = Counter()
    problems: list[str] = []
    for number, start in enumerate(range(0, args.lines, CHUNK)):
        size = min(CHUNK, args.lines - start)
        counted = one_channel(f"{args.seed} {number}", size, giants=number < GIANTS)
        lines += counted.lines
        problems += counted.problems
    print(f"{args.lines} lines in channels of {CHUNK}, seed {args.seed}")
    report(lines)
    print("\n".join(problems[:50]) or GOOD)
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main())
