"""One working tree of `bench.trees`, with the words that its random operations need."""

import os
import random
import shutil
import subprocess
from pathlib import Path

from bench.trees_made import HOT, IGNORED

KEPT = {"coord.yaml"}
"""What no operation touches: without its plan there is no screen."""
NEVER = (".git", IGNORED)
LOCKED = "index.lock"
LITERALLY = {"GIT_LITERAL_PATHSPECS": "1"}


class Tree:
    """A working tree in which scripts work, one operation at a time; all chance is its dice's."""

    def __init__(self, path: Path, branch: str, dice: random.Random) -> None:
        self.path = path
        self.branch = branch
        """Its session's own branch."""
        self.dice = dice
        self.locked: list[str] = []
        """What git said when somebody else held a lock: nobody may."""
        self.mark = 0

    def git(self, *args: str) -> bool:
        """Whether git did that."""
        return self.ask(*args) is not None

    def ask(self, *args: str) -> str | None:
        """What git printed; None when it refused."""
        done = subprocess.run(
            ["git", "-C", str(self.path), *args],
            env=os.environ | {"GIT_EDITOR": "true"} | (LITERALLY if "--" in args else {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if LOCKED in (said := os.fsdecode(done.stderr)):
            self.locked.append(f"git {' '.join(args)}: {said.strip()}")
        return None if done.returncode else os.fsdecode(done.stdout)

    def names(self, *args: str) -> list[str]:
        """The paths that `git ls-files` gives, which an operation may touch."""
        said = self.ask("ls-files", "-z", *args) or ""
        return sorted({name for name in said.split("\0") if name} - KEPT)

    def tracked(self) -> str:
        """One of the tracked files that are there: at times one that every branch changes."""
        names = HOT if self.dice.random() < 0.1 else self.names()
        there = [name for name in names if self.is_plain(name)]
        return self.dice.choice(there) if there else ""

    def is_plain(self, name: str) -> bool:
        """Whether a file is there, and no link to one."""
        return self.at(name).is_file() and not self.at(name).is_symlink()

    def changed(self) -> str:
        """A file that differs from the index, or is untracked, and is there."""
        names = self.names("--modified", "--others", "--exclude-standard")
        there = [name for name in names if os.path.lexists(self.at(name))]
        return self.dice.choice(there) if there else ""

    def folder(self) -> str:
        """A folder in which something is tracked; the top is empty."""
        folders = {name.rpartition("/")[0] for name in self.names()}
        there = sorted(name for name in folders if name and self.at(name).is_dir())
        there = [one for one in there if not one.startswith(NEVER) and not self._by_link(one)]
        return self.dice.choice(there) if there else ""

    def small_folder(self) -> str:
        """A folder without folders in it."""
        found = (self.folder() for _ in range(20))
        return next((one for one in found if one and not self._nested(one)), "")

    def _by_link(self, name: str) -> bool:
        """Whether the way there leads through a link, and so perhaps out of the tree."""
        return os.path.realpath(self.at(name)) != os.path.join(self.path, name)

    def _nested(self, name: str) -> bool:
        return any(entry.is_dir() for entry in self.at(name).iterdir())

    def fresh(self, *endings: str) -> str:
        """A name that is not there yet, at times an awkward one, in some folder that is."""
        self.mark += 1
        ending = self.dice.choice(endings or (".py", ".md", " [x].tsx", "\n.txt", " 🎈", ".log"))
        home = self.folder() if self.dice.random() < 0.8 else ""
        return f"{home}/n{self.mark}{ending}".lstrip("/")

    def at(self, name: str) -> Path:
        """Where that is."""
        return self.path / name

    def write(self, name: str, text: str) -> None:
        """Write a file, with its folders; nothing that is there is removed for them."""
        file = self.at(name)
        if not any(parent.is_file() for parent in file.parents) and not file.is_dir():
            if file.is_symlink():
                file.unlink()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    def word(self) -> str:
        """A text that was not there before."""
        return f"{self.dice.random()}\n"

    def remove(self, name: str) -> None:
        """Remove a file, a link or a folder."""
        place = self.at(name)
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)

    def git_path(self, name: str) -> Path:
        """Where git keeps that file of this working tree."""
        said = self.ask("rev-parse", "--path-format=absolute", "--git-path", name) or ""
        return Path(said.removesuffix("\n"))

    @property
    def busy(self) -> str:
        """What git is in the middle of: the command that continues or aborts it."""
        for name, command in (
            ("rebase-merge", "rebase"),
            ("rebase-apply", "rebase"),
            ("MERGE_HEAD", "merge"),
            ("CHERRY_PICK_HEAD", "cherry-pick"),
            ("REVERT_HEAD", "revert"),
        ):
            if self.git_path(name).exists():
                return command
        return ""
