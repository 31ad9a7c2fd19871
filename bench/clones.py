"""Real clones around one bare remote, in a folder that goes away: where races and faults play."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.startup import script

PLAN = """\
version: 1
project: storm
sessions:
{sessions}groups:
  - id: g
    state: current
    tasks:
{tasks}"""
FEW = (
    "--quiet",
    "-c", "user.name=storm",
    "-c", "user.email=storm@example.com",
)  # fmt: skip
CHANNEL = ".git/coord/channel.jsonl"


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command printed
        """Its one document."""
        return json.loads(self.out)


class Clone:
    """One clone, in which one session works through the command line."""

    def __init__(self, path: Path, session: str) -> None:
        self.path = path
        self.session = session

    def start(self, *args: str) -> "subprocess.Popen[str]":
        """Start a command as this clone's session."""
        return subprocess.Popen(
            [script(), *args],
            cwd=self.path,
            env={**os.environ, "COORD_SESSION": self.session},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *args: str) -> Said:
        """What a command answered, whatever that is."""
        process = self.start(*args)
        out, err = process.communicate()
        return Said(process.returncode, out, err)

    def git(self, *args: str) -> str:
        """What git printed, which must end well."""
        return _git(self.path, *args)

    @property
    def channel(self) -> bytes:
        """The live channel."""
        file = self.path / CHANNEL
        return file.read_bytes() if file.exists() else b""

    def events(self) -> list[dict[str, Any]]:
        """What `log --json` says."""
        found: list[dict[str, Any]] = self.run("log", "--json").json
        return found


class World(NamedTuple):
    """The remote and its clones."""

    remote: Path
    clones: list[Clone]

    def sync(self) -> None:
        """Have every clone sync, twice: what the last one sent, the first one has not."""
        for clone in self.clones * 2:
            said = clone.run("sync")
            assert said.code == 0, said.err


def build(folder: Path, clones: int, tasks: int, more: str = "") -> World:
    """A bare remote with a plan of so many tasks, and so many clones, each with a session.

    `more` is further YAML for the plan.
    """
    names = [f"s{n}" for n in range(1, clones + 1)]
    sessions = "".join(f"  {name}: {{emails: [{name}@example.com]}}\n" for name in names)
    listed = "".join(f"      - {{id: T{n}, title: Task {n}}}\n" for n in range(tasks))
    first, remote = folder / "first", folder / "remote.git"
    _git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    _git(folder, "clone", "--quiet", str(remote), str(first))
    (first / "coord.yaml").write_text(PLAN.format(sessions=sessions, tasks=listed) + more)
    _git(first, "add", ".")
    _git(first, *FEW[1:], "commit", "--quiet", "--message", "Plan")
    _git(first, "push", "--quiet", "origin", "HEAD:main")
    return World(remote, [clone(remote, folder / name, name) for name in names])


def clone(remote: Path, to: Path, session: str) -> Clone:
    """One more clone, in which that session commits."""
    _git(remote, "clone", "--quiet", str(remote), str(to))
    _git(to, "config", "user.name", session)
    _git(to, "config", "user.email", f"{session}@example.com")
    return Clone(to, session)


def quiet_environment() -> None:
    """Have commands run as on anybody's machine: compiled once, and asked by nobody else's git."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.pop("COORD_SESSION", None)
    os.environ["GIT_CONFIG_GLOBAL"] = os.devnull
    os.environ["GIT_CONFIG_NOSYSTEM"] = "1"


def remove(folder: Path) -> None:
    """Remove the folder with all that is in it, also what a late process still writes."""
    shutil.rmtree(folder, ignore_errors=True)


def percentile(times: Sequence[float], part: float) -> float:
    """The value below which that part of the times lies."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def _git(folder: Path, *args: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *args], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"git {' '.join(args)}: {done.stderr}")
    return done.stdout.strip()
