"""How long quick commands take, as the ratio to `python -c pass`: the start-up rows of the table.

Each round runs every command once, after one another, so that a slow moment of the machine meets
all of them; the ratio is the median of the rounds' ratios. Run with the Python in whose environment
coord-tui is installed: `python -m bench.startup`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

from bench.table import Row, table

ROUNDS = 40
LIMITS = {
    "owner": 2.5, "guard": 2.5, "tasks": 5.0, "claim": 5.0, "announce": 5.0, "say": 5.0,
    "git commit": 5.0,
}  # fmt: skip
"""Ratios that must be reached; `tasks` lists 200."""
BASE = "python -c pass"
WARM = {"guard", "git commit"}
"""What follows a guard that is not timed: the events of the last round made its cache old."""
UNGUARDED = "git commit without the hooks"
BASES = {"git commit": UNGUARDED}
"""What a row is compared with, when not with `BASE`."""

PLAN = """\
version: 1
project: bench
sessions:
  senior: {emails: [senior@example.com]}
  junior: {emails: [junior@example.com]}
ownership:
  senior: [src/core/, "*.md"]
  junior: [src/mail/]
shared: [src/config.py]
groups:
  - id: round-1
    state: current
    tasks:
"""
TASK = "      - {{id: T{n}, title: Task number {n}, owner: senior, files: [src/core/m{n}.py]}}\n"


def make_repository(folder: Path, tasks: int) -> None:
    """A repository with a plan of so many tasks, in which `senior` commits."""
    (folder / "coord.yaml").write_text(PLAN + "".join(TASK.format(n=n) for n in range(tasks)))
    (folder / "notes.txt").write_text("0")
    for command in (
        ("init", "--quiet"),
        ("config", "user.name", "senior"),
        ("config", "user.email", "senior@example.com"),
        ("add", "."),
        ("commit", "--quiet", "--message", "Plan"),
    ):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
    install = [script(), "--repo", str(folder), "hooks", "install"]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL)


def script() -> str:
    """The command as it is installed beside this Python."""
    return shutil.which("coord-tui", path=os.path.dirname(sys.executable)) or "coord-tui"


def commit(folder: Path, number: int, *options: str) -> list[str]:
    """A commit of one file, which is written here."""
    (folder / "notes.txt").write_text(str(number))
    return ["git", *options, "commit", "--quiet", "--all", "--message", str(number)]


def commands(folder: Path, rounds: int) -> dict[str, Callable[[], list[str]]]:
    """What is timed; each call gives the command of the next round."""
    program, numbers, claims = script(), count(), count(200 - rounds - 1)
    return {
        BASE: lambda: [sys.executable, "-c", "pass"],
        "owner": lambda: [program, "owner", "src/core/m1.py"],
        "guard": lambda: [program, "guard", "src/core/m1.py"],
        "tasks": lambda: [program, "tasks"],
        "claim": lambda: [program, "claim", f"T{next(claims)}"],
        "announce": lambda: [program, "announce", "src/config.py", f"change {next(numbers)}"],
        "say": lambda: [program, "say", f"word {next(numbers)}"],
        UNGUARDED: lambda: commit(folder, next(numbers), "-c", "core.hooksPath=/dev/null"),
        "git commit": lambda: commit(folder, next(numbers)),
    }


def seconds(command: list[str], folder: Path) -> float:
    """How long the command takes, which must end well."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def times_of(rounds: int) -> dict[str, list[float]]:
    """Seconds of each command, round by round; the first round warms up and does not count."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / ".git/pycache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        make_repository(folder, 200)
        timed = commands(folder, rounds)
        for number in range(rounds + 1):
            for row, command in timed.items():
                if row in WARM:
                    seconds([script(), "guard"], folder)
                took = seconds(command(), folder)
                times.setdefault(row, []).extend([took] if number else [])
    del os.environ["PYTHONPYCACHEPREFIX"]
    return times


def measure(rounds: int = ROUNDS) -> list[Row]:
    """A row for each command."""
    times = times_of(rounds)
    return [
        Row(f"`{row}`", f"`{base}`", _ratio(times[row], times[base]), limit)
        for row, limit in LIMITS.items()
        if (base := BASES.get(row, BASE))
    ]


def _ratio(found: list[float], base: list[float]) -> float:
    return median(mine / other for mine, other in zip(found, base, strict=True))


if __name__ == "__main__":
    print(table(measure()))
