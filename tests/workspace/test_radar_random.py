"""Random edits in several working trees: what is remembered, what is asked anew, and what git does.

After each step the radar with its memory, the radar without one, and real merges of real commits in
a throw-away clone must say the same.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.core.radar import Pair
from tests.radars import LINES, edit, fingerprint, looked, trees_of
from tests.repos import Repo, repository

STEPS = 8
NAMES = ("one.txt", "two.txt", "dir/three.txt", "dir/sub/four.txt", "naïve [x].txt")
MOVED = re.compile(r"~(HEAD|[0-9a-f]{40})(_\d+)?$")
Step = Callable[[random.Random, Repo, str], object]


def existing(repo: Repo, name: str) -> str:
    """The name, if a file is there, else one that is never touched otherwise."""
    return name if (repo.path / name).is_file() else "file.txt"


def edited(chance: random.Random, repo: Repo, name: str) -> None:
    path = existing(repo, name)
    edit(repo, chance.randrange(1, 4), f"{repo.path.name} {chance.randrange(3)}", path)


def deleted(_: random.Random, repo: Repo, name: str) -> None:
    (repo.path / name).unlink(missing_ok=True)


def added(chance: random.Random, repo: Repo, name: str) -> None:
    repo.write(f"new/{chance.randrange(3)} {name[:3]}", f"{chance.randrange(2)}\n" * 9)


def renamed(chance: random.Random, repo: Repo, name: str) -> None:
    if (repo.path / name).is_file():
        repo.git("add", "--all")
        repo.git("mv", "-f", name, f"moved-{chance.randrange(2)}.txt")


def staged(_: random.Random, repo: Repo, name: str) -> None:
    repo.git("add", "--all", "--", existing(repo, name))


def committed(_: random.Random, repo: Repo, name: str) -> None:
    repo.git("add", "--all")
    repo.git("commit", "-q", "--allow-empty", "-m", f"Work on {name}")


def branched(chance: random.Random, repo: Repo, _: str) -> None:
    repo.git("branch", "-f", f"side-{chance.randrange(2)}")


WAYS: tuple[Step, ...] = (
    edited, edited, edited, edited, deleted, added, added, renamed, staged, committed, branched,
)  # fmt: skip


class Truth:
    """Real commits of what lies in the trees, and real merges of them in a clone of their own."""

    def __init__(self, path: Path, own: Repo) -> None:
        self.repo = repository(path / "truth")
        self.objects = path / "truth/.git/objects"
        (self.objects / "info/alternates").write_text(f"{own.path}/.git/objects\n")

    def commit(self, place: Repo) -> str:
        """A commit of everything in a working tree, as `git add --all` would make it."""
        index = self.repo.path.parent / "index"
        shutil.copy2(place.git("rev-parse", "--path-format=absolute", "--git-path", "index"), index)
        env = {
            "GIT_INDEX_FILE": str(index),
            "GIT_OBJECT_DIRECTORY": str(self.objects),
        }
        place.git("add", "--all", env=env)
        tree = place.git("write-tree", env=env)
        return place.git("commit-tree", tree, "-p", "HEAD", "-m", "All", env=env)

    def conflicts(self, one: str, other: str) -> set[str] | None:
        """The files that a merge leaves in conflict; None when it goes well."""
        git = self.repo.git
        git("reset", "-q", "--hard")
        git("clean", "-qfdx")
        git("checkout", "-q", "--detach", one)
        try:
            git("merge", "-q", "--no-commit", "--no-ff", other)
        except AssertionError:
            listed = git("ls-files", "-u", "-z").split("\0")[:-1]
            return {MOVED.sub("", entry.partition("\t")[2]) for entry in listed}
        finally:
            git("reset", "-q", "--hard")
        return None


def agrees(pair: Pair, truth: set[str] | None) -> bool:
    if truth is None or pair.state != "conflict":
        return (truth is None) == (pair.state == "clean")
    plain = {"renamed", "folder"}.isdisjoint(pair.kinds)  # of which git lists all the names
    return set(pair.paths) == truth if plain else set(pair.paths) & truth != set()


@pytest.mark.parametrize("seed", range(3))
def test_the_radar_says_what_merges_would(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    ana, bolt, cleo = repos = trees_of(tmp_path, "bolt", "cleo")
    for name in NAMES:
        ana.write(name, LINES)
    base = ana.commit(*NAMES)
    for repo in (bolt, cleo):
        repo.git("reset", "-q", "--hard", base)
    truth, conflicts = Truth(tmp_path, ana), 0
    for _ in range(STEPS):
        for _ in range(chance.randrange(1, 4)):
            chance.choice(WAYS)(chance, chance.choice(repos), chance.choice(NAMES))
        before = fingerprint(*repos)
        remembered = looked(ana)
        shutil.rmtree(ana.path / ".git/coord/radar/objects")
        again = looked(ana)
        shutil.rmtree(ana.path / ".git/coord/radar")
        fresh = looked(ana)
        assert fingerprint(*repos) == before
        assert remembered == again == fresh
        lying = {str(repo.path): truth.commit(repo) for repo in repos}
        for pair in fresh.pairs:
            one, other = (
                lying.get(place.worktree) or ana.git("rev-parse", place.name) for place in pair[:2]
            )
            said = truth.conflicts(one, other)
            assert agrees(pair, said), (seed, pair, said)
            conflicts += pair.state == "conflict"
    assert conflicts
