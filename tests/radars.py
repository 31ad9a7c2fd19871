"""Clones with several working trees for the conflict radar, and what must never change in them."""

import hashlib
import os
from pathlib import Path

from coord_tui.core.changed import EVERYTHING
from coord_tui.core.radar import Pair, Radar
from coord_tui.core.times import seconds_of
from coord_tui.workspace.radar import look
from coord_tui.workspace.trees import Trees
from coord_tui.workspace.workspace import Workspace
from tests.repos import DATE, Repo, repository

PLAN = """\
version: 1
sessions:
  ana: {role: one, emails: [ana@example.com], worktree: .}
  bolt: {role: other, emails: [bolt@example.com], worktree: ../bolt}
  cleo: {role: third, emails: [cleo@example.com], worktree: ../cleo}
"""
LINES = "".join(f"line {n}\n" for n in range(1, 21))
TODAY = seconds_of(f"{DATE[:19]}Z") + 60
"""A minute after every commit of the tests."""


def trees_of(path: Path, *names: str) -> tuple[Repo, ...]:
    """A clone with the plan and a file of twenty lines, and a working tree for each name."""
    repo = repository(path / "ana", "README.md")
    repo.write("coord.yaml", PLAN)
    repo.write("file.txt", LINES)
    repo.commit("coord.yaml", "file.txt", message="Plan")
    return (repo, *(repo.worktree(path / name, name) for name in names))


def opened(repo: Repo, session: str = "ana") -> Workspace:
    """The workspace of a session, on the day of the commits."""
    workspace = Workspace.open(str(repo.path), session)
    workspace.clock = lambda: TODAY
    return workspace


def looked(repo: Repo, last: Radar | None = None) -> Radar:
    """What the radar finds in a clone, with what it remembers."""
    workspace = opened(repo)
    trees = Trees(workspace)
    trees.read(EVERYTHING)
    return look(workspace, trees.with_facts(workspace.board()), trees.places, last)


def pair(radar: Radar, one: str, other: str) -> Pair:
    """The pair of two places, by their names."""
    (found,) = [pair for pair in radar.pairs if {pair.one.name, pair.other.name} == {one, other}]
    return found


def edit(repo: Repo, line: int, text: str, name: str = "file.txt") -> None:
    """Change one line of a file."""
    lines = (repo.path / name).read_text().splitlines(keepends=True)
    lines[line - 1] = f"{text}\n"
    (repo.path / name).write_text("".join(lines))


def fingerprint(*repos: Repo) -> dict[str, str]:
    """Everything that is the user's: every file, and git's own but for our folder in it.

    Of git's objects and shared index the time does not count: git renews it as often as it reads.
    """
    found: dict[str, str] = {}
    for repo in repos:
        for folder, names, files in os.walk(repo.path):
            if Path(folder).name == ".git" and "coord" in names:
                names.remove("coord")
            for name in (*names, *files):
                found[os.path.join(folder, name)] = _print(os.path.join(folder, name))
    return found


def _print(path: str) -> str:
    state = os.lstat(path)
    if os.path.islink(path):
        return f"link to {os.readlink(path)}"
    if not os.path.isfile(path):
        return f"{state.st_mode:o}"
    with open(path, "rb") as file:
        content = hashlib.sha256(file.read()).hexdigest()
    renewed = "/.git/objects/" in path or "/.git/sharedindex." in path
    written = 0 if renewed else state.st_mtime_ns
    return f"{state.st_mode:o} {written} {state.st_ino} {content}"
