"""What tests of the hooks share: real commits that may fail, hooks of others, what is where."""

import os
import subprocess
import sys
from pathlib import Path

from tests.repos import DATE, Repo

BIN = Path(sys.executable).parent
"""Where coord-tui and pre-commit are installed beside this Python."""


def attempt(place: Repo, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command at the top of the repository; it may fail."""
    dates = {"GIT_AUTHOR_DATE": DATE, "GIT_COMMITTER_DATE": DATE}
    return subprocess.run(
        command,
        cwd=place.path,
        env=dict(os.environ) | dates | environment,
        capture_output=True,
        encoding="utf-8",
    )


def commit(place: Repo, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Try to commit."""
    return attempt(place, "git", "commit", "--quiet", *args, **environment)


def message(place: Repo, revision: str = "HEAD") -> str:
    """The message of a commit, without its last line end."""
    return place.git("log", "-1", "--format=%B", revision).strip("\n")


def theirs(place: Repo, name: str, says: str, code: int = 0, folder: str = ".git/hooks") -> Path:
    """Somebody's own hook: notes that it ran, with which arguments."""
    file = place.path / folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'#!/bin/sh\necho "{says} $*" >>"{place.path}/.git/seen"\nexit {code}\n')
    file.chmod(0o755)
    return file


def seen(place: Repo) -> list[str]:
    """Whose hooks ran, in their order; asking forgets it."""
    file = place.path / ".git/seen"
    lines = file.read_text().split("\n")[:-1] if file.exists() else []
    file.unlink(missing_ok=True)
    return [line.strip() for line in lines]


def content(folder: Path) -> dict[str, tuple[int, str]]:
    """Everything in a folder, with modes; where links lead, what files hold."""
    found = {}
    for path in sorted(folder.rglob("*")):
        what = os.readlink(path) if path.is_symlink() else ""
        what = what or (path.read_text("latin-1") if path.is_file() else "")
        found[str(path.relative_to(folder))] = (path.lstat().st_mode, what)
    return found


def without_coord_tui() -> str:
    """A PATH on which there is no coord-tui."""
    folders = os.environ["PATH"].split(os.pathsep)
    return os.pathsep.join(one for one in folders if not (Path(one) / "coord-tui").exists())


def with_coord_tui() -> str:
    """A PATH on which there is one."""
    return os.pathsep.join((str(BIN), os.environ["PATH"]))
