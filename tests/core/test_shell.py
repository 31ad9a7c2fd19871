"""Commands that are printed do what they say when a shell runs them."""

import os
import subprocess
from pathlib import Path

import pytest

from coord_tui.core.shell import LONGEST, commit_only, from_folder, listed, word
from tests.builders import NASTY
from tests.repos import AWKWARD, Repo, repository

WORDS = (
    *AWKWARD, "plain/path.py", "", "-x", "it's", "$HOME", "`id`", 'a"b', "a\\b", "tab\there", "!x",
    "~", "*", "\udcff\udc80", NASTY.replace("\0", ""), "é\u0301", "a\\'\n", "x\x010",
)  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_a_word_comes_out_of_the_shell_as_it_went_in(text: str) -> None:
    said = os.fsencode(f"printf %s {word(text)}")
    done = subprocess.run(["bash", "-c", said], capture_output=True, check=True)
    assert done.stdout == os.fsencode(text)
    assert word(text).isprintable()


@pytest.mark.parametrize(
    ("path", "folder", "typed"),
    [
        ("a/b.py", "", "a/b.py"),
        ("a/b.py", "a", "b.py"),
        ("a/b.py", "a/", "b.py"),
        ("a/b.py", "a/b.py", "../b.py"),
        ("a/b.py", "c/d", "../../a/b.py"),
        ("a/b/c.py", "a/d", "../b/c.py"),
        ("top.py", "a", "../top.py"),
        ("-f", "", "./-f"),
        ("a/-f", "a", "./-f"),
    ],
)
def test_a_path_is_typed_as_in_the_folder_one_is_in(path: str, folder: str, typed: str) -> None:
    assert from_folder(path, folder) == typed


MINE = (*AWKWARD, ":top.py", "-f", "s/*.py", "s/a.py", "odd\udcff.txt")


@pytest.fixture
def staged(tmp_path: Path) -> Repo:
    repo = repository(tmp_path / "r")
    for name in (*MINE, "s/b.py", "gone.py", "deep/x"):
        repo.write(name)
    repo.git("add", "--all")
    repo.commit()
    for name in (*MINE, "s/b.py"):
        repo.write(name, "changed\n")
    (repo.path / "gone.py").unlink()
    repo.git("add", "--all")
    return repo


def committed(repo: Repo) -> set[str]:
    return set(repo.git("show", "--name-only", "-z", "--format=", "HEAD").split("\0")) - {""}


@pytest.mark.parametrize("folder", ["", "s", "deep"])
def test_the_command_commits_these_paths_and_leaves_the_others_staged(
    folder: str, staged: Repo
) -> None:
    command = commit_only([*MINE, "gone.py"], folder)
    done = subprocess.run(
        ["bash", "-c", os.fsencode(command.replace("commit", "commit -qm x"))],
        cwd=staged.path / folder,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert committed(staged) == {*MINE, "gone.py"}
    assert staged.git("diff", "--cached", "--name-only") == "s/b.py"


def test_a_list_of_paths_is_read_by_git_as_it_was_written(staged: Repo) -> None:
    lines = "".join(f"{listed(from_folder(path, ''))}\n" for path in MINE)
    assert lines.isascii()
    staged.git(
        "--literal-pathspecs", "commit", "--quiet", "--message", "x", "--only",
        "--pathspec-from-file=-", input=lines,
    )  # fmt: skip
    assert committed(staged) == {*MINE}


def test_a_command_that_nobody_could_read_has_the_guard_list_the_paths() -> None:
    many = [f"folder/file_{number}.py" for number in range(60)]
    assert commit_only(many, "").startswith("coord-tui guard --mine | git ")
    assert len(commit_only(many[:20], "")) <= LONGEST
    assert commit_only(many[:2], "") == f"git commit --only -- {many[0]} {many[1]}"
    assert commit_only([], "") == ""
