"""One person at the screen and two scripted agents, for some minutes, through a bare remote.

`python -m bench.together --minutes 3`: three clones of the example's world. The person is the real
screen in a real terminal (tmux), driven by keys; the agents are processes that only call
`coord-tui … --json`. All that the agents do must be seen on the screen, all that the person does by
keys must reach the agents; each is listed with the time it took. `--pictures DIR` keeps screens.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.clones import clone, quiet_environment, remove
from bench.person import Person
from bench.startup import script
from bench.terminal import Terminal
from bench.watch import ME, Watch
from coord_tui.demo.repository import build

AGENTS = ("junior", "reviewer")
LATE = 15.0
"""Seconds after which something counts as not seen."""
SESSION = "  reviewer: {role: reviews and tests, kind: agent, emails: [reviewer@example.com]}\n"
OWNED = "  reviewer: [tests/test_agents.py]\n"
TASKS = "".join(f"      - {{id: R{n}, title: Review part {n}}}\n" for n in range(1, 41))


def make_world(folder: Path) -> tuple[Path, Path, Path]:
    """The example's world with a third session, and its clones: senior's, junior's, reviewer's."""
    world = build(str(folder))
    senior, junior, reviewer = Path(world.senior), Path(world.junior), folder / "atlas-reviewer"
    plan = senior / "coord.yaml"
    text = plan.read_text(encoding="utf-8")
    text = text.replace("\nsessions:\n", f"\nsessions:\n{SESSION}", 1)
    text = text.replace("\nownership:\n", f"\nownership:\n{OWNED}", 1)
    plan.write_text(text.replace("\nchannel:", f"{TASKS}\nchannel:", 1), encoding="utf-8")
    for args in (("commit", "--quiet", "-m", "A third session", "coord.yaml"), ("push", "--quiet")):
        subprocess.run(["git", *args], cwd=senior, check=True)
    subprocess.run(["git", "pull", "--quiet"], cwd=junior, check=True)
    clone(Path(world.remote), reviewer, "reviewer")
    return senior, junior, reviewer


def work(folder: Path, minutes: float, pictures: Path | None) -> tuple[Watch, str]:
    """Let them work; what was seen, and the last screen."""
    senior, *clones = make_world(folder)
    terminal = Terminal(senior, [script()], {"COORD_SESSION": ME, "COLORTERM": "truecolor"})
    journals = [folder / f"{name}.journal" for name in AGENTS]
    watch = Watch(journals)
    agents: list[subprocess.Popen[bytes]] = []
    try:
        terminal.wait(lambda text: "READY" in text)
        for name, place, journal in zip(AGENTS, clones, journals, strict=True):
            command = [sys.executable, "-m", "bench.agent", name, str(place), str(journal)]
            agents.append(subprocess.Popen([*command, str(60 * minutes)]))
        person = Person(terminal, ME, AGENTS, watch.note)
        person.sit_down()
        album = Album(pictures)
        leaves = time.monotonic() + 60 * minutes - LATE  # that the agents may see the last of it
        while any(agent.poll() is None for agent in agents):
            _tick(watch, terminal, album)
            person.act(leaving=time.monotonic() > leaves)
        _wait_for_the_rest(watch, terminal, album)
        codes = {name: agent.wait() for name, agent in zip(AGENTS, agents, strict=True)}
        watch.broken += [f"{name} ended with {code}" for name, code in codes.items() if code]
        return watch, terminal.shown()
    finally:
        for agent in agents:
            agent.kill()
        terminal.close()


def _tick(watch: Watch, terminal: Terminal, album: "Album") -> None:
    screen = terminal.shown()
    watch.read_journals()
    watch.look(screen)
    album.keep(screen)
    if any(time.time() - one.at > LATE / 2 for one in watch.open):
        album.keep(screen, "late")
    time.sleep(0.2)


def _wait_for_the_rest(watch: Watch, terminal: Terminal, album: "Album") -> None:
    """What came last has its time too; then scroll back for what was passed over."""
    end = time.monotonic() + LATE
    while watch.open and time.monotonic() < end:
        _tick(watch, terminal, album)
    for _ in range(8 if watch.open else 0):
        terminal.press("PageUp")
        _tick(watch, terminal, album)
    terminal.press("End")
    time.sleep(1)


class Album:
    """Keeps a screen for each sort of thing that can stand on it."""

    SORTS = ("your answer", "Grant ", "Deny ", "refused", "claimed", "withdrawn", "Message", "@")

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._had: set[str] = set()

    def keep(self, screen: str, why: str = "") -> None:
        """Keep it if it shows a sort of thing for the first time, or for that reason."""
        new = {why} if why else {sort for sort in self.SORTS if sort in screen}
        new -= self._had
        self._had |= new
        for sort in new if self._folder else ():
            self.write(re.sub(r"\W+", "-", sort).strip("-").lower() or "at", screen)

    def write(self, name: str, screen: str) -> None:
        """One screen, in a file of that name."""
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{name}.txt").write_text(screen, encoding="utf-8")


def report(watch: Watch) -> bool:
    """Print everything that happened, with the time until it was seen; whether all was, in time."""
    start = min((one.at for one in watch.happened), default=0)
    for one in sorted(watch.happened):
        took = watch.seen[one] - one.at if one in watch.seen else None
        good = took is not None and took <= LATE
        where = f"→ {one.to}" if one.to else "on the screen"
        when = f"{took:.1f} s" if took is not None else "never"
        words = " ".join(one.words)
        print(f"{'✓' if good else '✗'} {one.at - start:6.1f} s  {one.by:8} {one.kind:12} "
              f"{words[:70]:70} {where}: {when}")  # fmt: skip
    print()
    ways = sorted({(one.by == ME, one.kind) for one in watch.happened})
    for mine, kind in ways:
        found = [one for one in watch.happened if (one.by == ME, one.kind) == (mine, kind)]
        times = [watch.seen[one] - one.at for one in found if one in watch.seen]
        whose = "by keys" if mine else "by agents"
        spread = f"median {median(times):.1f} s, longest {max(times):.1f} s" if times else ""
        print(f"{kind:13}{whose:10}{len(times):3} of {len(found):3} seen  {spread}")
    for problem in watch.broken:
        print(f"✗ {problem}")
    return not watch.broken and all(
        one in watch.seen and watch.seen[one] - one.at <= LATE for one in watch.happened
    )


def main() -> int:
    """Let them work, and tell; 1 when anything was not seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="where screens are kept")
    args = parser.parse_args()
    if not shutil.which("tmux"):
        print("tmux is missing: it holds the terminal in which the screen runs", file=sys.stderr)
        return 3
    quiet_environment()
    os.environ.pop("PYTHONUNBUFFERED", None)
    folder = Path(tempfile.mkdtemp()).resolve()
    try:
        watch, last = work(folder, args.minutes, args.pictures)
    finally:
        remove(folder)
    Album(args.pictures).write("last", last)
    print(last)
    good = report(watch)
    print("everything was seen" if good else "NOT EVERYTHING WAS SEEN")
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
