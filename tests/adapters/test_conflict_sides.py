"""Which commit brought the other side of a conflict, in real merges, rebases and the like."""

import subprocess
from pathlib import Path

import pytest

from coord_tui.adapters.conflict_sides import SPACE, brought, other_side
from coord_tui.adapters.git import Git
from coord_tui.adapters.git_status import read_worktree
from tests.repos import AWKWARD, repository

STRAY = "stray\udcff.txt"
FILES = (*AWKWARD, STRAY)


class Sides:
    """A repository in which `main` and `theirs` have changed the same files."""

    def __init__(self, path: Path) -> None:
        self.repo = repository(path, *FILES)
        base = self.repo.head()
        self.repo.git("checkout", "--quiet", "-b", "theirs")
        self.early = self.change("early", *FILES)
        self.late = self.change("late", STRAY)
        self.change("unrelated to the others", "unrelated")
        self.repo.git("checkout", "--quiet", "-B", "main", base)
        self.mine = self.change("mine", *FILES)

    def change(self, text: str, *names: str) -> str:
        for name in names:
            self.repo.write(name, f"{text}\n")
        return self.repo.commit(*names, message=text)

    def stops(self, *args: str) -> dict[str, str]:
        """Run git, which stops with conflicts; each path in conflict, and who brought it."""
        path = str(self.repo.path)
        done = subprocess.run(["git", "-C", path, *args], capture_output=True)
        assert done.returncode != 0
        git, git_dir = Git(path), str(self.repo.path / ".git")
        tree = read_worktree(git, path, git_dir)
        paths = [change.path for change in tree.changes if change.state == "U"]
        assert paths
        side = other_side(git_dir, tree.operation, tree.branch.head)
        found = brought(git, side, paths)
        return {path: found[path].id if path in found else "" for path in paths}


@pytest.fixture
def sides(tmp_path: Path) -> Sides:
    return Sides(tmp_path / "repo")


def test_in_a_merge_it_is_the_last_commit_of_the_merged_side(sides: Sides) -> None:
    found = sides.stops("merge", "theirs")
    assert found == dict.fromkeys(AWKWARD, sides.early) | {STRAY: sides.late}


@pytest.mark.parametrize("backend", ["--merge", "--apply"])
def test_in_a_rebase_it_is_a_commit_that_one_rebases_onto(sides: Sides, backend: str) -> None:
    found = sides.stops("rebase", backend, "theirs")
    assert found == dict.fromkeys(AWKWARD, sides.early) | {STRAY: sides.late}


def test_in_a_cherry_pick_it_is_the_commit_that_is_picked(sides: Sides) -> None:
    assert sides.stops("cherry-pick", sides.early) == dict.fromkeys(FILES, sides.early)


def test_in_a_revert_it_is_the_commit_that_is_taken_back(sides: Sides) -> None:
    sides.change("again", *FILES)
    assert sides.stops("revert", "--no-edit", sides.mine) == dict.fromkeys(FILES, sides.mine)


def test_what_the_other_side_deleted_is_the_deletion(sides: Sides) -> None:
    sides.repo.git("checkout", "--quiet", "theirs")
    sides.repo.git("rm", "--quiet", STRAY)
    gone = sides.repo.commit(message="gone")
    sides.repo.git("checkout", "--quiet", "main")
    assert sides.stops("merge", "theirs")[STRAY] == gone


def test_patches_and_stashes_have_no_commit_that_git_knows(sides: Sides, tmp_path: Path) -> None:
    patch = sides.repo.git("format-patch", "-1", "--stdout", "--binary", sides.early)
    (tmp_path / "patch").write_text(patch + "\n", errors="surrogateescape")
    sides.repo.write(STRAY, "stashed\n")
    sides.repo.git("stash", "--quiet")
    sides.change("moved on", STRAY)
    assert sides.stops("stash", "pop") == {STRAY: ""}
    sides.repo.git("reset", "--quiet", "--hard")
    assert set(sides.stops("am", "--3way", str(tmp_path / "patch")).values()) == {""}


@pytest.mark.parametrize(
    "operation", ["merge", "rebase", "cherry-pick", "revert", "am", "bisect", ""]
)
@pytest.mark.parametrize("left", [None, b"", b"--all\n", b"\xff\xfe", b"abc"])
def test_what_git_left_in_no_form_it_has_names_nothing(
    tmp_path: Path, operation: str, left: bytes | None
) -> None:
    for name in ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge/onto"):
        if left is not None:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(left)
    assert other_side(str(tmp_path), operation, "0" * 40) == ()


def test_very_many_paths_are_told_as_far_as_there_is_room(sides: Sides) -> None:
    names = [f"{n:04}" + "x" * 200 for n in range(SPACE // 200 + 50)]
    sides.repo.git("checkout", "--quiet", "theirs")
    many = sides.change("many", *names)
    git, side = Git(str(sides.repo.path)), (many, f"^{sides.late}")
    found = brought(git, side, names)
    assert names[0] in found
    assert 0 < len(found) < len(names)
    assert brought(git, (), names) == {}
