"""Throw-away repositories for tests: real git, the same commits each time, no settings of yours."""

import os
import subprocess
from pathlib import Path

from tests.templates import copied

AWKWARD = ("app/[id]/page.tsx", "a[/]b.md", "naïve 🎈.txt", "with space.txt", "two\nlines.txt")
"""Paths that break careless code; every fixture with files may take them."""

DATE = "2026-01-31T12:00:00+0000"

ISOLATED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}
"""Shuts out the developer's own git settings."""


def isolated(environment: dict[str, str]) -> dict[str, str]:
    """The environment without what git, or a session of ours, left in it."""
    kept = {k: v for k, v in environment.items() if not k.startswith("GIT_") and k != "EMAIL"}
    kept.pop("COORD_SESSION", None)
    return kept | ISOLATED


class Repo:
    """A repository in a folder, with the words that tests need."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def git(self, *args: str, input: str | None = None, env: dict[str, str] | None = None) -> str:
        """What git printed, without the last line end; fails the test when git fails."""
        dates = {"GIT_AUTHOR_DATE": DATE, "GIT_COMMITTER_DATE": DATE}
        done = subprocess.run(
            ["git", "-C", str(self.path), *args],
            input=input,
            env=isolated(dict(os.environ)) | dates | (env or {}),
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
        assert done.returncode == 0, f"git {args}: {done.stderr}"
        return done.stdout.removesuffix("\n")

    def write(self, name: str, text: str = "text\n") -> Path:
        """Write a file, with the folders it needs."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="surrogateescape")
        return file

    def commit(self, *names: str, message: str = "Change") -> str:
        """Commit files as they are (those missing are written first); the new commit."""
        for name in names:
            if not (self.path / name).exists():
                self.write(name)
        if names:
            self.git("add", "--all", "--", *names)
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.head()

    def head(self) -> str:
        """The commit at HEAD."""
        return self.git("rev-parse", "HEAD")

    def identify(self, name: str = "Sam Senior", email: str = "senior@example.com") -> None:
        """Configure who commits here."""
        self.git("config", "user.name", name)
        self.git("config", "user.email", email)

    def clone(self, to: Path, *options: str) -> "Repo":
        """A clone whose remote `origin` this is."""
        self.git("clone", "--quiet", *options, self.path.as_uri(), str(to))
        other = Repo(to)
        other.identify()
        return other

    def worktree(self, to: Path, branch: str) -> "Repo":
        """A linked working tree, on a new branch."""
        self.git("worktree", "add", "--quiet", "-b", branch, str(to))
        return Repo(to)

    def hook(self, name: str, script: str) -> None:
        """Install a hook, a shell script without its first line."""
        file = Path(self.git("rev-parse", "--path-format=absolute", "--git-path", f"hooks/{name}"))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    def settle(self) -> "Repo":
        """Let the index know its files, as it does where they were not copied."""
        self.git("update-index", "-q", "--refresh")
        return self


def empty_repository(path: Path, *options: str) -> Repo:
    """A repository without a commit, on the unborn branch `main`."""
    if options:
        _begin(path, *options)
    else:
        copied(path, ("empty",), _begin)
    return Repo(path)


def _begin(path: Path, *options: str) -> Repo:
    path.mkdir(parents=True, exist_ok=True)
    repo = Repo(path)
    repo.git("init", "--quiet", "--initial-branch=main", *options)
    repo.identify()
    return repo


def repository(path: Path, *files: str) -> Repo:
    """A repository with one commit of those files; of a README when none are named."""
    names = files or ("README.md",)
    copied(path, ("repository", *names), lambda to: _begin(to).commit(*names, message="Begin"))
    return Repo(path).settle()


def bare_remote(path: Path) -> Repo:
    """An empty bare repository, to push to and clone from."""
    copied(path, ("bare",), _begin_bare)
    return Repo(path)


def _begin_bare(path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)
    Repo(path).git("init", "--quiet", "--bare", "--initial-branch=main")
