"""Sessions that work in their clones, one command after the other, and keep what each one said.

What a command said is what must hold in the end; of one that was killed nothing is known.
"""

import json
import random
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from bench.clones import Clone

Command = tuple[str, ...]


class Told(NamedTuple):
    """An event that a command said was accepted."""

    session: str
    id: str
    kind: str
    confirmed: bool


class Ended(NamedTuple):
    """How a command ended."""

    command: Command
    code: int
    """Negative: by that signal."""
    err: str
    seconds: float


class Session:
    """One session at work in its clone, in a thread of its own."""

    def __init__(self, clone: Clone, dice: random.Random, choose: Callable[..., Command]) -> None:
        self.clone = clone
        self.told: list[Told] = []
        self.ended: list[Ended] = []
        self.process: subprocess.Popen[str] | None = None
        """The command that runs."""
        self._dice = dice
        self._choose = choose
        self._held: set[str] = set()

    def work(self, stop: threading.Event) -> None:
        """One command after the other until told to stop."""
        while not stop.is_set():
            self.do(*self._choose(self._dice, sorted(self._held)))
            stop.wait(self._dice.uniform(0, 0.05))

    def do(self, *command: str) -> None:
        """Run a command and keep what it says."""
        start = time.monotonic()
        self.process = self.clone.start(*command)
        out, err = self.process.communicate()
        took = time.monotonic() - start
        self.ended.append(Ended(command, self.process.returncode, err, took))
        self.process = None
        for one in _outcomes(command, out):
            self._keep(one)

    def _keep(self, one: dict[str, Any]) -> None:
        event = one["event"]
        if not one["accepted"]:
            self._held.discard(one["target"])
            return
        self.told.append(Told(self.clone.session, event["id"], event["kind"], one["confirmed"]))
        if event["kind"] == "claim":
            self._held.add(event["task"])
        elif event["kind"] in ("release", "done"):
            self._held.discard(event["task"])


def _outcomes(command: Command, out: str) -> list[dict[str, Any]]:
    """The outcomes that a command printed whole; none if it was killed before."""
    if command[0] == "sync" or not out.endswith("\n"):
        return []
    found: list[dict[str, Any]] = json.loads(out)
    return found


@contextmanager
def at_work(sessions: list[Session]) -> Iterator[None]:
    """All sessions work for as long as this lasts; in the end their last commands have ended."""
    stop = threading.Event()
    threads = [threading.Thread(target=one.work, args=(stop,)) for one in sessions]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def mixed(tasks: int) -> Callable[[random.Random, list[str]], Command]:
    """Commands as sessions give them: claims, words, some that wait, some that do not, syncs."""

    def choose(dice: random.Random, held: list[str]) -> Command:
        kind = dice.choices(
            ("claim", "say", "say --wait", "release", "done", "sync"), (5, 3, 2, 2, 1, 1)
        )[0]
        if kind in ("release", "done") and held:
            return (kind, dice.choice(held), "--json")
        if kind == "sync":
            return ("sync", "--json")
        if kind.startswith("say"):
            return (*kind.split(), f"word {dice.randrange(10**6)}", "--json")
        wait = dice.choice(("--wait", "--wait", "--no-wait"))
        return ("claim", f"T{dice.randrange(tasks)}", wait, "--json")

    return choose
