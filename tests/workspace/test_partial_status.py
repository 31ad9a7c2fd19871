"""Git asked about a few paths says what git asked about all would: proved by random operations."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from coord_tui.adapters.worktree_list import TreePlace
from coord_tui.workspace.trees import partly_read
from tests.repos import Repo, repository

STEPS = 60
LONG = "enough text to be known again\n" * 9
NAMES = ["a", "b", "a/x", "a/y", "a/x/z", "a-b", "c/[id]", "c/é", "out/log", "keep.log", "n/f", "*"]
"""Few: each is a file now and a folder then; `out/` and `*.log` are ignored now and then."""


class Random:
    """A repository that changes at random, and what is on its disk."""

    def __init__(self, repo: Repo, seed: int) -> None:
        self.repo, self.dice = repo, random.Random(seed)
        self.number = 0

    def step(self) -> tuple[str, bool]:
        """Do something; what, and whether only files of the working tree were touched."""
        acts = self.files if self.dice.random() < 0.7 else self.gits
        act = self.dice.choice(acts)
        name = self.dice.choice(NAMES)
        try:
            act(self, name)
        except (OSError, AssertionError) as error:
            return f"{act.__name__} {name}: {error}", acts is self.files
        return f"{act.__name__} {name}", acts is self.files

    def on_disk(self) -> dict[str, tuple[object, ...]]:
        """Every file and folder, with what tells whether it is still the same."""
        found: dict[str, tuple[object, ...]] = {}
        for folder, folders, files in os.walk(self.repo.path):
            for name in (*folders, *files):
                path = Path(folder) / name
                there, said = str(path.relative_to(self.repo.path)), path.lstat()
                whole = path.is_dir() and not path.is_symlink()
                written = () if whole else (said.st_mtime_ns, said.st_size)
                found[there] = (said.st_mode, said.st_ino, *written)
            if Path(folder) == self.repo.path:
                folders.remove(".git")
        return found

    def write(self, name: str) -> None:
        self.number += 1
        self.put(name, self.dice.choice([LONG, f"{self.number}\n", LONG + f"{self.number}\n"]))

    def write_nested(self, name: str) -> None:
        for below in ("deep/one", "deep/er/two"):
            self.put(f"{name}/{below}", LONG)

    def put(self, name: str, text: str) -> None:
        self.clear(name)
        self.repo.write(name, text)

    def clear(self, name: str) -> None:
        """Make room for a file: what stands where it, or a folder on the way to it, must be."""
        for part in [*reversed(Path(name).parents), Path(name)]:
            path = self.repo.path / part
            if path.is_symlink() or (path.is_file() and part != Path(name)):
                path.unlink()
            elif path.is_dir() and part == Path(name):
                shutil.rmtree(path)

    def delete(self, name: str) -> None:
        path = self.repo.path / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()

    def link(self, name: str) -> None:
        self.clear(name)
        (self.repo.path / name).symlink_to(self.dice.choice(["a", "c", "nowhere"]))

    def empty(self, name: str) -> None:
        self.clear(name)
        (self.repo.path / name).mkdir(parents=True)

    def rename(self, name: str) -> None:
        other = self.dice.choice(NAMES)
        (self.repo.path / name).rename(self.repo.path / other)

    def make_runnable(self, name: str) -> None:
        (self.repo.path / name).chmod(0o755)

    def ignore(self, name: str) -> None:
        place = self.dice.choice([".gitignore", "c/.gitignore"])
        self.put(place, self.dice.choice(["", "out/\n", "*.log\nout/\n", "x\n", "!keep.log\n"]))

    def restore(self, name: str) -> None:
        self.put(name, LONG)

    def nest(self, name: str) -> None:
        self.clear("n/r/f")
        if (self.repo.path / "n/r/.git").exists():
            shutil.rmtree(self.repo.path / "n/r/.git")
        else:
            repository(self.repo.path / "n/r", "f")

    def write_in_nested(self, name: str) -> None:
        self.repo.write("n/r/f", f"{self.number}")

    def add(self, name: str) -> None:
        self.repo.git("add", "--", name)

    def add_all(self, name: str) -> None:
        self.repo.git("add", "--all")

    def force(self, name: str) -> None:
        self.repo.git("add", "--force", "--", name)

    def expect(self, name: str) -> None:
        self.repo.git("add", "--intent-to-add", "--", name)

    def move(self, name: str) -> None:
        self.repo.git("mv", name, self.dice.choice(NAMES))

    def unstage(self, name: str) -> None:
        self.repo.git("reset", "-q", "--", name)

    def forget(self, name: str) -> None:
        self.repo.git("rm", "-r", "-q", "--cached", "--", name)

    def commit(self, name: str) -> None:
        self.repo.git("commit", "-q", "--allow-empty", "--message", "Change")

    def stash(self, name: str) -> None:
        self.repo.git("stash", "--include-untracked")

    def unstash(self, name: str) -> None:
        self.repo.git("stash", "pop")

    files: tuple[Callable[["Random", str], None], ...] = (
        write, write, write_nested, delete, link, empty, rename, make_runnable, ignore, restore,
        nest, write_in_nested,
    )  # fmt: skip
    gits: tuple[Callable[["Random", str], None], ...] = (
        add, add, add_all, force, expect, move, unstage, forget, commit, stash, unstash,
    )  # fmt: skip


def touched(before: dict[str, tuple[object, ...]], now: dict[str, tuple[object, ...]]) -> list[str]:
    return sorted(path for path in before | now if before.get(path) != now.get(path))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_files_changed_a_partial_status_is_the_full_one(
    seed: int, tmp_path: Path
) -> None:
    repo = repository(tmp_path / "repo", "a", "b", "c/[id]", "keep.log")
    place = TreePlace(str(repo.path), f"{repo.path}/.git", f"{repo.path}/.git")
    git, world, partial = Git(place.top), Random(repo, seed), 0
    known = read_worktree(git, place.top, place.git_dir)
    done: list[str] = []
    for _ in range(STEPS):
        before = world.on_disk()
        step, only_files = world.step()
        done.append(step)
        now = read_worktree(git, place.top, place.git_dir)
        if only_files and (paths := touched(before, world.on_disk())):
            found = partly_read(git, place, known, paths)
            partial += found is not None
            assert found is None or found.changes == now.changes, (done[-3:], paths)
        known = now
    assert partial > 10
