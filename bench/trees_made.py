"""Makes the repository of `bench.trees`: thousands of files, history, a remote, three worktrees.

The remote is written by `git fast-import`, so names that no command line could carry are in it too.
"""

import os
import random
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.clones import FEW

SESSIONS = {"senior": "atlas", "junior": "atlas-junior", "helper": "atlas-helper"}
"""Who works in which folder; the first one's is the clone, the others' are linked to it."""
PLAN = """\
version: 1
project: trees
sessions:
  senior: {emails: [senior@example.com], worktree: .}
  junior: {emails: [junior@example.com], worktree: ../atlas-junior}
  helper: {emails: [helper@example.com], worktree: ../atlas-helper}
ownership:
  senior: [src/api/, src/core/]
  junior: [src/mail/, "app/[[]id]/"]
shared: [hot/, docs/]
groups:
  - {id: g, state: current, tasks: [{id: T1, title: One, files: [src/api/]}, {id: T2, title: Two}]}
channel: {poll: 1h}
"""
IGNORE = "build/\n*.log\n!keep.log\n/local-*\n"
HOT = [f"hot/h{n}.txt" for n in range(12)]
"""What every branch changes, so that merges meet conflicts."""
AWKWARD = [
    "app/[id]/page.tsx", "a[/]b.md", "naïve 🎈.txt", "with space.txt", "two\nlines.txt",
    " leading.txt", "-dash.txt", "quote\"d.txt", "tab\there.txt", "back\\slash.txt",
    "glob*?.txt",
    "build/kept.txt", "keep.log", "ß/ẞ.txt", "e\u0301-apart.txt", ":(top)magic.txt",
]  # fmt: skip
"""Paths that break careless code; one is tracked inside an ignored folder."""
NO_UTF8 = [os.fsdecode(b"latin-\xe9.txt"), os.fsdecode(b"by\xfftes/inside.txt")]
"""Names for the platforms that let them be."""
AREAS = ("src/api", "src/core", "src/mail", "src/ui", "docs", "tests", "tools", "vendor/lib")
MOVABLE = "assets/icons"
"""A folder of hundreds of files, to be moved as one."""
BRANCHES = tuple(f"topic-{n}" for n in range(1, 7))
IGNORED = "build"


class Made(NamedTuple):
    """The remote, and where the sessions work."""

    remote: Path
    trees: tuple[Path, ...]
    """The clone first."""


def make(folder: Path, files: int, dice: random.Random, trees: int = 3) -> Made:
    """A remote with so many files, a clone of it, and linked worktrees, each on its branch."""
    remote = folder / "remote.git"
    _git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    awkward = [*AWKWARD, *(NO_UTF8 if _takes_bytes(folder) else ())]
    paths = sorted({*_paths(files, dice), *awkward})
    stream = b"".join(_history(paths, set(awkward), dice))
    done = ("git", "-C", str(remote), "fast-import", "--quiet")
    subprocess.run(done, input=stream, check=True)
    own, *linked = (folder / name for name in [*SESSIONS.values()][:trees])
    _git(folder, "clone", "--quiet", str(remote), str(own))
    for key, value in (("user.name", "senior"), ("user.email", "senior@example.com"),
                       ("gc.auto", "0"), ("advice.detachedHead", "false")):  # fmt: skip
        _git(own, "config", key, value)
    for tree, branch in zip(linked, BRANCHES, strict=False):
        _git(own, "worktree", "add", "--quiet", str(tree), branch)
    made = Made(remote, (own, *linked))
    for tree in made.trees:
        fill_ignored(tree)
    return made


def fill_ignored(tree: Path, files: int = 2_000) -> None:
    """A build's output, which git ignores."""
    for n in range(files):
        file = tree / IGNORED / f"part{n % 40}" / f"o{n}.o"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{n}\n")


def _paths(files: int, dice: random.Random) -> list[str]:
    homes = [
        "/".join([dice.choice(AREAS), *(f"d{dice.randrange(7)}" for _ in range(dice.randrange(4)))])
        for _ in range(files // 12)
    ]
    found = {f"{dice.choice(homes)}/m{n}{dice.choice(('.py', '.ts', '.md'))}" for n in range(files)}
    icons = {f"{MOVABLE}/set{n % 6}/i{n}.svg" for n in range(min(300, files // 4))}
    return sorted(found | icons | set(HOT))


def _takes_bytes(folder: Path) -> bool:
    """Whether a file may have a name that is no UTF-8."""
    file = folder / NO_UTF8[0]
    try:
        file.touch()
        file.unlink()
    except OSError:
        return False
    return True


def _history(
    paths: list[str], awkward: set[str], dice: random.Random, commits: int = 40
) -> Iterator[bytes]:
    """The stream for `git fast-import`: a main branch, and others that leave it at some commit."""
    now = int(time.time()) - 3600 * (commits + 20)
    first = {path: text(path) for path in paths} | {"coord.yaml": PLAN, ".gitignore": IGNORE}
    yield _commit("main", now, "Begin", first)
    inner = [path for path in paths if path not in awkward and not path.startswith(MOVABLE)]
    forks = dict(zip(dice.sample(range(5, commits), len(BRANCHES)), BRANCHES, strict=True))
    for number in range(commits):
        some = [*dice.sample(inner, 8), dice.choice(HOT)]
        changed = {path: text(path, f"main {number}") for path in some}
        yield _commit("main", now + 3600 * number, f"Change {number}", changed)
        if number in forks:
            yield b"reset refs/heads/%s\nfrom refs/heads/main\n\n" % forks[number].encode()
    for branch in BRANCHES:
        for number in range(4):
            some = [*dice.sample(inner, 3), dice.choice(HOT)]
            changed = {path: text(path, f"{branch} {number}") for path in some}
            at = now + 3600 * (commits + number)
            yield _commit(branch, at, f"{branch}: change {number}", changed)


def text(path: str, word: str = "") -> str:
    """What is in a file: lines of its own; the word stands in one of them."""
    lines = [f"{n} of {path!a}" for n in range(30)]
    lines[len(path) % 20] += f" {word}"
    return "\n".join(lines) + "\n"


def _commit(branch: str, at: int, message: str, files: dict[str, str]) -> bytes:
    who = b"Storm <storm@example.com> %d +0000" % at
    head = b"commit refs/heads/%s\ncommitter %s\n" % (branch.encode(), who)
    body = b"".join(_file(path, content) for path, content in files.items())
    return head + _data(message.encode()) + body + b"\n"


def _file(path: str, content: str) -> bytes:
    raw = os.fsencode(path)
    for plain, escaped in ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n")):
        raw = raw.replace(plain, escaped)
    return b'M 100644 inline "%s"\n' % raw + _data(content.encode())


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _git(folder: Path, *args: str) -> None:
    subprocess.run(["git", "-C", str(folder), *FEW[1:], *args], check=True)
