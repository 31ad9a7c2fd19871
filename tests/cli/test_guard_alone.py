"""The command that the guard prints commits exactly what one has staged, and loses nothing."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from coord_tui.adapters.here import note_here
from tests.cli.conftest import process
from tests.repos import Repo, empty_repository, isolated

MINE, THEIRS = "mine.py", "theirs.py"
PLAN = """\
version: 1
project: atlas
sessions:
  senior: {role: a, emails: [senior@example.com]}
  junior: {role: b, emails: [junior@example.com]}
ownership:
  senior: [mine.py, "mine*", m/]
  junior: [theirs.py, "theirs*", t/]
"""


@pytest.fixture
def shared(tmp_path: Path) -> Repo:
    repo = empty_repository(tmp_path / "shared")
    repo.write("coord.yaml", PLAN)
    repo.commit("coord.yaml", MINE, THEIRS, "mine_too.py", "theirs_too.py")
    note_here(str(repo.path / ".git/coord/here"), "junior")
    return repo


def staged(repo: Repo, name: str, text: str = "staged\n") -> None:
    repo.write(name, text)
    repo.git("add", name)


def partly(repo: Repo, name: str) -> None:
    staged(repo, name)
    repo.write(name, "staged\nnot staged\n")


def removed(repo: Repo, name: str) -> None:
    repo.git("rm", "--quiet", name)


def forgotten(repo: Repo, name: str) -> None:
    repo.git("rm", "--quiet", "--cached", name)


def renamed(repo: Repo, name: str) -> None:
    repo.git("mv", name, name.replace(".py", "_moved.py"))


def new(repo: Repo, name: str) -> None:
    staged(repo, name.replace(".py", "_new.py"))


def meant(repo: Repo, name: str) -> None:
    """A file of which git only knows that it will be added, beside a staged one."""
    repo.write(name.replace(".py", "_later.py"))
    repo.git("add", "--intent-to-add", name.replace(".py", "_later.py"))
    staged(repo, name)


def executable(repo: Repo, name: str) -> None:
    repo.git("update-index", "--chmod=+x", name)


WHOLE: tuple[Callable[[Repo, str], None], ...] = (staged, removed, renamed, new, meant)
APART: tuple[Callable[[Repo, str], None], ...] = (partly, forgotten, executable)


def index(repo: Repo) -> dict[str, str]:
    """Mode and blob of every path in the index."""
    lines = repo.git("ls-files", "--stage", "-z").split("\0")
    return {line.partition("\t")[2]: line.split("\t")[0][:47] for line in lines if line}


def on_disk(repo: Repo) -> dict[str, str]:
    files = (path for path in repo.path.iterdir() if path.is_file())
    return {path.name: path.read_text() for path in files}


def advised(repo: Repo) -> str:
    """The last thing that the refused commit says."""
    said = process("guard", "--staged", cwd=repo.path)
    assert said.code == 1
    return said.err.splitlines()[-1].removeprefix("coord-tui: ")


def run(command: str, repo: Repo) -> None:
    done = subprocess.run(
        ["bash", "-c", command.replace("git commit", "git commit -qm mine")],
        cwd=repo.path,
        env=isolated(dict(os.environ)),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("mine", [*WHOLE, *APART])
@pytest.mark.parametrize("theirs", [*WHOLE, *APART])
def test_the_command_commits_what_one_has_staged_and_keeps_the_rest(
    mine: Callable[[Repo, str], None], theirs: Callable[[Repo, str], None], shared: Repo
) -> None:
    mine(shared, MINE)
    theirs(shared, THEIRS)
    before, files = index(shared), on_disk(shared)
    own = shared.git("diff", "--cached", "--", "mine*")
    advice = advised(shared)
    if mine in APART and theirs in APART:
        assert advice.startswith("no single command commits yours alone and loses nothing: ")
        assert (index(shared), on_disk(shared)) == (before, files)
        return

    run(advice.removeprefix("to commit yours alone: "), shared)

    assert shared.git("diff", "HEAD~1", "HEAD") == own
    assert on_disk(shared) == files
    if mine in APART:
        assert shared.git("diff", "--cached") == ""
    else:
        assert index(shared) == before


def test_the_very_first_commit_can_be_parted_too(tmp_path: Path) -> None:
    repo = empty_repository(tmp_path / "r")
    repo.write("coord.yaml", PLAN)
    note_here(str(repo.path / ".git/coord/here"), "junior")
    partly(repo, MINE)
    staged(repo, THEIRS)
    run(advised(repo).removeprefix("to commit yours alone: "), repo)
    assert repo.git("ls-tree", "--name-only", "HEAD") == MINE
    assert repo.git("show", f"HEAD:{MINE}") == "staged"
    assert (repo.path / THEIRS).read_text() == "staged\n"


def test_when_nothing_is_ones_own_it_says_so(shared: Repo) -> None:
    staged(shared, THEIRS)
    assert advised(shared) == "nothing that is staged is yours"


def test_a_file_of_one_and_a_folder_of_another_are_not_parted(shared: Repo) -> None:
    removed(shared, MINE)
    staged(shared, "mine.py/t.py")
    shared.write("coord.yaml", PLAN.replace("t/]", "mine.py/t.py]"))
    assert "mine.py is staged as a file by one and as a folder by another" in advised(shared)
