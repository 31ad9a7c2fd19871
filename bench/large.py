"""Repositories of any size, made in seconds, for what must not grow with the tree."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from bench.clones import FEW

PLAN = """\
version: 1
project: large
sessions:
  senior: {emails: [senior@example.com]}
  junior: {emails: [junior@example.com]}
ownership:
  junior: [p0/]
"""
IGNORED = "build"
PER_FOLDER = 20
LINES = 40


def name(number: int) -> str:
    """The path of a file: its name is found nowhere else."""
    folder = number // PER_FOLDER
    return f"p{folder % 50}/q{folder // 50}/m{number:06}.py"


def text(number: int, word: str = "") -> str:
    """What is in a file; a word stands in the line of that number."""
    lines = [f"{line} of {number}" for line in range(LINES)]
    lines[number % LINES] += word
    return "\n".join(lines) + "\n"


def make(folder: Path, files: int, ignored: int = 0) -> Path:
    """A clone with so many tracked files, and so many in a folder that git ignores."""
    top = folder.resolve() / "large"
    git(folder, "init", "--quiet", "--initial-branch=main", str(top))
    for key, value in (("user.name", "senior"), ("user.email", "senior@example.com")):
        git(top, "config", key, value)
    stream = b"".join(_stream(files))
    subprocess.run(["git", "-C", str(top), "fast-import", "--quiet"], input=stream, check=True)
    git(top, "reset", "--quiet", "--hard")
    for number in range(ignored):
        file = top / IGNORED / f"part{number // 10}" / f"o{number}.o"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return top


def _stream(files: int) -> Iterator[bytes]:
    yield b"commit refs/heads/main\ncommitter Storm <storm@example.com> %d +0000\n" % int(
        time.time()
    )
    yield _data("Begin")
    yield _file("coord.yaml", PLAN)
    yield _file(".gitignore", f"{IGNORED}/\n")
    yield from (_file(name(number), text(number)) for number in range(files))


def _file(path: str, content: str) -> bytes:
    return b"M 100644 inline %s\n" % path.encode() + _data(content)


def _data(content: str) -> bytes:
    return b"data %d\n%s\n" % (len(content), content.encode())


def git(folder: Path, *args: str) -> str:
    """What git printed, which must end well."""
    command = ["git", "-C", str(folder), *FEW[1:], *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
